"""The values a condition compares with can be listed, so that a check can look them up."""

import pytest

from sgdocs.expressions import ExpressionRefused, literals_compared


@pytest.mark.parametrize(
    ("source", "pairs"),
    [
        ('decision == "lcspr"', [("decision", "lcspr")]),
        ('"gp" != agency.role', [("agency.role", "gp")]),
        ('role in ["gp", "school"]', [("role", "gp"), ("role", "school")]),
        ('role not in ("gp",)', [("role", "gp")]),
        ('"gp" in agency.roles', [("agency.roles", "gp")]),
        ('role is one_of(["gp", "school"])', [("role", "gp"), ("role", "school")]),
        ('agencies|where("role", "gp")', [("agencies[].role", "gp")]),
        ('agencies[0]["role"] == "gp"', [("agencies[0].role", "gp")]),
        ("agencies[-1].n == 2", [("agencies[-1].n", 2)]),
        ('not (a.b == "x" and (c or d == true))', [("a.b", "x"), ("d", True)]),
        ("1 <= n < 3", [("n", 1), ("n", 3)]),
        ("a == b", []),
        ('a|upper == "X"', []),
        ("a and b.c is defined", []),
    ],
)
def test_literals_of_a_condition(source: str, pairs: list[tuple[str, object]]) -> None:
    assert literals_compared(source) == pairs


def test_literals_of_a_template() -> None:
    source = '{% if a == "x" %}{% for b in c if b.d == 1 %}{{ b.e == "y" }}{% endfor %}{% endif %}'
    pairs = literals_compared(source, template=True)
    assert sorted(pairs) == [("a", "x"), ("b.d", 1), ("b.e", "y")]


def test_what_cannot_be_read_has_no_literals() -> None:
    with pytest.raises(ExpressionRefused, match="The condition"):
        literals_compared("a ==")
    with pytest.raises(ExpressionRefused, match="The template"):
        literals_compared("{{ a", template=True)
