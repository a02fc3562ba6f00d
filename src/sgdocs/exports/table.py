"""The schedule as a coordinator reads it in a terminal: what is late first, each thing once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from sgdocs.dates import short_words
from sgdocs.exports.characters import one_line
from sgdocs.exports.entries import Entry, folded, urgency
from sgdocs.exports.entrylines import Sheet, entry_lines
from sgdocs.exports.footnotes import Footnotes
from sgdocs.exports.heading import Heading
from sgdocs.exports.layout import NARROWEST, hung, painted
from sgdocs.exports.wording import SHAPES, anchored, days_away
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
_AS_DONE = {Status.DONE_LATE: Status.DONE, Status.DONE_NO_LIMIT: Status.DONE}


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
    sheet = Sheet(max(width, NARROWEST), colour, show_all, ours, Footnotes(entries))
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


def _section_lines(status: Status, entries: list[Entry], sheet: Sheet) -> Iterator[str]:
    total = sum(entry.count for entry in entries)
    title = [f"{SHAPES[status]} {_TITLES[status]} ({total})"]
    yield from painted(title, status, SHAPES[status]) if sheet.colour else title
    for group, members in _by(lambda e: _group(e, status), entries).items():
        if group:
            yield from hung("", group, sheet.width)
        for entry in members:
            yield from entry_lines(entry, sheet)


def _group(entry: Entry, status: Status) -> str:
    row = entry.row
    if status is Status.WAITING:
        return anchored(row.why)
    if status not in _DATED or row.send_by is None:
        return ""
    away = days_away(row.working_days_left)
    return f"{short_words(row.send_by)}, {away}" if away else short_words(row.send_by)
