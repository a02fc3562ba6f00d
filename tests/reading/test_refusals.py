"""A refusal lists what is wrong, the first few in words, and survives being sent elsewhere."""

import pickle

import pytest

from reading.asking import document, refused
from sgdocs.errors import InputRefused
from sgdocs.reading import Problem, ReadingRefused, parse, require_mapping


def test_several_problems_are_listed_in_reading_order() -> None:
    error = refused("a: !x 1\nb: 1\nb: 2\nc: &d 3\n")
    assert [p.line for p in error.problems] == [1, 3, 4]
    assert [line.split(": ")[0] for line in str(error).splitlines()] == [
        "case.yaml:1:4",
        "case.yaml:3:1",
        "case.yaml:4:4",
    ]


def test_text_shows_five_and_says_how_many_more() -> None:
    error = refused("".join("a: !x 1\n" for _ in range(4)))
    assert len(error.problems) == 7
    assert str(error).splitlines()[-1] == "case.yaml: and 2 more like these."


def test_a_syntax_problem_is_listed_after_those_before_it() -> None:
    problems = refused("a: 1\na: 2\nb: @\nc: 1\nc: 2").problems
    assert [p.line for p in problems] == [2, 3]


def test_the_first_problem_is_the_refusal_itself() -> None:
    error = refused("a: 1\na: 2\n")
    assert error.where == "case.yaml:2:1"
    assert error.what == error.problems[0].message
    assert error.remedy == error.problems[0].remedy
    assert isinstance(error, InputRefused)


def test_it_crosses_to_another_process_whole() -> None:
    error = refused("a: 1\na: 2\n")
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert str(copy) == str(error)
    assert copy.problems == error.problems
    assert type(copy) is ReadingRefused


@pytest.mark.parametrize("text", ["- a", "a", "null", "12"])
def test_a_mapping_can_be_required(text: str) -> None:
    with pytest.raises(ReadingRefused, match="named entries") as caught:
        require_mapping(document(text))
    assert caught.value.problems == (Problem(1, 1, caught.value.what, caught.value.remedy),)


def test_a_mapping_is_given_back() -> None:
    assert require_mapping(document("a: 1")) == {"a": 1}


def test_a_name_with_codes_in_it_is_made_printable() -> None:
    with pytest.raises(ReadingRefused) as caught:
        parse("", name="case\x1b[31m\n\udc80.yaml", kind="yaml")
    assert str(caught.value).startswith("case?[31m??.yaml:1:1: ")
