"""What re-dating changed: the same step before and after, where its date moved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sgdocs.schedule.rows import Row

__all__ = ["Moved", "differences"]


@dataclass(frozen=True, slots=True)
class Moved:
    """One row whose date is new, gone or another one."""

    step: str
    title: str
    instance: str
    reading: str
    before: date | None
    after: date | None


def differences(before: Iterable[Row], after: Iterable[Row]) -> tuple[Moved, ...]:
    """Give the rows whose due date differs; what is done keeps its place and is not listed."""
    old = {_key(row): row for row in before}
    return tuple(
        Moved(row.step, row.title, _name(row), row.reading, was, row.due)
        for row in after
        if row.actual is None and (was := _due(old.get(_key(row)))) != row.due
    )


def _key(row: Row) -> tuple[str, str, str]:
    return row.step, _name(row), row.reading


def _name(row: Row) -> str:
    return row.instance.label if row.instance else ""


def _due(row: Row | None) -> date | None:
    return row.due if row else None
