"""The words for a field, taken from the schema, for messages, forms and docs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sgdocs.schema.loading import Schema

__all__ = ["Field", "field_at"]


@dataclass(frozen=True, slots=True)
class Field:
    """What the schema says of one place in a file."""

    title: str
    description: str
    node: Mapping[str, Any]
    base: str


def field_at(schema: Schema, steps: Sequence[str | int]) -> Field:
    """Find the words for the place at `steps`; the nearest named place where it has none."""
    node, base = schema.resolve(schema.root)
    found = Field(str(node.get("title", "")), str(node.get("description", "")), node, base)
    for step in steps:
        below = _below(node, step)
        if below is None:
            return found
        node, base = schema.resolve(below, base)
        title = str(node.get("title", found.title))
        found = Field(title, str(node.get("description", "")), node, base)
    return found


def _below(node: Mapping[str, Any], step: str | int) -> Mapping[str, Any] | None:
    if isinstance(step, int):
        inside = node.get("items")
    else:
        inside = node.get("properties", {}).get(step, node.get("additionalProperties"))
    return inside if isinstance(inside, Mapping) else None
