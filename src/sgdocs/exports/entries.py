"""Rows gathered for reading: other readings beneath, like rows of many agencies as one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sgdocs.exports.characters import one_line
from sgdocs.schedule import Row, Status

__all__ = ["Entry", "folded", "gathered", "urgency"]

_ORDER = (
    (Status.OVERDUE,),
    (Status.DUE_TODAY,),
    (Status.DUE_SOON,),
    (Status.FUTURE,),
    (Status.WAITING,),
    (Status.NO_DEADLINE,),
    (Status.DONE, Status.DONE_LATE, Status.DONE_NO_LIMIT),
    (Status.NOT_APPLICABLE,),
)
_PLACE = {status: place for place, group in enumerate(_ORDER) for status in group}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row, what stands beneath it, and the agencies or others it is the same for."""

    row: Row
    beneath: tuple[Row, ...]
    labels: tuple[str, ...]

    @property
    def count(self) -> int:
        """Count the acts it stands for."""
        return len(self.labels) or 1

    @property
    def day(self) -> date | None:
        """Give the day it is listed under."""
        return self.row.actual or self.row.send_by


def gathered(rows: Iterable[Row]) -> tuple[Entry, ...]:
    """Gather each row with its other readings, in the order of the schedule."""
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        about = (row.instance.kind, row.instance.id) if row.instance else ("", "")
        groups.setdefault((row.step, *about), []).append(row)
    return tuple(_entry(group) for group in groups.values())


def folded(rows: Iterable[Row]) -> tuple[Entry, ...]:
    """Gather the rows, and put those that differ only in the agency or other instance together."""
    alike: dict[tuple[Row, ...], list[Entry]] = {}
    for entry in gathered(rows):
        key = tuple(replace(row, instance=None) for row in (entry.row, *entry.beneath))
        alike.setdefault(key, []).append(entry)
    return tuple(
        replace(same[0], labels=tuple(label for entry in same for label in entry.labels))
        for same in alike.values()
    )


def urgency(entry: Entry) -> tuple[int, date]:
    """Give the place of an entry in a list that starts with what is overdue."""
    return _PLACE[entry.row.status], entry.day or date.max


def _entry(group: list[Row]) -> Entry:
    head = next((row for row in group if not row.is_reading), group[0])
    label = (one_line(head.instance.label),) if head.instance else ()
    return Entry(head, tuple(row for row in group if row is not head), label)
