"""Change a case file where the case is as good with the change as without it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sgdocs.casefile import Case, CaseRefused
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import SgdocsError
from sgdocs.findings import Finding, Severity, ordered
from sgdocs.ledger import Entry
from sgdocs.pipeline.casebooks import Casebook, enter
from sgdocs.pipeline.scheduling import check_against, schedule, validate
from sgdocs.reading import Document, parse, read_file
from sgdocs.schedule import Moved, differences
from sgdocs.storage import locked, write_file

__all__ = ["Rewritten", "Writer", "brought", "moved_between", "rewrite"]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What a change did: the file, the dates that moved, and what is still to put right."""

    path: Path
    moved: tuple[Moved, ...]
    findings: tuple[Finding, ...]
    notes_lost: int = 0
    """How many lines of notes stood within what was taken out of the file."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Which command changes a case, and what its ledger is to say of it where one is kept."""

    owner: str
    book: Casebook | None = None
    news: Callable[[Document], Iterable[Entry]] = lambda _: ()
    """Given the case as it then stands."""

    def put(self, path: Path, after: Document) -> None:
        """Write the case and enter it in the ledger: both or neither."""
        if self.book is None:
            write_file(path, after.text)
        else:
            enter(self.book, *self.news(after), case=(path, after.text))


def rewrite(
    path: Path, change: Callable[[Document], str], content: Content, today: Moment, by: Writer
) -> Rewritten:
    """Give the file the text that `change` makes of it, unless that brings an error of its own."""
    path = path.resolve()  # a link is followed: what it leads to is the case
    with locked(path, owner=by.owner):
        before = read_file(path)
        after = parse(change(before), name=before.name, kind=before.kind)
        if errors := brought(before, after, content, today):
            raise CaseRefused(before.name, errors)
        moved = moved_between(before, after, content, today)
        findings = validate(after, content, today).findings
        by.put(path, after)
    lost = sum((_notes(before) - _notes(after)).values())
    return Rewritten(path, moved, findings, lost)


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
