"""What nobody vouches for is asked about: strangers, rare facts, words that may be names."""

import pytest

from anonymise.seen import flagged, masked
from sgdocs.anonymise import Masker

STRANGERS = [
    ("A neighbour, Kayleigh, called.", "Kayleigh"),
    ("Kayleigh called.", "Kayleigh"),
    ("Kayleigh Marshall-Jones called.", "Kayleigh Marshall-Jones"),
    ("He rang Mr Smith at work.", "Mr Smith"),
    ("He rang Mrs Young at work.", "Mrs Young"),
    ("He met Grace there.", "Grace"),
    ("Grace said she saw it.", "Grace"),
    ("Rob said he saw it.", "Rob"),
    ("His friend Jack saw it.", "Jack"),
    ("Jack was there.", "Jack"),
    ("April said so.", "April"),
    ("Her aunt June told them.", "June"),
    ("He met Tiny there.", "Tiny"),
    ("He is known as 'spud' to friends.", "spud"),
    ("He met Nkechi and Ifeoma.", "Nkechi"),
    ("He met Wojtek's dad.", "Wojtek"),
    ("He met Ó Briain's son.", "Ó Briain"),
    ("He met Dr Y. Okonjo there.", "Okonjo"),
    ("kayleigh called.", "kayleigh"),
    ("KAYLEIGH CALLED.", "KAYLEIGH"),
    ("Mr F said so.", "Mr F"),
    ("It was Dr S. who came.", "Dr S"),
    ("PC 4471 Dawes came.", "Dawes"),
    ("He met Олена there.", "Олена"),
    ("He met محمد there.", "محمد"),
]

RARE = [
    ("He was the only Polish-speaking pupil at the school.", "the only Polish-speaking pupil"),
    ("She was one of two wheelchair users in her year.", ""),
    ("They were the only Traveller family in the village.", "the only Traveller family"),
    ("He has cystic fibrosis.", "cystic fibrosis"),
    ("His father was a lighthouse keeper.", "lighthouse keeper"),
    ("She died on Christmas Day.", "Christmas Day"),
    ("It made the headlines.", "made the headlines"),
    ("She is the first girl to captain the team.", "the first girl"),
]


@pytest.mark.parametrize(("text", "form"), STRANGERS, ids=[f[0] for f in STRANGERS])
def test_a_stranger_is_asked_about(masker: Masker, text: str, form: str) -> None:
    assert any(form in seen for seen in flagged(masker, text))
    assert masked(masker, text) == []


@pytest.mark.parametrize(("text", "form"), RARE, ids=[f[0] for f in RARE])
def test_a_rare_fact_is_asked_about(masker: Masker, text: str, form: str) -> None:
    assert any(seen.startswith(form) for seen in flagged(masker, text))


FAMILIAR = [
    "He was an only child; the only child of the couple; the eldest sibling.",
    "The only agency to ask was the police. It was the first time the family was seen.",
    "The Multi-Disciplinary Team (MDT) met. The MDT agreed.",
    "# Key Practice Episode One: A Missed Chance\n\nThe team met.",
    "- Staff were told.\n- Nobody asked.\n\n1. Children come first.",
    "“Nobody listened,” she said. “They never do.”",
    "Child A and Sibling 1 lived with Mother and Mother's Partner in a flat.",
    "| Agency | Role |\n| --- | --- |\n| Police | Safety |",
    "In Appendix C and Table 2, Recommendation 4 says SMART actions are needed.",
    "He used Snapchat, WhatsApp and an iPhone; they shopped at Tesco on Boxing clubs' nights.",
]


@pytest.mark.parametrize("text", FAMILIAR)
def test_familiar_words_are_left_alone(masker: Masker, text: str) -> None:
    assert masked(masker, text) == []
    assert flagged(masker, text) == []
