"""Find what the schema asks at a place in a case, and put it as a page of questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sgdocs.schema import Schema
from sgdocs.web.forms.questions import Choice, Group, Kind, Many, Page, Question, Steps

__all__ = ["page_for", "said"]

_LONG = 1000
_FEW = 8
_DEEPEST = 3
# How YAML wants a number written is nothing for a box.
_FOR_FILES = ", in quotes"


@dataclass(frozen=True, slots=True)
class _Node:
    schema: Schema
    field: Mapping[str, Any]
    base: str

    def below(self, node: Mapping[str, Any]) -> "_Node":
        field, base = self.schema.resolve(node, self.base)
        return _Node(self.schema, field, base)

    @property
    def title(self) -> str:
        return str(self.field.get("title", ""))

    @property
    def hint(self) -> str:
        return str(self.field.get("description", "")).replace(_FOR_FILES, "")

    @property
    def properties(self) -> Iterator[tuple[str, "_Node", bool]]:
        needed = self.field.get("required", ())
        for name, node in self.field.get("properties", {}).items():
            yield name, self.below(node), name in needed


def page_for(schema: Schema, steps: Steps) -> Page | None:
    """Give the page of a group or an entry; nothing where the schema has none there."""
    node = _at(_Node(schema, schema.root, ""), steps)
    if node is None or node.field.get("type") not in ("object", "array"):
        return None
    if node.field["type"] == "array":
        return Page(steps, node.title, node.hint, (), (_many(node, ()),))
    return Page(steps, node.title, node.hint, _groups(node), tuple(_lists(node, ())))


def _at(node: _Node, steps: Steps) -> _Node | None:
    for step in steps:
        inside = node.field.get("items") if isinstance(step, int) else _property(node, step)
        if inside is None:
            return None
        node = node.below(inside)
    return node


def _property(node: _Node, name: str) -> Mapping[str, Any] | None:
    found: Mapping[str, Any] | None = node.field.get("properties", {}).get(name)
    return found


def _groups(node: _Node) -> tuple[Group, ...]:
    """Give a page's own questions first, then the groups within it."""
    whole = _group(node, (), "", needed=True)
    own = (replace(whole, inner=()),) if whole.questions else ()
    return (*own, *whole.inner)


def _group(node: _Node, steps: Steps, label: str, *, needed: bool) -> Group:
    own, inner = [], []
    for name, below, must in node.properties:
        place = (*steps, name)
        if below.field.get("type") == "object" and len(place) <= _DEEPEST:
            heading = f"{label}: {below.title.lower()}" if label else below.title
            inner.append(_group(below, place, heading, needed=must))
        elif kind := _kind(below):
            own.append(_question(below, place, kind, needed=must))
    asked = tuple(group for group in inner if group.every)
    return Group(label, node.hint if label else "", tuple(own), asked, needed)


def _lists(node: _Node, steps: Steps) -> Iterator[Many]:
    for name, below, _ in node.properties:
        place = (*steps, name)
        if below.field.get("type") == "object" and len(place) <= _DEEPEST:
            yield from _lists(below, place)
        elif below.field.get("type") == "array" and not _kind(below):
            yield _many(below, place)


def _many(node: _Node, steps: Steps) -> Many:
    return Many(steps, node.title, node.hint, node.below(node.field["items"]).title.lower())


def _question(node: _Node, place: Steps, kind: Kind, *, needed: bool) -> Question:
    items = node.below(node.field["items"]).field if kind is Kind.SEVERAL else node.field
    choices = tuple(Choice(str(v), said(str(v))) for v in items.get("enum", ()))
    name = ".".join(map(str, place))
    return Question(name, place, kind, node.title, node.hint, needed, choices)


def said(word: str) -> str:
    """Say a word of a closed list as people do."""
    words = word if word.isupper() else word.replace("_", " ")
    return words[:1].upper() + words[1:]


def _kind(node: _Node) -> Kind | None:
    """Say how a question is answered; nothing where it needs a page of its own."""
    field = node.field
    if "enum" in field:
        return Kind.ONE if len(field["enum"]) <= _FEW else Kind.SELECT
    if field.get("type") == "array":
        items = node.below(field["items"]).field
        if "enum" in items:
            return Kind.SEVERAL
        return _of_many(items) if items.get("type") == "string" else None
    if field.get("type") in ("integer", "number"):
        return Kind.NUMBER
    return _text_kind(field) if field.get("type") == "string" else None


def _text_kind(field: Mapping[str, Any]) -> Kind:
    formats = {"date": Kind.DATE, "moment": Kind.MOMENT, "email": Kind.EMAIL}
    if found := formats.get(str(field.get("format"))):
        return found
    return Kind.LONG if field.get("maxLength", 0) > _LONG else Kind.LINE


def _of_many(items: Mapping[str, Any]) -> Kind:
    return Kind.TEXTS if items.get("maxLength", 0) > _LONG else Kind.LINES
