"""Change a case file where the case is as good with the change as without it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sgdocs.casefile import CaseRefused
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.findings import Finding
from sgdocs.ledger import Entry
from sgdocs.pipeline.casebooks import Casebook
from sgdocs.pipeline.comparing import compare
from sgdocs.pipeline.entering import enter
from sgdocs.reading import Document, parse, read_file
from sgdocs.schedule import Moved
from sgdocs.storage import locked, write_file

__all__ = ["Rewritten", "Writer", "rewrite"]


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
        compared = compare(before, after, content, today)
        if errors := compared.brought:
            raise CaseRefused(before.name, errors)
        moved = compared.moved
        by.put(path, after)
    lost = sum((_notes(before) - _notes(after)).values())
    return Rewritten(path, moved, compared.findings, lost)


def _notes(document: Document) -> Counter[str]:
    lines = map(str.strip, document.text.splitlines() if document.kind == "yaml" else ())
    return Counter(line for line in lines if line.startswith("#"))
