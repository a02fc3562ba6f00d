"""An older case file brought to the present form loses nothing that was written in it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdocs.casefile import upgrade
from sgdocs.errors import InputRefused

names = st.sampled_from(["Ada Lock", "Bo Marsh", "unknown", "O'Dea, C.", "Zoë"])
days = st.dates().map(str)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)
people = st.fixed_dictionaries(
    {},
    optional={
        "id": st.sampled_from(["child-1", "child-2", "mum"]),
        "name": names | st.fixed_dictionaries({"full": names}, optional={"known_as": names}),
        "harm": st.sampled_from(["died", "seriously_harmed"]),
        "date_of_birth": days,
        "addresses": st.lists(anything, max_size=2),
        "note": anything,
    },
)
old_files = st.fixed_dictionaries(
    {"schema_version": st.just("0.9")},
    optional={
        "case": st.fixed_dictionaries({"reference": st.just("SCI-1")}),
        "child": people,
        "children": st.lists(people, max_size=3),
        "family": st.lists(people, max_size=3),
        "professionals": st.lists(people, max_size=2),
        "other_people": st.lists(people, max_size=2),
        "events": st.dictionaries(st.sampled_from(["la_aware", "publication"]), days)
        | st.lists(st.fixed_dictionaries({"event": st.just("la_aware"), "actual": days})),
        "something_else": anything,
    },
)
PARTS = ("child", "children", "family", "professionals", "other_people", "events")
odd_files = st.fixed_dictionaries(
    {"schema_version": st.just("0.9")}, optional=dict.fromkeys(PARTS, anything)
)


def leaves(node: Any, name: str = "") -> Iterator[str]:
    """List every value, and every name that a value was given under an event's name."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from leaves(value, name)
    else:
        yield repr(node)


def lost(old: dict[str, Any], new: dict[str, Any]) -> Counter[str]:
    """Give the values of the old file that are nowhere in the new one."""
    before = Counter(leaves({k: v for k, v in old.items() if k != "schema_version"}))
    return before - Counter(leaves(new))


@given(old=old_files)
def test_no_value_is_lost(old: dict[str, Any]) -> None:
    new = upgrade(old, "case.yaml")
    assert new["schema_version"] == "1.0"
    assert lost(old, new) == Counter()


@given(old=odd_files)
def test_no_value_is_lost_from_a_file_filled_in_oddly(old: dict[str, Any]) -> None:
    assert lost(old, upgrade(old, "case.yaml")) == Counter()


@given(old=old_files)
def test_the_old_data_is_left_as_it_was(old: dict[str, Any]) -> None:
    copy = repr(old)
    upgrade(old, "case.yaml")
    assert repr(old) == copy


@given(old=old_files)
def test_everybody_gets_a_short_name_of_their_own_unless_given_one(old: dict[str, Any]) -> None:
    new = upgrade(old, "case.yaml")
    kinds = ("children", "family", "professionals", "other_people")
    before = [p for k in ("child", *kinds) for p in listed(old.get(k))]
    given_names = Counter(p["id"] for p in before if "id" in p)
    after = Counter(p["id"] for kind in kinds for p in new.get(kind, ()))
    assert sum(after.values()) == len(before)
    assert {n for n, c in after.items() if c > 1} <= {n for n, c in given_names.items() if c > 1}


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if isinstance(value, dict) else []


@given(old=old_files)
def test_the_present_form_comes_back_as_it_is(old: dict[str, Any]) -> None:
    new = upgrade(old, "case.yaml")
    assert upgrade(new, "case.yaml") == new


def test_a_whole_older_file() -> None:
    old = {
        "schema_version": "0.9",
        "case": {"reference": "SCI-1"},
        "child": {"name": "Ada Lock", "harm": "died"},
        "children": [{"id": "twin", "name": {"full": "Bo Lock"}, "harm": "seriously_harmed"}],
        "family": [{"name": "Cy Lock", "relationship": "father"}],
        "events": {"la_aware": "2026-11-09", "panel_notified": "2026-11-12T10:00"},
    }
    assert upgrade(old, "case.yaml") == {
        "schema_version": "1.0",
        "case": {"reference": "SCI-1"},
        "children": [
            {"id": "child-1", "name": {"full": "Ada Lock"}, "harm": "died"},
            {"id": "twin", "name": {"full": "Bo Lock"}, "harm": "seriously_harmed"},
        ],
        "family": [{"id": "family-1", "name": {"full": "Cy Lock"}, "relationship": "father"}],
        "events": [
            {"event": "la_aware", "actual": "2026-11-09"},
            {"event": "panel_notified", "actual": "2026-11-12T10:00"},
        ],
    }


@pytest.mark.parametrize("version", ["0.8", "2.0", "", None, ["0.9"], {"a": 1}])
def test_a_form_nobody_knows_is_refused_without_repeating_it(version: object) -> None:
    with pytest.raises(InputRefused, match="not one this program knows") as refused:
        upgrade({"schema_version": version}, "case.yaml")
    assert refused.value.where == "case.yaml"
    assert "update sgdocs" in str(refused.value)


def test_a_version_without_quotes_is_known_too() -> None:
    assert upgrade({"schema_version": 0.9}, "case.yaml")["schema_version"] == "1.0"
