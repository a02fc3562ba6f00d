"""Write down what was sent: to whom, how, and which very files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.ledger import Entry
from sgdocs.pipeline.grounding import ground
from sgdocs.pipeline.noting import superseded
from sgdocs.pipeline.recording import OWNER, book_of, lines_of, news_in, written_down
from sgdocs.pipeline.rewriting import Rewritten, Writer
from sgdocs.pipeline.sentfiles import SentFile, files_given, keep, papers_sent
from sgdocs.procedure import procedure_names
from sgdocs.reading import Document, read_file

__all__ = ["Dispatched", "dispatch"]

_PART = "dispatches"
_FILES_A_LINE = 50

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Dispatched:
    """What a dispatch changed, and the files it is known by."""

    done: Rewritten
    files: tuple[SentFile, ...]
    kept: bool


def dispatch(
    path: Path, entry: Data, named: tuple[Path, ...], content: Content, today: Moment
) -> Dispatched:
    """Record that a paper was sent; `named` are its files where they are not those of a pack."""
    document = read_file(path)
    book = book_of(document, path, content)
    ledger = lines_of(book)
    version, files = 0, files_given(named, entry["artefact"])
    if book and not named:
        version, files = papers_sent(book, entry, _roles(document.data, entry, content, today))
    whole = {**entry, **_known_by(version, files)}

    def news(after: Document) -> Iterator[Entry]:
        said = news_in(after, _PART, whole, today)
        about = keep(book, files) if book else ()
        yield from (_with_files(said, about[n : n + _FILES_A_LINE]) for n in _starts(about))
        yield from superseded(said, ledger or ())

    done = written_down(path, (_PART, whole), Writer(OWNER, book, news), content, today)
    return Dispatched(done, files, kept=bool(book))


def _known_by(version: int, files: tuple[SentFile, ...]) -> Data:
    """Give what the case file says of a paper's version and of its one file."""
    one = {"sha256": files[0].hash} if len(files) == 1 else {}
    return {**({"version": version} if version > 1 else {}), **one}


def _with_files(news: Entry, files: tuple[Data, ...]) -> Entry:
    return replace(news, about={**news.about, "files": list(files)}) if files else news


def _starts(about: tuple[Data, ...]) -> range:
    return range(0, max(1, len(about)), _FILES_A_LINE)


def _roles(data: Any, entry: Data, content: Content, today: Moment) -> frozenset[str]:
    """Give the roles a dispatch names, groups with their members."""
    to = entry.get("to", ())
    procedure = _procedure_of(data)
    if procedure not in procedure_names(content):
        return frozenset(to)
    members = ground(content, procedure).book.in_force(today.day).members
    return frozenset({*to, *(member for role in to for member in members(role))})


def _procedure_of(data: Any) -> str:
    case = data.get("case") if isinstance(data, Mapping) else None
    return str(case.get("procedure", "")) if isinstance(case, Mapping) else ""
