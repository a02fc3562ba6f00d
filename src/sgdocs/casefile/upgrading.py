"""Bring an older case file to the present form, one explicit step a version, losing nothing."""

from collections.abc import Callable, Mapping
from typing import Any

from sgdocs.errors import InputRefused

__all__ = ["upgrade"]

Data = dict[str, Any]


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
    children = data.get("children", [])
    if isinstance(children, list):
        children = ([data["child"]] if "child" in data else []) + children
        if children:
            found["children"] = [_named(c, n) for n, c in enumerate(children, 1)]
    elif "child" in data:
        found["child"] = data["child"]
    for kind in ("family", "other_people", "professionals"):
        if isinstance(found.get(kind), list):
            prefix = kind.rstrip("s").replace("_", "-")
            found[kind] = [_named(p, n, prefix) for n, p in enumerate(found[kind], 1)]
    events = data.get("events", {})
    if isinstance(events, Mapping):
        events = [{"event": name, "actual": day} for name, day in events.items()]
    return {"schema_version": "1.0", **found, "events": events}


def _named(person: Any, number: int, prefix: str = "child") -> Any:
    """Give a person a short name and a name group; leave whatever else is there."""
    if not isinstance(person, Mapping):
        return person
    name = person.get("name")
    grouped = {"full": name} if isinstance(name, str) else name
    rest = {k: v for k, v in person.items() if k not in ("id", "name")}
    named = {"name": grouped} if grouped is not None else {}
    return {"id": person.get("id", f"{prefix}-{number}"), **named, **rest}


_STEPS: Mapping[str, Callable[[Data], Data]] = {"0.9": _from_0_9}
