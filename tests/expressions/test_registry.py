"""The registry says truly what filters and tests take and give: the checker will believe it."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expressions.asking import printed
from sgdocs.expressions import FILTERS, TESTS, ExpressionFailed, ExpressionRefused, compile_template

OF_A_KIND: Mapping[str, st.SearchStrategy[object]] = {
    "text": st.text(max_size=5),
    "date": st.one_of(st.dates(), st.datetimes()),
    "moment": st.one_of(st.times(), st.datetimes()),
    "when": st.one_of(st.dates(), st.datetimes()),
    "number": st.integers(min_value=0, max_value=10**14),
    "boolean": st.booleans(),
    "list": st.lists(st.sampled_from(["x", "y"]), min_size=1, max_size=3),
    "rows": st.lists(st.fixed_dictionaries({"a": st.integers()}), max_size=3),
    "object": st.just({"a": 1}),
    "nothing": st.none(),
}
ARGUMENTS = {"text": "a", "any": "a", "list": ["a"]}
ASKED = {
    "text": "{% if out in ['a'] or 'a' in out %}{% endif %}",
    "number": "{% if out >= 0 %}{% endif %}",
    "list": "{% for x in out %}{% endfor %}",
}


def _use(name: str) -> str:
    arguments = ", ".join(repr(ARGUMENTS[argument.takes]) for argument in FILTERS[name].arguments)
    return f"v|{name}({arguments})" if arguments else f"v|{name}"


def _kind(name: str) -> str:
    of_rows = any(argument.name == "field" for argument in FILTERS[name].arguments)
    return "rows" if of_rows else FILTERS[name].takes


@pytest.mark.parametrize("name", [name for name, known in FILTERS.items() if known.gives in ASKED])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_filter_that_is_given_what_it_takes_gives_what_it_says(
    name: str, data: st.DataObject
) -> None:
    value = data.draw(OF_A_KIND[_kind(name)])
    source = f"{{% set out = {_use(name)} %}}{ASKED[FILTERS[name].gives]}done"
    assert printed(source, {"v": value}) == "done"


@pytest.mark.parametrize("name", [name for name, known in FILTERS.items() if known.takes != "any"])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_filter_refuses_every_other_kind(name: str, data: st.DataObject) -> None:
    taken = {_kind(name), "list", "rows"} if FILTERS[name].takes == "list" else {_kind(name)}
    times = {"date", "moment", "when"}
    dated = {"text", *times} if taken & times else taken
    other = data.draw(st.sampled_from(sorted(OF_A_KIND.keys() - taken - dated)))
    with pytest.raises(ExpressionFailed) as stopped:
        printed(f"{{{{ {_use(name)} }}}}", {"v": data.draw(OF_A_KIND[other])})
    assert stopped.value.path == "v"


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
