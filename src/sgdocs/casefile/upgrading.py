"""Bring an older case file to the present form, one explicit step a version, losing nothing."""

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any

from sgdocs.errors import InputRefused

__all__ = ["upgrade"]

Data = dict[str, Any]

_PEOPLE = {"family": "family", "other_people": "other-person", "professionals": "professional"}


def upgrade(data: Mapping[str, Any], name: str) -> Data:
    """Give the data in the present form; data already in it comes back as it is."""
    found = dict(data)
    while step := _STEPS.get(str(found.get("schema_version"))):
        found = step(found)
    if found.get("schema_version") != "1.0":
        raise InputRefused(
            "the file's schema_version is not one this program knows.",
            where=name,
            remedy="Check the line schema_version; for a newer file, update sgdocs.",
        )
    return found


def _from_0_9(data: Data) -> Data:
    """Turn one child into a list of children, names into groups, dated events into a list."""
    found = {k: v for k, v in data.items() if k not in ("child", "events", "schema_version")}
    taken = _taken(data)
    children = data.get("children", [])
    if isinstance(children, list):
        children = ([data["child"]] if "child" in data else []) + children
        if children:
            found["children"] = _all_named(children, "child", taken)
    elif "child" in data:
        found["child"] = data["child"]
    for kind, prefix in _PEOPLE.items():
        if isinstance(found.get(kind), list):
            found[kind] = _all_named(found[kind], prefix, taken)
    events = data.get("events", {})
    if isinstance(events, Mapping):
        events = [{"event": name, "actual": day} for name, day in events.items()]
    return {"schema_version": "1.0", **found, "events": events}


def _all_named(people: list[Any], prefix: str, taken: set[str]) -> list[Any]:
    """Give each person a short name that nobody has, and a name group; leave what else is there."""
    free = (name for n in count(1) if (name := f"{prefix}-{n}") not in taken)
    return [_named(p, free) if isinstance(p, Mapping) else p for p in people]


def _named(person: Mapping[str, Any], free: Iterator[str]) -> Data:
    name = person.get("name")
    grouped = {"full": name} if isinstance(name, str) else name
    rest = {k: v for k, v in person.items() if k not in ("id", "name")}
    named = {"name": grouped} if "name" in person else {}
    return {"id": person["id"] if "id" in person else next(free), **named, **rest}


def _taken(data: Data) -> set[str]:
    """Give the short names that are given already."""
    lists = [data.get(kind) for kind in ("children", *_PEOPLE)]
    people = [data.get("child"), *(p for entry in lists if isinstance(entry, list) for p in entry)]
    return {str(p["id"]) for p in people if isinstance(p, Mapping) and "id" in p}


_STEPS: Mapping[str, Callable[[Data], Data]] = {"0.9": _from_0_9}
