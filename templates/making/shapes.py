"""What a form's schema says of the place a field names."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from making.paths import Step

__all__ = ["SCHEMAS", "Shape", "entry_name", "narratives", "shape_at"]

SCHEMAS = ("agency-return", "case")
_FOLDER = Path(__file__).parents[2] / "schemas"
_Node = Mapping[str, Any]
_PAGES = 10_000
_NAMES = ("event", "id")  # what the entries of a named list are called by


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand at a place: its title, its closed list, whether it is a list or a moment."""

    title: str
    choices: tuple[str, ...]
    many: bool
    moment: bool
    known_day: bool
    group: bool


def shape_at(schema: str, steps: Sequence[Step]) -> Shape | None:
    """Find what a path leads to; nothing where the schema has no such place."""
    node = _at(schema, steps)
    return _shape(node) if node is not None else None


def entry_name(schema: str, steps: Sequence[Step]) -> str:
    """Say which field names the entries of the list a path leads to; empty where none does."""
    node = _at(schema, steps)
    return _naming(_meant(node).get("items", {})) if node is not None else ""


@cache
def narratives() -> frozenset[str]:
    """Name the fields that may be as long as pages."""
    return frozenset(name for schema in SCHEMAS for name in _narratives(_schema(schema)))


def _narratives(node: Any) -> Iterator[str]:
    parts = node.items() if isinstance(node, dict) else ()
    for name, part in parts:
        if isinstance(part, dict) and part.get("maxLength", 0) >= _PAGES:
            yield name
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _narratives(part)


def _at(schema: str, steps: Sequence[Step]) -> _Node | None:
    node: _Node | None = _schema(schema)
    for step in steps:
        node = _next(_meant(node), step) if node is not None else None
    return node


def _next(node: _Node, step: Step) -> _Node | None:
    if step.kind == "name":
        found: _Node | None = node.get("properties", {}).get(step.word)
        return found
    items: _Node | None = node.get("items")
    return items if step.kind != "entry" or _naming(items or {}) else None


def _naming(items: _Node) -> str:
    known = _meant(items).get("properties", {})
    return next((name for name in _NAMES if name in known), "")


def _shape(node: _Node) -> Shape:
    meant = _meant(node)
    items = _meant(meant.get("items", {}))
    return Shape(
        title=str(node.get("title", meant.get("title", ""))),
        choices=tuple(map(str, meant.get("enum", items.get("enum", ())))),
        many="items" in meant,
        moment=meant.get("format") == "moment",
        known_day=meant.get("format") == "known-day",
        group="properties" in meant or "properties" in items,
    )


def _meant(node: _Node) -> _Node:
    while "$ref" in node:
        file, _, place = str(node["$ref"]).partition("#/")
        node = _schema(file.removesuffix(".schema.json"))
        for part in place.split("/"):
            node = node[part]
    return node


@cache
def _schema(name: str) -> _Node:
    text = (_FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
    # A reference within the schema is to be followed from anywhere.
    schema: _Node = json.loads(text.replace('"$ref": "#/', f'"$ref": "{name}.schema.json#/'))
    return schema
