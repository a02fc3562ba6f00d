"""A new case file: the few lines that are needed, and every other field as a comment to fill in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sgdocs.reading import dump
from sgdocs.schema import Schema

__all__ = ["Beginning", "skeleton"]

_WIDTH = 96
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known when a case is begun."""

    reference: str
    procedure: str
    pathway: str
    harms: tuple[str, ...]
    received: str = ""


def skeleton(schema: Schema, beginning: Beginning) -> str:
    """Write a commented case file that is valid as it stands."""
    known = _known(beginning)
    lines = list(_opening())
    for name, node in schema.root["properties"].items():
        field, base = schema.resolve(node)
        lines += ["", f"# {field['title']}"]
        lines += _wrapped(field["description"], "#   ")
        lines += _field(name, known, _Node(schema, field, base), 0)
    return "\n".join(lines) + "\n"


def _opening() -> Iterator[str]:
    yield "# A case file. Lines that begin with # are notes, or fields not filled in yet:"
    yield "# take the # away, keep the spaces before the word, and write after the colon."
    yield "# Dates are written year first: 2025-12-19, or with a time 2025-12-19T16:20."


def _known(beginning: Beginning) -> Mapping[str, Any]:
    events = []
    if beginning.received:
        events = [{"event": "notification_received", "actual": beginning.received}]
    return {
        "schema_version": "1.0",
        "case": {"reference": beginning.reference, "procedure": beginning.procedure},
        "referral": {"pathway": beginning.pathway},
        "children": [
            {"id": f"child-{n}", "name": {"full": "unknown"}, "harm": harm}
            for n, harm in enumerate(beginning.harms, 1)
        ],
        "events": events,
    }


@dataclass(frozen=True, slots=True)
class _Node:
    schema: Schema
    field: Mapping[str, Any]
    base: str

    def below(self, node: Mapping[str, Any]) -> "_Node":
        field, base = self.schema.resolve(node, self.base)
        return _Node(self.schema, field, base)


def _field(name: str, known: Mapping[str, Any], node: _Node, depth: int) -> list[str]:
    if name in known:
        written = dump({name: known[name]}).rstrip("\n").split("\n")
        lines = [_indent(depth) + line for line in written]
        return lines + _unfilled(known[name], node, depth + 1)
    return ["# " + line for line in _example(name, node, depth)]


def _unfilled(value: Any, node: _Node, depth: int) -> list[str]:
    """Give the fields of a group that are not filled in, as comments beneath it."""
    if isinstance(value, list) and value:
        return _unfilled(value[-1], node.below(node.field["items"]), depth + 1)
    if not isinstance(value, Mapping):
        return []
    rest = {k: v for k, v in node.field.get("properties", {}).items() if k not in value}
    return ["# " + line for k, v in rest.items() for line in _example(k, node.below(v), depth)]


def _example(name: str, node: _Node, depth: int) -> Iterator[str]:
    """Show an empty field with what goes there."""
    kind = node.field.get("type")
    if kind == "object" and depth < _DEEPEST:
        yield f"{_indent(depth)}{name}:"
        for key, value in node.field.get("properties", {}).items():
            yield from _example(key, node.below(value), depth + 1)
    elif kind == "array" and depth < _DEEPEST:
        yield f"{_indent(depth)}{name}:"
        yield from _entry(node.below(node.field["items"]), depth + 1)
    else:
        yield f"{_indent(depth)}{name}:   {_hint(node.field)}".rstrip()


def _entry(node: _Node, depth: int) -> Iterator[str]:
    if node.field.get("type") != "object":
        yield f"{_indent(depth)}-   {_hint(node.field)}".rstrip()
        return
    first = f"{_indent(depth)}- "
    for key, value in node.field.get("properties", {}).items():
        lines = list(_example(key, node.below(value), depth + 1))
        yield first + lines[0].strip()
        yield from lines[1:]
        first = _indent(depth + 1)


def _hint(field: Mapping[str, Any]) -> str:
    choices = field.get("enum")
    if choices:
        return "# " + " | ".join(str(c) for c in choices)
    return f"# {field.get('description', '')}"


def _indent(depth: int) -> str:
    return "  " * depth


def _wrapped(text: str, lead: str) -> list[str]:
    lines, line = [], lead
    for word in text.split():
        if len(line) + len(word) > _WIDTH:
            lines.append(line.rstrip())
            line = lead
        line += word + " "
    return [*lines, line.rstrip()]
