"""Places the case names, whole and by the part that tells them."""

import pytest

from anonymise.seen import flagged, labelled, masked
from sgdocs.anonymise import Masker

FORMS = [
    ("at Sunnyside Primary School on", "Sunnyside Primary School", "School"),
    ("at Sunnyside Primary on", "Sunnyside Primary", "School"),
    ("at Sunnyside School on", "Sunnyside School", "School"),
    ("at Sunnyside on", "Sunnyside", "School"),
    ("at sunnyside primary school on", "sunnyside primary school", "School"),
    ("at SUNNYSIDE PRIMARY on", "SUNNYSIDE PRIMARY", "School"),
    ("at Sunnyside Primary School's gate", "Sunnyside Primary School", "School"),
    ("at Sunny-\nside Primary", "Sunny-\nside Primary", "School"),
    ("at Dovecote Lane Surgery on", "Dovecote Lane Surgery", "GP Surgery"),
    ("at the Dovecote Lane practice on", "Dovecote Lane practice", "GP Surgery"),
    ("in St Mary's Church", "St Mary's Church", "Place of Worship"),
    ("in St. Mary’s", "St. Mary’s", "Place of Worship"),
    ("in Saint Marys church", "Saint Marys church", "Place of Worship"),
    ("at 14 Larkspur Close", "14 Larkspur Close", "Street"),
    ("in Larkspur Close", "Larkspur Close", "Street"),
    ("in Larkspur Cl.", "Larkspur Cl", "Street"),
    ("at number 14, Larkspur Close", "number 14, Larkspur Close", "Street"),
    ("at Flat 2, 14 Larkspur Close", "Flat 2, 14 Larkspur Close", "Street"),
    ("in Larkspur Clsoe", "Larkspur", "Street"),
    ("lives in Grimsthorpe now", "Grimsthorpe", "Town"),
    ("lives in grimsthorpe now", "grimsthorpe", "Town"),
    ("lives in Grimsthorp now", "Grimsthorp", "Town"),
    ("played in The Willows", "Willows", "Leisure Place"),
]


@pytest.mark.parametrize(("text", "form", "label"), FORMS, ids=[f[1] for f in FORMS])
def test_a_place_is_masked_as_one(masker: Masker, text: str, form: str, label: str) -> None:
    assert masked(masker, text)[:1] == [form]
    assert labelled(masker, text)[:1] == [label]


def test_a_church_is_not_the_health_visitor_of_that_name(masker: Masker) -> None:
    text = "Mary met them at St Mary's Church."
    assert labelled(masker, text) == ["Health Visitor", "Place of Worship"]


def test_willows_by_the_river_are_trees(masker: Masker) -> None:
    assert masked(masker, "They sat under the willows.") == []


def test_a_hospital_by_its_name_is_asked_about(masker: Masker) -> None:
    assert flagged(masker, "She was taken to Diana Royal Infirmary.") == ["Diana Royal Infirmary"]


STRANGE = [
    ("He went to Little Acorns Nursery.", "Little Acorns Nursery"),
    ("They moved to Harrow Lane.", "Harrow Lane"),
    ("They moved to Immingham.", "Immingham"),
    ("They met at the Red Lion.", "Red Lion"),
    ("They met in Heron Court.", "Heron Court"),
    ("They met at the Friends of St Jude centre.", "Friends of St Jude"),
    ("Riverside Young People's Counselling Project saw her.", "Riverside"),
]


@pytest.mark.parametrize(("text", "form"), STRANGE, ids=[f[1] for f in STRANGE])
def test_a_place_nobody_listed_is_asked_about(masker: Masker, text: str, form: str) -> None:
    assert any(form in seen for seen in flagged(masker, text))
