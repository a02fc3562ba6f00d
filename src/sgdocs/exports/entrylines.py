"""One entry of the table: its title and papers, other readings beneath, then its warnings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sgdocs.dates import short_words
from sgdocs.exports.characters import one_line
from sgdocs.exports.entries import Entry
from sgdocs.exports.footnotes import Footnotes
from sgdocs.exports.heading import Names
from sgdocs.exports.layout import WIDE, beside, hung, painted
from sgdocs.exports.wording import ROLE_WORDS, SHAPES, STATUS_WORDS, people, remarks
from sgdocs.schedule import Row, Status

__all__ = ["Sheet", "entry_lines"]

_BRIEF = (
    Status.WAITING,
    Status.DONE,
    Status.DONE_LATE,
    Status.DONE_NO_LIMIT,
    Status.NOT_APPLICABLE,
)
_URGENT = (Status.OVERDUE, Status.DUE_TODAY, Status.DUE_SOON)
_SHOWN_WAITING = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every line is set with."""

    width: int
    colour: bool
    show_all: bool
    names: Names
    notes: Footnotes


def entry_lines(entry: Entry, sheet: Sheet) -> Iterator[str]:
    """Set one entry: its title, what belongs to it, its other readings, its warnings."""
    shape = SHAPES[entry.row.status]
    brief = entry.row.status in _BRIEF and not sheet.show_all
    lines = _brief(entry, shape, sheet) if brief else _full(entry, shape, sheet)
    yield from painted(lines, entry.row.status, shape) if sheet.colour else lines
    for row in entry.beneath:
        yield from _beneath(row, sheet)
    yield from _warned("      ! ", entry.row, sheet)


def _brief(entry: Entry, shape: str, sheet: Sheet) -> list[str]:
    row = entry.row
    # Which agencies a later act will go to is no use yet; which have answered is.
    labels = _some(entry.labels) if row.status is Status.WAITING else _listed(entry.labels)
    parts = (_title(row, labels), ", ".join(row.artefacts), *remarks(row))
    return hung(f"  {shape} ", "; ".join(filter(None, parts)), sheet.width)


def _full(entry: Entry, shape: str, sheet: Sheet) -> list[str]:
    row, lead = entry.row, f"  {shape} "
    papers = ", ".join(row.artefacts)
    parts = (*remarks(row), papers, people(row, sheet.names), f"step {row.step}")
    detail = "; ".join(filter(None, parts))
    title = _title(row, _listed(entry.labels))
    if sheet.width < WIDE:
        return [*hung(lead, title, sheet.width), *hung("      ", detail, sheet.width)]
    column = sheet.width * 11 // 20
    return beside(hung(lead, title, column - 2), hung("", detail, sheet.width - column), column)


def _title(row: Row, labels: str) -> str:
    title = one_line(row.title)
    return f"{title}: {labels}" if labels else title


def _listed(labels: Sequence[str]) -> str:
    return f"{_joined(labels)} ({len(labels)})" if len(labels) > 1 else "".join(labels)


def _joined(labels: Sequence[str]) -> str:
    """Join names so that one with a comma of its own is still seen as one."""
    return ("; " if any("," in label for label in labels) else ", ").join(labels)


def _some(labels: Sequence[str]) -> str:
    shown, others = labels[:_SHOWN_WAITING], labels[_SHOWN_WAITING:]
    return f"{_joined(shown)} and {len(others)} more" if len(others) > 1 else _listed(labels)


def _beneath(row: Row, sheet: Sheet) -> Iterator[str]:
    shape = SHAPES[row.status]
    # A trial or another reading never hides that by it something is late or nearly so.
    lead = f"      {shape} " if row.status in _URGENT else "      "
    lines = hung(lead, _reading(row), sheet.width)
    yield from painted(lines, row.status, shape) if sheet.colour else lines
    yield from _warned("        ! ", row, sheet)


def _reading(row: Row) -> str:
    kind = ROLE_WORDS[row.role]
    label = f"{kind}: {one_line(row.reading)}" if row.reading else kind
    day = short_words(row.send_by) if row.send_by else "no date"
    beside_it = remarks(row) if row.actual is None else ()
    return "; ".join((f"{label}: {day}, {STATUS_WORDS[row.status]}", *beside_it))


def _warned(lead: str, row: Row, sheet: Sheet) -> Iterator[str]:
    for text in sheet.notes.of(row):
        yield from hung(lead, text, sheet.width)
