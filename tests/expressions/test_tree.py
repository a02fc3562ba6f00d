"""A condition can be kept as plain data and asked again without its words being read anew."""

import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdocs.expressions import (
    Condition,
    ExpressionFailed,
    ExpressionRefused,
    compile_condition,
    condition_from,
)

FACTS = {
    "child": {"died": True, "age": 7, "place": None},
    "agencies": [{"name": "Quay GP", "role": "gp"}, {"name": "Harbour School", "role": "school"}],
    "decision": "lcspr",
    "due": "2026-04-09",
}
SOURCES = [
    "true",
    "none",
    "child.died",
    'child["died"]',
    "gone",
    "gone.deeper",
    "child.age",
    "child[0]",
    "child[-1]",
    "agencies[-1].role == 'school'",
    "agencies[9] is defined",
    "child[decision]",
    "child.age in [-1, 7, 7.5] and not gone",
    "child.died or gone.deeper",
    "gone is not defined",
    'decision is one_of(["lcspr", "none"])',
    "1 < child.age <= 7 != 8",
    '"a" ~ child.age ~ "b" == "a7b"',
    '"gp" not in agencies|pluck("role")',
    'agencies|where("role", "gp")|count == 1',
    '(agencies|first).name == "Quay GP"',
    'gone|default("x") == "x"',
    "due|long_date == 'Thursday 9 April 2026'",
    "{'gp': 'Quay', 'ü & \"': decision}['gp'] == 'Quay'",
    "(child.died if child.age > 5 else gone.deeper)",
    "child.died\n  and child.place\n  or gone > 1",
    "child < 3",
]


def _kept(tree: object) -> Any:
    """Keep a tree as the cache does, and take it out again."""
    return json.loads(json.dumps(tree, ensure_ascii=False))


def _answer(condition: Condition) -> bool | str:
    try:
        return condition.holds(FACTS)
    except ExpressionFailed as failed:
        return f"{failed} {failed.remedy} {failed.line} {failed.path}"


@pytest.mark.parametrize("source", SOURCES)
def test_a_condition_says_the_same_when_it_was_kept(source: str) -> None:
    made = compile_condition(source, name="c")
    again = condition_from(_kept(made.tree), source, "c")
    assert again == made
    assert again.tree == made.tree
    assert _answer(again) == _answer(made)


def test_a_condition_travels_with_its_tree() -> None:
    made = compile_condition("child.died and gone.deeper", name="c")
    again = pickle.loads(pickle.dumps(made))  # noqa: S301 - our own bytes
    assert again.tree == made.tree
    assert _answer(again) == _answer(made)


def test_a_number_in_brackets_never_names_a_field() -> None:
    for source in ("child[0]", "child[-1]"):
        with pytest.raises(ExpressionFailed, match="only a list has numbered entries"):
            compile_condition(source, name="c").holds(FACTS)


A: Any = ["name", 1, "a", []]
X: Any = ["const", 1, "x", []]


@pytest.mark.parametrize(
    "tree",
    [
        None,
        "a",
        7,
        {"name": 1},
        [],
        ["name", 1, "a"],
        ["name", 1, "a", [], []],
        ["name", "1", "a", []],
        ["name", True, "a", []],
        ["name", 1, "a", None],
        ["name", 1, "a", [A]],
        ["name", 1, 7, []],
        ["name", 1, ["a"], []],
        ["name", 1, "__class__", []],
        ["name", 1, "loop", []],
        ["name", 1, "é", []],
        ["name", 1, "a" * 101, []],
        ["call", 1, None, [A]],
        ["__class__", 1, None, [A]],
        [["name"], 1, "a", []],
        ["const", 1, "x", [A]],
        ["const", 1, ["x"], []],
        ["const", 1, {}, []],
        ["const", 1, float("nan"), []],
        ["const", 1, float("inf"), []],
        ["const", 1, "\ud800", []],
        ["field", 1, "_b", [A]],
        ["field", 1, None, [A]],
        ["field", 1, "b", []],
        ["field", 1, "b", [A, A]],
        ["item", 1, None, [A]],
        ["item", 1, "b", [A, A]],
        ["item", 1, None, [A, X]],
        ["item", 1, None, [A, ["const", 1, "__class__", []]]],
        ["list", 1, "x", [A]],
        ["group", 1, None, [X]],
        ["group", 1, None, [A, A]],
        ["and", 1, None, [A]],
        ["or", 1, None, [A, A, A]],
        ["not", 1, None, []],
        ["if", 1, None, [A, A]],
        ["compare", 1, "eq", [A]],
        ["compare", 1, "eq lt", [A, A]],
        ["compare", 1, "is", [A, A]],
        ["compare", 1, "", [A]],
        ["compare", 1, ["eq"], [A, A]],
        ["filter", 1, "attr", [A, X]],
        ["filter", 1, None, [A]],
        ["filter", 1, ["count"], [A]],
        ["filter", 1, "count", []],
        ["filter", 1, "count", [A, A]],
        ["filter", 1, "pluck", [A, A]],
        ["test", 1, "odd", [A]],
        ["test", 1, "count", [A]],
        ["test", 1, "defined", [A, A]],
        ["test", 1, "one_of", [A]],
        ["not", 1, None, [["filter", 1, "attr", [A]]]],
    ],
    ids=repr,
)
def test_what_no_expression_gives_is_refused(tree: object) -> None:
    with pytest.raises(ExpressionRefused, match=r"^died: .* cache"):
        condition_from(tree, "child.died", "died")


def _nested(levels: int) -> Any:
    tree = A
    for _ in range(levels - 1):
        tree = ["not", 1, None, [tree]]
    return tree


def test_forty_deep_can_be_kept_and_deeper_is_refused() -> None:
    assert condition_from(_nested(40), "a", "c").names == {"a"}
    for levels in (41, 2000):
        with pytest.raises(ExpressionRefused):
            condition_from(_nested(levels), "a", "c")


_PIECES = st.sampled_from(
    ["name", "field", "item", "not", "compare", "filter", "where", "one_of", "a", "_a", "eq", "",
     0, -1, 1.5, None, True, [], {}, A, X]
)  # fmt: skip


@given(st.data())
def test_a_tree_somebody_changed_is_refused_or_works(data: st.DataObject) -> None:
    tree = _kept(compile_condition(data.draw(st.sampled_from(SOURCES)), name="c").tree)
    node = tree
    while node[3] and data.draw(st.booleans()):
        node = data.draw(st.sampled_from(node[3]))
    node[data.draw(st.integers(0, 3))] = data.draw(_PIECES)
    try:
        answer = condition_from(tree, "a", "c").holds(FACTS)
    except (ExpressionRefused, ExpressionFailed):
        return
    assert isinstance(answer, bool)
