"""The words for a field are found by its place, through every reference."""

import pytest

from sgdocs.content import Content
from sgdocs.schema import field_at, load_schema

CASE = load_schema(Content(), "case")


@pytest.mark.parametrize(
    ("steps", "title"),
    [
        ((), "Case file"),
        (("children",), "Children"),
        (("children", 0, "date_of_birth"), "Date of birth"),
        (("children", 3, "name", "known_as"), "Known as"),
        (("returns", 0, "content", "nil_return"), "Nil return"),
        (("returns", 0, "content", "completed_by", "name", "full"), "Full name"),
    ],
)
def test_a_place_has_the_words_of_its_field(steps: tuple[str | int, ...], title: str) -> None:
    found = field_at(CASE, steps)
    assert found.title == title
    assert found.description


def test_a_place_nobody_knows_has_the_words_of_the_nearest_one() -> None:
    known = field_at(CASE, ("children", 0))
    assert field_at(CASE, ("children", 0, "nobody knows this")) == known
    assert field_at(CASE, ("children", 0, "nobody", "knows", 3, "this")) == known


def test_the_words_beside_a_reference_win() -> None:
    own = field_at(CASE, ("returns", 0, "content", "completed_by"))
    assert own.title == "Completed by"
    assert field_at(CASE, ("referral", "referrer")).title != own.title


def test_a_schema_is_loaded_with_those_it_refers_to() -> None:
    assert {uri.rpartition("/")[2] for uri in CASE.others} >= {"agency-return.schema.json"}
