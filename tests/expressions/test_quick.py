"""A template that is printed often is printed another way, and prints and refuses the same."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from expressions.test_agrees_with_jinja import FACTS, bodies
from sgdocs.expressions import ExpressionFailed, ExpressionRefused, Limits, compile_template

TIMES = 5


def _outcomes(render: Callable[[], str]) -> set[tuple[str, str]]:
    """Give all that came of printing several times."""
    found = set()
    for _ in range(TIMES):
        try:
            found.add(("printed", render()))
        except ExpressionFailed as failed:
            found.add((str(failed), failed.path))
    return found


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(source=bodies(), xml=st.booleans())
def test_both_ways_print_the_same(source: str, xml: bool) -> None:
    try:
        template = compile_template(source, name="t", escape="xml" if xml else "none")
    except ExpressionRefused:
        return
    assert len(_outcomes(lambda: template.render(FACTS))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "{{ gone }}",
        "{{ g.gone }}{{ n }}",
        "{{ s.a }}",
        "{{ xs }}",
        "{{ yes }}",
        "{% if n %}{% endif %}",
        "{% for x in s %}{% endfor %}",
        "{% for x in xs %}{{ x.v }}{{ x.k|first }}{% endfor %}",
        "{% for x in xs %}{% set s = x.k %}{{ s }}{% endfor %}{{ s }}",
        "{% for s in g.list %}{{ s }}{% for x in xs if x.k %}{{ s }}{{ loop.last|yes_no }}"
        "{% endfor %}{% else %}none{% endfor %}{{ s }}",
        "{% with s = n, t = s %}{{ s }}{{ t }}{% endwith %}{{ s }}",
        "{{ g.gone|default('x') }}{{ t|default('y') }}{{ empty is empty and yes }}",
        "{{ 'a' if s == 'x' or t is empty else 'b' }}{{ n ~ 1 }}{{ 2.5 }}",
        "{% if s != 'x' %}{{ s|upper|lower }}{% elif no %}{{ gone }}{% endif %}",
        "{{ xs[0].k }}{{ g['s'] }}{{ g.list|join('; ') }}{{ [s, n]|and_list }}",
    ],
)
def test_each_kind_of_thing_is_the_same_both_ways(source: str) -> None:
    for escape in ("none", "xml", "word"):
        template = compile_template(source, name="t", escape=escape)  # type: ignore[arg-type]
        assert len(_outcomes(lambda: template.render(FACTS))) == 1  # noqa: B023 - called at once


@pytest.mark.parametrize(
    "value", ["", "\x00", "a\x00b", "\r\n\r", "\x85", "£\xa0", "\ud800", 3, None]
)
def test_values_are_sealed_alike(value: object) -> None:
    template = compile_template("<t>{{ a }}</t>{{ b }}{{ a }}", name="t", escape="xml")
    assert len(_outcomes(lambda: template.render({"a": value, "b": "&"}))) == 1


def test_a_run_that_grows_is_stopped_however_often_it_is_tried() -> None:
    few = Limits(iterations=10, output=100, work=50)
    for source in (
        "{% for x in t %}{% endfor %}",
        "{% for x in u %}" + "x" * 30 + "{% endfor %}",
        "{{ w }}",
        "{{ w|upper }}",
    ):
        template = compile_template(source, name="t", limits=few)
        facts = {"t": list(range(11)), "u": list(range(5)), "w": "w" * 101}
        ((said, _),) = _outcomes(lambda: template.render(facts))  # noqa: B023 - called at once
        assert "too m" in said.lower()


def test_what_a_template_says_is_never_run() -> None:
    source = "{{ g['import os'] }}{{ 'print(1)' }}\n'''\"\"\" {{ s }}"
    template = compile_template(source, name="t")
    facts = {"g": {"import os": "x"}, "s": "')#"}
    assert _outcomes(lambda: template.render(facts)) == {("printed", "xprint(1)\n'''\"\"\" ')#")}


def test_a_default_dictionary_is_left_as_it_was() -> None:
    class Making(dict[str, object]):
        def __missing__(self, key: str) -> str:
            self[key] = "made"
            return "made"

    template = compile_template("{{ g.a }}", name="t")
    facts = {"g": Making()}
    assert len(_outcomes(lambda: template.render(facts))) == 1
    assert not facts["g"]
