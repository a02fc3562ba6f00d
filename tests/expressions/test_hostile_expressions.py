"""No expression, however it is written, takes the machine down or gets out."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expressions.asking import holds, printed
from sgdocs.expressions import (
    ExpressionFailed,
    ExpressionRefused,
    Limits,
    compile_condition,
    compile_template,
)

LARGE = 199_000
SMALL = Limits(source=500, depth=8, loops=2, iterations=20, output=50, work=200)


@pytest.mark.parametrize(
    "source",
    [
        "{{" * (LARGE // 2),
        "{{ " + "(" * LARGE,
        "{{ " + "[" * LARGE,
        "{{ " + "not " * (LARGE // 4) + "a }}",
        "{{ a" + ".a" * (LARGE // 2) + " }}",
        "{{ a" + "|upper" * (LARGE // 6) + " }}",
        "{{ " + "9" * LARGE + " }}",
        "{{ " + "1_" * (LARGE // 2) + "1 }}",
        "{{ " + "a" * LARGE + " }}",
        "{% if a %}" * (LARGE // 10),
        "{{ '" + "\\" * LARGE,
        "{#" * (LARGE // 2),
        "x" * 200_001,
    ],
    ids=lambda source: source[:8],
)
def test_a_monstrous_template_is_refused(source: str) -> None:
    with pytest.raises(ExpressionRefused) as stopped:
        compile_template(source, name="t")
    assert len(str(stopped.value)) < 800


def test_forty_deep_is_read_and_deeper_is_not() -> None:
    assert not holds("not " * 38 + "a")
    with pytest.raises(ExpressionRefused, match="40 deep"):
        compile_condition("not " * 40 + "a", name="c")


def test_five_loops_may_nest_and_six_may_not() -> None:
    five = "{% for a in [1] %}" * 5 + "x" + "{% endfor %}" * 5
    assert printed(five) == "x"
    with pytest.raises(ExpressionRefused, match="5 loops"):
        compile_template(f"{{% for b in [1] %}}{five}{{% endfor %}}", name="t")


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("{% for a in t %}{% for b in t %}{% endfor %}{% endfor %}", "too many times"),
        ("{% for a in t %}{{ w }}{% endfor %}", "Too much is printed"),
        ("{% for a in t %}wordword{% endfor %}", "Too much is printed"),
        ("{% set x = w ~ w %}" + "{% set x = x ~ x %}" * 9, "too much work"),
        ("{% set x = [w, w, w]|join(w) %}{% set x = [x, x, x]|join(x) %}", "too much work"),
        ("{% for a in t %}{% if a in u %}{% endif %}{% endfor %}", "too much work"),
        ("{% for a in t %}{% for b in u if false %}{% endfor %}{% endfor %}", "too much work"),
        ("{% for a in t %}{% set s = u|non_empty %}{% endfor %}", "too much work"),
        ("{% for a in t %}{% if long == long2 %}{% endif %}{% endfor %}", "too much work"),
    ],
)
def test_a_run_that_grows_is_stopped(source: str, says: str) -> None:
    facts = {
        "t": list(range(10)),
        "u": list(range(30)),
        "w": "wordword",
        "long": "l" * 20,
        "long2": "l" * 20,
    }
    template = compile_template(source, name="t", limits=SMALL)
    with pytest.raises(ExpressionFailed, match=says):
        template.render(facts)


def test_the_real_limits_stop_the_real_thing() -> None:
    tens = "[1,2,3,4,5,6,7,8,9,10]"
    loops = f"{{% for a in {tens} %}}" * 5 + "x" + "{% endfor %}" * 5
    with pytest.raises(ExpressionFailed, match="too many times"):
        printed(loops)
    with pytest.raises(ExpressionFailed, match="too much work"):
        printed("{% set x = 'aaaaaaaa' %}" + "{% set x = x ~ x %}" * 5000)


def test_each_run_has_its_own_allowance() -> None:
    template = compile_template("{% for a in t %}x{% endfor %}", name="t", limits=SMALL)
    assert [template.render({"t": [1] * 20}) for _ in range(3)] == ["x" * 20] * 3


@pytest.mark.parametrize("value", [object(), 1j, {1}, b"bytes", sys, int, lambda: 1])
@pytest.mark.parametrize(
    "source", ["{{ v }}", "{{ v.real }}", "{% if v %}{% endif %}", "{% if v == 1 %}{% endif %}"]
)
def test_what_is_not_plain_data_is_not_touched(source: str, value: object) -> None:
    with pytest.raises(ExpressionFailed):
        printed(source, {"v": value})


PIECES = st.sampled_from(
    ["a", "b.c", "{{", "}}", "{%", "%}", "if ", "else ", "endif", "for ", "in ", "set ", "=", "==",
     "(", ")", "[", "]", "{", "}", "'", '"', "\\", "|", "upper", "default", " is ", "defined",
     "not ", "and ", "or ", "~", ".", ",", ":", "-", "+", "*", "1", "1.5", "none", "true", "loop",
     "loop.index", "{#", "#}", "\n", " ", "é", "\x00", "\ud800", "with ", "raw", "endfor", "__"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=60)))
def test_any_rubbish_is_refused_or_runs(source: str) -> None:
    facts = {"a": [{"c": 1}], "b": {"c": "text"}}
    for make in (
        lambda: compile_condition(source, name="c").holds(facts),
        lambda: compile_template(source, name="t").render(facts),
        lambda: compile_template("{{" + source + "}}", name="t", escape="xml").render(facts),
    ):
        try:
            result = make()
        except (ExpressionRefused, ExpressionFailed):
            continue
        assert isinstance(result, bool | str)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_value_is_printed_as_it_is(value: str) -> None:
    assert printed("{{ v }}", {"v": value}) == value
