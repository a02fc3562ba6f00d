"""Change a case file where the case is as good with the change as without it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sgdocs.casefile import Case, CaseRefused
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import SgdocsError
from sgdocs.findings import Finding, Severity, ordered
from sgdocs.pipeline.scheduling import check_against, schedule, validate
from sgdocs.reading import Document, parse, read_file
from sgdocs.schedule import Moved, differences
from sgdocs.storage import locked, write_file

__all__ = ["Rewritten", "brought", "moved_between", "rewrite"]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What a change did: the file, the dates that moved, and what is still to put right."""

    path: Path
    moved: tuple[Moved, ...]
    findings: tuple[Finding, ...]
    notes_lost: int = 0
    """How many lines of notes stood within what was taken out of the file."""


def rewrite(
    path: Path, change: Callable[[Document], str], content: Content, today: Moment, owner: str
) -> Rewritten:
    """Give the file the text that `change` makes of it, unless that brings an error of its own."""
    path = path.resolve()  # a link is followed: what it leads to is the case
    with locked(path, owner=owner):
        before = read_file(path)
        after = parse(change(before), name=before.name, kind=before.kind)
        if errors := brought(before, after, content, today):
            raise CaseRefused(before.name, errors)
        moved = moved_between(before, after, content, today)
        write_file(path, after.text)
    lost = sum((_notes(before) - _notes(after)).values())
    return Rewritten(path, moved, validate(after, content, today).findings, lost)


def _notes(document: Document) -> Counter[str]:
    lines = map(str.strip, document.text.splitlines() if document.kind == "yaml" else ())
    return Counter(line for line in lines if line.startswith("#"))


def brought(
    before: Document, after: Document, content: Content, today: Moment
) -> tuple[Finding, ...]:
    """Give the errors that a change brings; older ones do not count."""
    known = {(f.rule, f.path) for f in _every(before, content, today)}
    return tuple(
        f
        for f in _every(after, content, today)
        if f.severity is Severity.ERROR and (f.rule, f.path) not in known
    )


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


def moved_between(
    before: Document, after: Document, content: Content, today: Moment
) -> tuple[Moved, ...]:
    """Give the dates that a change moves."""
    try:
        old = schedule(before, content, today, today).rows
        new = schedule(after, content, today, today).rows
    except CaseRefused:  # a case with older errors cannot be dated; its findings are shown
        return ()
    return differences(old, new)
