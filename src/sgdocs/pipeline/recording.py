"""Write down what happened in a case: an event, a dispatch, a call, a return, a step."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sgdocs.casefile import Case, CaseRefused
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import SgdocsError
from sgdocs.findings import Finding, Severity, ordered
from sgdocs.pipeline.scheduling import check_against, schedule, validate
from sgdocs.reading import Document, insert_entry, parse, read_file, require_mapping, set_value
from sgdocs.schedule import Moved, differences
from sgdocs.storage import locked, write_file

__all__ = ["Recorded", "record"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a record changed: the file, the dates that moved, and what is still to put right."""

    path: Path
    moved: tuple[Moved, ...]
    findings: tuple[Finding, ...]


def record(
    path: Path, part: str, entry: Mapping[str, Any], content: Content, today: Moment
) -> Recorded:
    """Add an entry to one of a case's lists, if the case is as good with it as without it."""
    path = path.resolve()  # a link is followed: what it leads to is the case
    with locked(path, owner="sgdocs record"):
        before = read_file(path)
        text = _with(before, part, entry)
        after = parse(text, name=before.name, kind=before.kind)
        _require_no_worse(before, after, content, today)
        moved = _moved(before, after, content, today)
        write_file(path, text)
    return Recorded(path, moved, validate(after, content, today).findings)


def _with(document: Document, part: str, entry: Mapping[str, Any]) -> str:
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


def _require_no_worse(before: Document, after: Document, content: Content, today: Moment) -> None:
    """Refuse a record that brings an error of its own; older ones do not stop it."""
    known = {(f.rule, f.path) for f in _every(before, content, today)}
    new = tuple(
        f
        for f in _every(after, content, today)
        if f.severity is Severity.ERROR and (f.rule, f.path) not in known
    )
    if new:
        raise CaseRefused(before.name, new)


def _every(document: Document, content: Content, today: Moment) -> tuple[Finding, ...]:
    """Give every finding, those of the rules too where the shape has faults already."""
    validated = validate(document, content, today)
    if validated.case is not None or not validated.findings:
        return validated.findings
    try:
        ruled = check_against(Case(document.data, document), content, today).findings
    except (LookupError, TypeError, ValueError, AttributeError, SgdocsError):
        return validated.findings  # too far from its shape for the rules to make sense of
    return ordered((*validated.findings, *ruled))


def _moved(before: Document, after: Document, content: Content, today: Moment) -> tuple[Moved, ...]:
    try:
        old = schedule(before, content, today, today).rows
        new = schedule(after, content, today, today).rows
    except CaseRefused:  # a case with older errors cannot be dated; its findings are shown
        return ()
    return differences(old, new)
