"""Why the dates of one step are what they are, in plain words, so that nobody counts again."""

from collections.abc import Iterable, Iterator

from sgdocs.dates import words
from sgdocs.exports.characters import one_line
from sgdocs.exports.entries import Entry, folded
from sgdocs.exports.heading import Names
from sgdocs.exports.layout import NARROWEST, hung
from sgdocs.exports.wording import (
    ROLE_WORDS,
    STATUS_WORDS,
    anchored,
    days_away,
    people,
    remarks,
    skipped_words,
)
from sgdocs.schedule import Row, Status

__all__ = ["why_text"]

_LEAD = 19
_BARE: Names = {}


def why_text(rows: Iterable[Row], width: int, names: Names = _BARE) -> str:
    """Set the whole reasoning of one step's rows as text, for a width in columns."""
    setting = max(width, NARROWEST)
    blocks = ["\n".join(_block(entry, setting, names)) for entry in folded(rows)]
    return "\n\n".join(blocks) + "\n"


def _block(entry: Entry, width: int, names: Names) -> Iterator[str]:
    row = entry.row
    yield from hung("", one_line(row.title), width)
    yield from _facts(_about(entry, names), width)
    for one in (row, *entry.beneath):
        yield ""
        yield from hung("", _reading(one), width)
        yield from _facts(_reasoning(one), width)


def _about(entry: Entry, names: Names) -> Iterator[tuple[str, str]]:
    row = entry.row
    yield "Step", row.step
    yield "For", ", ".join(entry.labels)
    yield "Who", people(row, names)
    yield "Papers", ", ".join(row.artefacts)


def _reading(row: Row) -> str:
    kind = ROLE_WORDS[row.role].capitalize()
    return f"{kind}: {one_line(row.reading)}" if row.reading else kind


def _reasoning(row: Row) -> Iterator[tuple[str, str]]:
    why = row.why
    yield "Date", _date(row)
    yield "Standing", "; ".join(_standing(row))
    if row.status is not Status.NOT_APPLICABLE:
        yield "Counted from", anchored(why)
    yield "Counted", one_line(why.counted)
    yield "Not counted", skipped_words(why)
    yield "Source", one_line(str(why.source))
    yield "Procedure", one_line(why.procedure_version)
    yield "Calendar", one_line(why.calendar_edition)
    for note in why.notes:
        yield "Note", one_line(note)
    for warning in row.warnings:
        yield "! Warning", one_line(warning)


def _standing(row: Row) -> Iterator[str]:
    if row.actual is None:
        yield STATUS_WORDS[row.status]
    yield from remarks(row)


def _date(row: Row) -> str:
    if row.send_by is None:
        return "none"
    away = days_away(row.working_days_left)
    return f"{words(row.send_by)}, {away}" if away else words(row.send_by)


def _facts(facts: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    for name, text in facts:
        if text:
            yield from hung(f"  {name}".ljust(_LEAD), text, width)
