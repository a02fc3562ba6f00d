"""The schedule as a coordinator reads it in a terminal: what is late first, each thing once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sgdocs.dates import short_words
from sgdocs.exports.characters import one_line
from sgdocs.exports.entries import Entry, folded, urgency
from sgdocs.exports.footnotes import Footnotes
from sgdocs.exports.heading import Heading, Names
from sgdocs.exports.layout import NARROWEST, WIDE, beside, hung, painted
from sgdocs.exports.wording import (
    ROLE_WORDS,
    SHAPES,
    STATUS_WORDS,
    anchored,
    days_away,
    people,
    remarks,
)
from sgdocs.schedule import Row, Status

__all__ = ["as_table"]

Group = TypeVar("Group", Status, str)

_TITLES = {
    Status.OVERDUE: "OVERDUE",
    Status.DUE_TODAY: "DUE TODAY",
    Status.DUE_SOON: "DUE SOON",
    Status.FUTURE: "TO COME",
    Status.WAITING: "WAITING FOR AN EVENT",
    Status.NO_DEADLINE: "NO TIME LIMIT",
    Status.DONE: "DONE",
    Status.NOT_APPLICABLE: "NOT APPLICABLE",
}
_DATED = (Status.OVERDUE, Status.DUE_TODAY, Status.DUE_SOON, Status.FUTURE)
_BRIEF = (Status.WAITING, Status.DONE, Status.NOT_APPLICABLE)
_URGENT = (Status.OVERDUE, Status.DUE_TODAY, Status.DUE_SOON)
_SHOWN_WAITING = 2
_AS_DONE = {Status.DONE_LATE: Status.DONE, Status.DONE_NO_LIMIT: Status.DONE}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every line is set with."""

    width: int
    colour: bool
    show_all: bool
    names: Names
    notes: Footnotes


def as_table(
    rows: Iterable[Row],
    heading: Heading,
    width: int,
    *,
    colour: bool = False,
    show_all: bool = False,
) -> str:
    """Set the schedule as text, for a width in columns."""
    entries = [
        e
        for e in sorted(folded(rows), key=urgency)
        if show_all or e.row.status is not Status.NOT_APPLICABLE
    ]
    ours = {r: "the office" if n == heading.office else n for r, n in heading.names.items()}
    sheet = _Sheet(max(width, NARROWEST), colour, show_all, ours, Footnotes(entries))
    lines = [*_top(heading, entries, sheet.width)]
    for status, members in _by(_section, entries).items():
        lines += ["", *_section_lines(status, members, sheet)]
    if heading.trail:
        lines += ["", *hung("", one_line(heading.trail), sheet.width)]
    return "\n".join(lines) + "\n"


def _by(name: Callable[[Entry], Group], entries: Iterable[Entry]) -> dict[Group, list[Entry]]:
    groups: dict[Group, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(name(entry), []).append(entry)
    return groups


def _section(entry: Entry) -> Status:
    return _AS_DONE.get(entry.row.status, entry.row.status)


def _top(heading: Heading, entries: Sequence[Entry], width: int) -> Iterator[str]:
    for text in (heading.marking, heading.title, heading.office, heading.procedure, heading.stands):
        if text:
            yield from hung("", one_line(text), width)
    yield from hung("", _summary(entries), width)


def _summary(entries: Sequence[Entry]) -> str:
    counts: dict[Status, int] = {}
    for entry in entries:
        counts[_section(entry)] = counts.get(_section(entry), 0) + entry.count
    told = [f"{n} {_TITLES[status].lower()}" for status, n in counts.items()]
    unseen = sum(e.count for e in entries if _late_only_by_another_reading(e))
    if unseen:
        told.append(f"{unseen} overdue only by another reading")
    return "; ".join(told) or "Nothing is scheduled."


def _late_only_by_another_reading(entry: Entry) -> bool:
    late = any(row.status is Status.OVERDUE for row in entry.beneath)
    return late and entry.row.status is not Status.OVERDUE


def _section_lines(status: Status, entries: list[Entry], sheet: _Sheet) -> Iterator[str]:
    total = sum(entry.count for entry in entries)
    title = [f"{SHAPES[status]} {_TITLES[status]} ({total})"]
    yield from painted(title, status, SHAPES[status]) if sheet.colour else title
    for group, members in _by(lambda e: _group(e, status), entries).items():
        if group:
            yield from hung("", group, sheet.width)
        for entry in members:
            yield from _entry_lines(entry, status, sheet)


def _group(entry: Entry, status: Status) -> str:
    row = entry.row
    if status is Status.WAITING:
        return anchored(row.why)
    if status not in _DATED or row.send_by is None:
        return ""
    away = days_away(row.working_days_left)
    return f"{short_words(row.send_by)}, {away}" if away else short_words(row.send_by)


def _entry_lines(entry: Entry, status: Status, sheet: _Sheet) -> Iterator[str]:
    shape = SHAPES[entry.row.status]
    brief = status in _BRIEF and not sheet.show_all
    lines = _brief(entry, shape, sheet) if brief else _full(entry, shape, sheet)
    yield from painted(lines, entry.row.status, shape) if sheet.colour else lines
    for row in entry.beneath:
        yield from _beneath(row, sheet)
    yield from _warned("      ! ", entry.row, sheet)


def _brief(entry: Entry, shape: str, sheet: _Sheet) -> list[str]:
    row = entry.row
    # Which agencies a later act will go to is no use yet; which have answered is.
    labels = _some(entry.labels) if row.status is Status.WAITING else _listed(entry.labels)
    parts = (_title(row, labels), ", ".join(row.artefacts), *remarks(row))
    return hung(f"  {shape} ", "; ".join(filter(None, parts)), sheet.width)


def _full(entry: Entry, shape: str, sheet: _Sheet) -> list[str]:
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
    return f"{', '.join(labels)} ({len(labels)})" if len(labels) > 1 else "".join(labels)


def _some(labels: Sequence[str]) -> str:
    shown, others = labels[:_SHOWN_WAITING], labels[_SHOWN_WAITING:]
    return f"{', '.join(shown)} and {len(others)} more" if len(others) > 1 else _listed(labels)


def _beneath(row: Row, sheet: _Sheet) -> Iterator[str]:
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


def _warned(lead: str, row: Row, sheet: _Sheet) -> Iterator[str]:
    for text in sheet.notes.of(row):
        yield from hung(lead, text, sheet.width)
