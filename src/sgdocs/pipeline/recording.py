"""Write down what happened in a case: an event, a dispatch, a call, a return, a step."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.pipeline.rewriting import Rewritten, rewrite
from sgdocs.reading import Document, insert_entry, parse, require_mapping, set_value

__all__ = ["record"]


def record(
    path: Path, part: str, entry: Mapping[str, Any], content: Content, today: Moment
) -> Rewritten:
    """Add an entry to one of a case's lists, if the case is as good with it as without it."""
    return rewrite(path, partial(_with, part, entry), content, today, "sgdocs record")


def _with(part: str, entry: Mapping[str, Any], document: Document) -> str:
    """Give the file's text with the record: a new entry, or what an event planned before lacked."""
    require_mapping(document)
    entries = document.data.get(part)
    for number, known in enumerate(entries if isinstance(entries, list) else ()):
        if part == "events" and _completes(known, entry):
            return _filled_in(document, (part, number), known, entry)
    return insert_entry(document, (part,), entry)


def _completes(known: Any, entry: Mapping[str, Any]) -> bool:
    """Say whether an entry tells more of an event that was planned, and takes no word away."""
    if not isinstance(known, Mapping) or "actual" in known:
        return False
    same = all(known.get(field) == entry.get(field) for field in ("event", "for"))
    return same and all(known.get(f, v) == v for f, v in entry.items() if f != "planned")


def _filled_in(
    document: Document,
    steps: tuple[str | int, ...],
    known: Mapping[str, Any],
    entry: Mapping[str, Any],
) -> str:
    for field, value in entry.items():
        if known.get(field) != value:
            text = set_value(document, (*steps, field), value)
            document = parse(text, name=document.name, kind=document.kind)
    return document.text
