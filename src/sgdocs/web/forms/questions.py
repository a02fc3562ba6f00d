"""The questions of one page: what the schema asks at a place in a case."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sgdocs.schema import Schema

__all__ = ["Choice", "Group", "Kind", "Many", "Page", "Question", "Steps", "page_for", "said"]

Steps = tuple[str | int, ...]

_LONG = 1000
_FEW = 8
_DEEPEST = 3
# How YAML wants a number written is nothing for a box.
_FOR_FILES = ", in quotes"
_DATE_PARTS = ("day", "month", "year")


class Kind(StrEnum):
    """How a question is answered."""

    LINE = "line"
    LONG = "long"
    LINES = "lines"
    TEXTS = "texts"
    DATE = "date"
    MOMENT = "moment"
    NUMBER = "number"
    ONE = "one"
    SELECT = "select"
    SEVERAL = "several"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a closed list, and how it is said."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question; the name leads to its answer from the page's own place."""

    name: str
    steps: Steps
    kind: Kind
    label: str
    hint: str
    required: bool
    choices: tuple[Choice, ...] = ()

    @property
    def id(self) -> str:
        """Name it on the page."""
        return "f-" + self.name.replace(".", "-")

    @property
    def boxes(self) -> tuple[str, ...]:
        """Name the boxes it is answered in."""
        parts = {Kind.DATE: _DATE_PARTS, Kind.MOMENT: (*_DATE_PARTS, "time")}.get(self.kind)
        return tuple(f"{self.name}-{part}" for part in parts) if parts else (self.name,)


@dataclass(frozen=True, slots=True)
class Many:
    """A list of entries that each have a page of their own; where it is beneath its page."""

    steps: Steps
    label: str
    hint: str
    entry: str
    """What one entry is called."""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together, under a heading of their own where they have one."""

    label: str
    hint: str
    questions: tuple[Question, ...]
    inner: tuple["Group", ...] = ()
    """Groups within it, each under a heading of its own."""
    needed: bool = True
    """False where it can be left out, so that it is folded away while it is empty."""

    @property
    def every(self) -> tuple[Question, ...]:
        """Give its questions and those of the groups within it."""
        return (*self.questions, *(q for group in self.inner for q in group.every))

    def is_open(self, boxes: Mapping[str, tuple[str, ...]], wrong: Mapping[str, str]) -> bool:
        """Say whether something in it is filled in, or to be put right."""
        words = (text for q in self.every for box in q.boxes for text in boxes.get(box, ()))
        return any(words) or any(q.id in wrong for q in self.every)


@dataclass(frozen=True, slots=True)
class Page:
    """What is asked at one place of a case."""

    steps: Steps
    title: str
    hint: str
    groups: tuple[Group, ...]
    lists: tuple[Many, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Give every question, in the order of the page."""
        return tuple(q for group in self.groups for q in group.every)


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
