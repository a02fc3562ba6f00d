"""Give one part of a case file another value, if nobody else has changed that part meanwhile."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import SafetyRefused
from sgdocs.findings import json_path
from sgdocs.ledger import Entry, Kind
from sgdocs.pipeline.recording import book_of, lines_of
from sgdocs.pipeline.rewriting import Rewritten, Writer, rewrite
from sgdocs.reading import Document, insert_entry, parse, read_file, remove_value, set_value

__all__ = ["ABSENT", "ChangedMeanwhile", "Edit", "edit", "edited", "fingerprint", "value_at"]

Steps = tuple[str | int, ...]

ABSENT = object()
"""What stands at a place where the file has nothing."""


class ChangedMeanwhile(SafetyRefused):
    """Somebody else has changed the same part since it was looked at."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "this part has been changed by somebody else meanwhile, and was left as it is.",
            where=name,
            remedy="Look at both, and choose.",
        )


@dataclass(frozen=True, slots=True)
class Edit:
    """A place in a case, what it is to hold, and what it held when somebody looked at it."""

    steps: Steps
    value: Any
    """Plain data, or ABSENT to take out what is there."""
    seen: str
    """The fingerprint of what was there."""
    by: str = ""
    """Who makes it."""


def edit(path: Path, wanted: Edit, content: Content, today: Moment) -> Rewritten:
    """Make one edit in a case file; its comments and order stay, and the ledger says where."""
    book = book_of(read_file(path), path, content)
    lines_of(book)  # an altered ledger stops it before anything is written
    about = {
        "part": "details",
        "place": json_path(wanted.steps),
        "after": fingerprint(wanted.value),
    }
    news = (Entry(Kind.RECORDED, today, wanted.by, about),)
    by = Writer("sgdocs serve", book, lambda _: news)
    return rewrite(path, partial(_unless_changed, wanted), content, today, by)


def edited(document: Document, steps: Steps, value: Any) -> Document:
    """Give the document with another value at a place; only what differs is written anew."""
    for change in _changes(steps, value_at(document.data, steps), value):
        document = parse(change(document), name=document.name, kind=document.kind)
    return document


def value_at(data: Any, steps: Steps) -> Any:
    """Give what stands at a place, or ABSENT."""
    for step in steps:
        data = _held(data, step)
    return data


def _held(holder: Any, step: str | int) -> Any:
    if isinstance(holder, dict):
        return holder.get(step, ABSENT)
    inside = isinstance(holder, list) and step in range(len(holder))
    return holder[int(step)] if inside else ABSENT


def fingerprint(value: Any) -> str:
    """Tell one value from another without keeping either."""
    text = "" if value is ABSENT else json.dumps(value, sort_keys=True, ensure_ascii=False)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _unless_changed(wanted: Edit, document: Document) -> str:
    if fingerprint(value_at(document.data, wanted.steps)) != wanted.seen:
        raise ChangedMeanwhile(document.name)
    return edited(document, wanted.steps, wanted.value).text


def _changes(steps: Steps, old: Any, new: Any) -> Iterator[Any]:
    """Give the smallest changes that lead from one value to another, in an order that works."""
    if new is ABSENT:
        if old is not ABSENT:
            yield partial(remove_value, steps=steps)
    elif old is ABSENT and steps and isinstance(steps[-1], int):
        yield partial(_appended, steps[:-1], new)
    elif isinstance(old, Mapping) and isinstance(new, Mapping) and new:
        for key in new:
            yield from _changes((*steps, key), old.get(key, ABSENT), new[key])
        for key in (k for k in old if k not in new):
            yield from _changes((*steps, key), old[key], ABSENT)
    elif isinstance(old, list) and isinstance(new, list) and new:
        yield from _in_list(steps, old, new)
    elif old is ABSENT or old != new:
        yield partial(set_value, steps=steps, value=new)


def _in_list(steps: Steps, old: list[Any], new: list[Any]) -> Iterator[Any]:
    for number, value in enumerate(new):
        here = old[number] if number < len(old) else ABSENT
        yield from _changes((*steps, number), here, value)
    for number in reversed(range(len(new), len(old))):
        yield from _changes((*steps, number), old[number], ABSENT)


def _appended(steps: Steps, value: Any, document: Document) -> str:
    return insert_entry(document, steps, value)
