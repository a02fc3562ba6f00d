"""A new case file: the few lines that are needed, and every other field as a comment to fill in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sgdocs.reading import dump
from sgdocs.schema import Schema

__all__ = ["Beginning", "skeleton"]

_WIDTH = 96
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known when a case is begun."""

    reference: str
    procedure: str
    pathway: str
    harms: tuple[str, ...]
    received: str = ""
    receipt: str = "notification_received"
    told: Mapping[str, Any] = field(default_factory=dict)
    """What a notification says: parts of a case, each child with its short name and its harm."""


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
    yield "# take away the # and the one space after it, and write after the colon."
    yield "# Dates are written year first: 2025-12-19, or with a time 2025-12-19T16:20."


def _known(beginning: Beginning) -> Mapping[str, Any]:
    told = beginning.told
    known: dict[str, Any] = {
        "schema_version": "1.0",
        "case": {"reference": beginning.reference, "procedure": beginning.procedure},
        **told,
        "referral": {"pathway": beginning.pathway, **told.get("referral", {})},
        "children": told.get("children")
        or [
            {"id": f"child-{n}", "name": {"full": "unknown"}, "harm": harm}
            for n, harm in enumerate(beginning.harms, 1)
        ],
    }
    if beginning.received:
        receipt = {"event": beginning.receipt, "actual": beginning.received}
        known["events"] = [*told.get("events", ()), receipt]
    return known


@dataclass(frozen=True, slots=True)
class _Node:
    schema: Schema
    field: Mapping[str, Any]
    base: str

    def below(self, node: Mapping[str, Any]) -> "_Node":
        field, base = self.schema.resolve(node, self.base)
        return _Node(self.schema, field, base)


def _field(name: str, known: Mapping[str, Any], node: _Node, depth: int) -> Iterator[str]:
    if name in known:
        yield from _filled(name, known[name], node, depth)
    else:
        yield from _commented(_example(name, node, depth))


def _filled(name: str, value: Any, node: _Node, depth: int) -> Iterator[str]:
    """Write a field that is known, with what else its group may have as comments beneath."""
    if isinstance(value, Mapping):
        yield f"{_indent(depth)}{name}:"
        yield from _group(value, node, depth + 1)
    elif isinstance(value, list) and value and isinstance(value[0], Mapping):
        yield f"{_indent(depth)}{name}:"
        for entry in value:
            first, *rest = _group(entry, node.below(node.field["items"]), depth + 2)
            yield f"{_indent(depth + 1)}- {first.strip()}"
            yield from rest
    else:
        for line in dump({name: value}).removesuffix("\n").split("\n"):
            yield _indent(depth) + line if line else line


def _group(value: Mapping[str, Any], node: _Node, depth: int) -> Iterator[str]:
    fields = node.field.get("properties", {})
    for key, known in value.items():
        yield from _filled(key, known, node.below(fields[key]), depth)
    for key, other in fields.items():
        if key not in value:
            yield from _commented(_example(key, node.below(other), depth))


def _commented(lines: Iterable[str]) -> Iterator[str]:
    return (f"# {line}" for line in lines)


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
