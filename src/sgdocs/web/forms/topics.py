"""The topics of a case, one for each part of its file, in the file's order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sgdocs.schema import Schema

__all__ = ["Topic", "topics"]

_NOT_ASKED = frozenset({"schema_version"})


@dataclass(frozen=True, slots=True)
class Topic:
    """One part of a case, and how much of it there is."""

    name: str
    title: str
    hint: str
    state: str
    """In words: how many entries, or whether anything is filled in."""
    started: bool


def topics(schema: Schema, data: Mapping[str, Any]) -> tuple[Topic, ...]:
    """Give the topics of a case with what is there already."""
    return tuple(
        _topic(schema, name, node, data.get(name))
        for name, node in schema.root["properties"].items()
        if name not in _NOT_ASKED
    )


def _topic(schema: Schema, name: str, node: Mapping[str, Any], value: Any) -> Topic:
    field, _ = schema.resolve(node)
    return Topic(name, field["title"], field.get("description", ""), _state(value), bool(value))


def _state(value: Any) -> str:
    if not value:
        return "Nothing yet"
    if isinstance(value, list):
        return "1 entry" if len(value) == 1 else f"{len(value)} entries"
    return "Filled in"
