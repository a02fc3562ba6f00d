"""Write down what happened in a case: in the case file, and by ids and hashes in the ledger."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.ledger import Entry, Line
from sgdocs.pipeline.casebooks import Casebook, casebook
from sgdocs.pipeline.entering import sound_lines
from sgdocs.pipeline.noting import entry_hash, news_of
from sgdocs.pipeline.rewriting import Rewritten, Writer, rewrite
from sgdocs.reading import Document, insert_entry, parse, read_file, require_mapping, set_value

__all__ = [
    "DECISIONS",
    "OWNER",
    "book_of",
    "lines_of",
    "list_at",
    "news_in",
    "record",
    "written_down",
]

DECISIONS = "case.procedure_choices"
OWNER = "sgdocs record"

Data = Mapping[str, Any]


def record(path: Path, part: str, entry: Data, content: Content, today: Moment) -> Rewritten:
    """Add an entry to one of a case's lists, if the case is as good with it as without it."""
    book = book_of(read_file(path), path, content)
    by = Writer(OWNER, book, lambda after: (news_in(after, part, entry, today),))
    return written_down(path, (part, entry), by, content, today)


def book_of(document: Document, path: Path, content: Content) -> Casebook | None:
    """Give the book of a case whose file may still have faults."""
    require_mapping(document)
    case = document.data.get("case")
    reference = case.get("reference") if isinstance(case, Mapping) else None
    # A reference that cannot be one is refused by the schema, before anything is written.
    return casebook(path, str(reference or path.parent.name), content)


def lines_of(book: Casebook | None) -> tuple[Line, ...] | None:
    """Give a case's ledger, refused where it was altered; nothing where none is kept."""
    return sound_lines(book) if book else None


def written_down(
    path: Path,
    what: tuple[str, Data],
    by: Writer,
    content: Content,
    today: Moment,
) -> Rewritten:
    """Add the entry to the case file; one that only the ledger still lacks is there already."""
    lines = lines_of(by.book)
    known = None if lines is None else {line.entry.about.get("entry_sha256") for line in lines}
    return rewrite(path, partial(_with, *what, known), content, today, by)


def news_in(after: Document, part: str, entry: Data, at: Moment) -> Entry:
    """Give the ledger's entry for a record, as it then stands in the case file."""
    data = after.data
    alike = [one for one in list_at(data, part) if isinstance(one, Mapping) and _holds(one, entry)]
    return news_of(part, alike[-1] if alike else entry, data, at)


def _with(part: str, entry: Data, known: set[Any] | None, document: Document) -> str:
    """Give the file's text with the record: a new entry, or what an event planned before lacked."""
    require_mapping(document)
    for number, there in enumerate(list_at(document.data, part)):
        # Stopped between the case file and the ledger: the same record again completes it.
        if known is not None and there == entry and entry_hash(entry) not in known:
            return document.text
        if part == "events" and _completes(there, entry):
            return _filled_in(document, (part, number), there, entry)
    return insert_entry(document, tuple(part.split(".")), entry)


def list_at(data: Any, part: str) -> list[Any]:
    """Give the list at a path such as `case.procedure_choices`; an empty one for anything else."""
    for name in part.split("."):
        data = data.get(name) if isinstance(data, Mapping) else None
    return data if isinstance(data, list) else []


def _holds(one: Data, entry: Data) -> bool:
    return all(one.get(key) == value for key, value in entry.items())


def _completes(known: Any, entry: Data) -> bool:
    """Say whether an entry tells more of an event that was planned, and takes no word away."""
    if not isinstance(known, Mapping) or "actual" in known:
        return False
    same = all(known.get(field) == entry.get(field) for field in ("event", "for"))
    return same and all(known.get(f, v) == v for f, v in entry.items() if f != "planned")


def _filled_in(document: Document, steps: tuple[str | int, ...], known: Data, entry: Data) -> str:
    for field, value in entry.items():
        if known.get(field) != value:
            text = set_value(document, (*steps, field), value)
            document = parse(text, name=document.name, kind=document.kind)
    return document.text
