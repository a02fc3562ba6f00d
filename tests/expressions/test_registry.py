"""The registry says truly what filters and tests take and give: the checker will believe it."""

from datetime import date, time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from expressions.asking import printed
from sgdocs.expressions import FILTERS, TESTS, ExpressionFailed, ExpressionRefused, compile_template

PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["2026-04-02", "14:30", date(2026, 4, 2), time(9, 30)]),
    st.lists(st.text(max_size=3), max_size=3),
    st.lists(st.fixed_dictionaries({"a": st.integers()}), max_size=3),
    st.fixed_dictionaries({"a": st.text(max_size=3)}),
)
EXAMPLES = {"text": "a", "any": "a", "list": ["a"]}
ASKED = {
    "text": "{% if out in ['a'] or 'a' in out %}{% endif %}",
    "number": "{% if out >= 0 %}{% endif %}",
    "list": "{% for x in out %}{% endfor %}",
}


def _use(name: str) -> str:
    arguments = ", ".join(repr(EXAMPLES[argument.takes]) for argument in FILTERS[name].arguments)
    return f"v|{name}({arguments})" if arguments else f"v|{name}"


@pytest.mark.parametrize("name", [name for name, known in FILTERS.items() if known.gives in ASKED])
@settings(max_examples=40, deadline=None)
@given(value=PLAIN)
def test_a_filter_gives_what_it_says_or_stops(name: str, value: object) -> None:
    made = f"{{% set out = {_use(name)} %}}"
    try:
        printed(made, {"v": value})
    except ExpressionFailed:
        assume(False)
    assert printed(f"{made}{ASKED[FILTERS[name].gives]}done", {"v": value}) == "done"


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_a_missing_value_stops_every_filter_but_the_guard(name: str) -> None:
    source = f"{{% set out = {_use(name)} %}}done"
    if FILTERS[name].guards:
        assert printed(source) == "done"
    else:
        with pytest.raises(ExpressionFailed, match="`v` is missing"):
            printed(source)


@pytest.mark.parametrize("name", sorted(TESTS))
def test_a_missing_value_stops_every_test_but_the_guards(name: str) -> None:
    arguments = "(['a'])" if TESTS[name].arguments else ""
    source = f"{{% if v is {name}{arguments} %}}{{% endif %}}done"
    if TESTS[name].guards:
        assert printed(source) == "done"
    else:
        with pytest.raises(ExpressionFailed, match="`v` is missing"):
            printed(source)


def test_every_entry_is_kept_under_its_name_and_says_what_it_is_for() -> None:
    for name, known in {**FILTERS, **TESTS}.items():
        assert known.name == name
        assert known.says


def test_nobody_can_add_to_the_registry() -> None:
    with pytest.raises(TypeError):
        FILTERS["mine"] = FILTERS["upper"]  # type: ignore[index]
    with pytest.raises(ExpressionRefused):
        compile_template("{{ a|mine }}", name="t")
