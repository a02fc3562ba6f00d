"""The entries of a list, each in a few words that tell it from the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sgdocs.web.forms.asking import said
from sgdocs.web.forms.questions import Many, Page

__all__ = ["Summed", "summaries"]

_NAMING = (
    "name",
    "contact",
    "title",
    "event",
    "step",
    "artefact",
    "label",
    "what",
    "agency",
    "text",
)
_BESIDE = (
    "role",
    "relationship",
    "kind",
    "state",
    "actual",
    "planned",
    "sent",
    "received",
    "at",
    "on",
)
_LONGEST = 80
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Summed:
    """A list of a page: its entries in words, and where each is."""

    many: Many
    entries: tuple[tuple[str, str], ...]
    """The address of each entry, beneath the page's own, and its words."""
    next: str
    """The address of an entry that is yet to be added."""


def summaries(page: Page, value: Any) -> tuple[Summed, ...]:
    """Give the lists of a page with their entries."""
    return tuple(_summed(many, value) for many in page.lists)


def _summed(many: Many, value: Any) -> Summed:
    for step in many.steps:
        value = value.get(step) if isinstance(value, Mapping) else None
    entries = value if isinstance(value, list) else []
    here = "".join(f"/{step}" for step in many.steps)
    return Summed(
        many,
        tuple((f"{here}/{n}", _words(entry, n)) for n, entry in enumerate(entries)),
        f"{here}/{len(entries)}",
    )


def _words(entry: Any, number: int) -> str:
    if not isinstance(entry, Mapping):
        return str(entry)[:_LONGEST]
    words = [w for key in (*_NAMING, *_BESIDE) if (w := _said(key, entry.get(key)))]
    return ", ".join(dict.fromkeys(words[:_MOST_WORDS])) or f"Entry {number + 1}"


def _said(key: str, value: Any) -> str:
    if isinstance(value, Mapping):
        return next(_names(value), "")
    if not isinstance(value, str):
        return ""
    short = value.split("\n")[0][:_LONGEST]
    return said(short) if key in _BESIDE or key in ("event", "step") else short


def _names(value: Mapping[str, Any]) -> Iterator[str]:
    for key in ("full", "name"):
        if isinstance(value.get(key), str):
            yield value[key]
        elif isinstance(value.get(key), Mapping):
            yield from _names(value[key])
