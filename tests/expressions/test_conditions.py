"""What a condition says of facts, and what it says when a fact is missing."""

import pickle
from datetime import date, datetime

import pytest

from expressions.asking import holds
from sgdocs.errors import InputRefused
from sgdocs.expressions import ExpressionFailed, compile_condition

FACTS = {
    "child": {"died": True, "in_care": False, "age": 7, "name": "Ivy Rose Marlow"},
    "agencies": [{"name": "Harbour School", "role": "school"}, {"name": "Quay GP", "role": "gp"}],
    "agency": {"role": "gp", "returned": ""},
    "decision": "lcspr",
    "nobody": [],
    "place": None,
    "met_on": date(2026, 4, 2),
    "rung_at": datetime(2026, 4, 2, 14, 30),
    "due": "2026-04-09",
}


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("child.died", True),
        ("child.in_care", False),
        ("not child.in_care", True),
        ("child.died and not child.in_care", True),
        ("child.in_care or child.died", True),
        ("child.age > 5 and child.age <= 7", True),
        ("5 < child.age < 8", True),
        ("5 < child.age < 6", False),
        ('decision == "lcspr"', True),
        ('decision != "lcspr"', False),
        ('decision in ["lcspr", "none"]', True),
        ('decision not in ["none"]', True),
        ('decision is one_of(["none"])', False),
        ('"School" in agencies[0].name', True),
        ('"role" in agency', True),
        ("agencies", True),
        ("nobody", False),
        ("nobody is empty", True),
        ("agency.returned", False),
        ("place", False),
        ("place is defined", True),
        ("place == none", True),
        ("agencies|count == 2", True),
        ('agencies|where("role", "gp")', True),
        ('(agencies|first).role == "school"', True),
        ('agencies[-1]["role"] == "gp"', True),
        ('met_on == "2026-04-02"', True),
        ("met_on < due", True),
        ('rung_at >= "2026-04-02T14:30"', True),
        ("met_on", True),
        ('(child.name if child.died else "nobody") == "Ivy Rose Marlow"', True),
        ('("a" ~ child.age) == "a7"', True),
        ('{"gp": "Quay"}[agency.role] == "Quay"', True),
        ("-1 < 0", True),
        ("true and not false", True),
    ],
)
def test_a_condition_says(source: str, answer: bool) -> None:
    assert holds(source, FACTS) is answer


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("gone", False),
        ("not gone", True),
        ("gone and child.died", False),
        ("gone or child.died", True),
        ("gone is defined", False),
        ("gone is not defined", True),
        ("gone is undefined", True),
        ("gone is empty", True),
        ("child.gone", False),
        ("not child.gone or child.gone.deeper", True),
        ("agencies[9]", False),
        ("(nobody|first) is defined", False),
        ('gone|default("yes") == "yes"', True),
        ('(gone or "yes") == "yes"', True),
        ("1 == 1 if gone else 1 == 2", False),
    ],
)
def test_a_missing_fact_may_be_asked_about(source: str, answer: bool) -> None:
    assert holds(source, FACTS) is answer


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("gone.deeper", "gone"),
        ("gone.deeper is defined", "gone"),
        ("child.gone.deeper", "child.gone"),
        ("gone[0]", "gone"),
        ("child[gone]", "gone"),
        ('gone == "a"', "gone"),
        ('"a" != child.gone', "child.gone"),
        ("gone > 1", "gone"),
        ('gone in ["a"]', "gone"),
        ('"a" in gone', "gone"),
        ('gone is one_of(["a"])', "gone"),
        ("gone|count == 0", "gone"),
        ('(gone ~ "a") == "a"', "gone"),
        ("[gone]", "gone"),
        ('{"a": gone}', "gone"),
        ("agencies|join(gone)", "gone"),
        ('(nobody|first) == "a"', "nobody|first"),
        ("place.town", "place.town"),
        ("child.name.first", "child.name.first"),
        ("agencies.name", "agencies.name"),
    ],
)
def test_a_missing_fact_stops_whatever_else_is_done_with_it(source: str, path: str) -> None:
    with pytest.raises(ExpressionFailed) as stopped:
        holds(source, FACTS)
    assert stopped.value.path == path
    assert f"`{path}`" in stopped.value.what
    assert stopped.value.remedy


@pytest.mark.parametrize(
    "source",
    [
        "child.age",
        "not child.age",
        "child.age and child.died",
        "child < 3",
        'child.age < "8"',
        "child.died < 3",
        "agencies == agencies",
        'child in ["a"]',
        "child.age in child.name",
        "child.name|count",
        "child.age|upper",
        "child.died|ordinal",
    ],
)
def test_a_value_of_the_wrong_kind_stops_and_is_not_repeated(source: str) -> None:
    with pytest.raises(ExpressionFailed) as stopped:
        holds(source, FACTS)
    assert "Marlow" not in str(stopped.value)
    assert "7" not in str(stopped.value)


@pytest.mark.parametrize(
    ("source", "answer"),
    [("child.age == 7.0", True), ('child.age == "7"', False), ("child.died == 1", False)],
)
def test_like_is_compared_with_like(source: str, answer: bool) -> None:
    assert holds(source, FACTS) is answer


def test_a_failure_names_the_expression_the_line_and_the_path() -> None:
    condition = compile_condition("child.died\nand gone.deeper", name="criteria_met")
    with pytest.raises(ExpressionFailed) as stopped:
        condition.holds(FACTS)
    assert str(stopped.value).startswith("criteria_met, line 1: `gone` is missing")
    assert isinstance(stopped.value, InputRefused)
    again = pickle.loads(pickle.dumps(stopped.value))  # noqa: S301 - our own bytes
    assert (str(again), again.path) == (str(stopped.value), "gone")


def test_a_condition_lists_what_it_uses() -> None:
    condition = compile_condition(
        'agency.returned and not criteria.met and (count > 1 or agencies[0].role in [role, "gp"]) '
        'and actions|where("done", true) and steps[role]["due date"]',
        name="c",
    )
    assert condition.names == {
        "agency",
        "criteria",
        "count",
        "agencies",
        "role",
        "actions",
        "steps",
    }
    assert condition.paths == {
        "agency.returned",
        "criteria.met",
        "count",
        "agencies[0].role",
        "role",
        "actions",
        "steps",
    }


def test_a_condition_travels_to_another_process() -> None:
    condition = compile_condition("child.died", name="died")
    again = pickle.loads(pickle.dumps(condition))  # noqa: S301 - our own bytes
    assert again == condition
    assert again.holds(FACTS)


def test_the_same_words_under_two_names_fail_under_their_own() -> None:
    for name in ("first", "second"):
        with pytest.raises(ExpressionFailed, match=f"^{name}"):
            compile_condition("gone == 1", name=name).holds({})
