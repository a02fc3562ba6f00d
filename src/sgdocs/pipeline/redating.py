"""The dates a pack was made with, kept in its list, and which of them are others now, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sgdocs.dates import short_words
from sgdocs.plans import Moved
from sgdocs.procedure import ProcedureBook
from sgdocs.schedule import Row, Status

__all__ = ["dates_of", "moved"]

Data = Mapping[str, Any]
_Key = tuple[str, str, str]
_SATURDAY = 5


def dates_of(rows: Iterable[Row]) -> list[Data]:
    """Give each row's date as plain data, with what it was counted from."""
    return [_date_of(row) for row in rows if row.due or row.actual]


def moved(before: Iterable[Data], rows: Sequence[Row], book: ProcedureBook) -> tuple[Moved, ...]:
    """Give every date of a step still open that is another one, and what moved it.

    What has happened is left alone: a row that is done is never among them.
    """
    old = {_key_of(one): one for one in before if isinstance(one, Mapping)}
    new = {_key(row): row for row in rows if row.status is not Status.NOT_APPLICABLE}
    there = (_compared(old.get(key), row, book) for key, row in new.items())
    gone = (_gone(one) for key, one in old.items() if key not in new)
    return tuple(one for one in (*there, *gone) if one)


def _date_of(row: Row) -> Data:
    why = row.why
    return {
        "step": row.step,
        "for": row.instance.key if row.instance else "",
        "reading": row.reading if row.is_reading else "",
        "due": row.due.isoformat() if row.due else None,
        "done": row.actual.isoformat() if row.actual else None,
        "version": why.procedure_version,
        "from": why.anchor_date.isoformat() if why.anchor_date else None,
        "skipped": _skipped(row),
        "title": row.title,
    }


def _skipped(row: Row) -> list[list[str]]:
    """Give the holidays that were skipped; weekends move nothing."""
    days = ((s.date, s.name) for s in row.why.skipped if s.date.weekday() < _SATURDAY)
    return [[day.isoformat(), name] for day, name in days]


def _key(row: Row) -> _Key:
    reading = row.reading if row.is_reading else ""
    return row.step, row.instance.key if row.instance else "", reading


def _key_of(one: Data) -> _Key:
    return str(one.get("step")), str(one.get("for", "")), str(one.get("reading", ""))


def _compared(old: Data | None, row: Row, book: ProcedureBook) -> Moved | None:
    before = _day(old, "due")
    if row.actual is not None or before == row.due:
        return None
    own = tuple(_own_reasons(old, row, book)) if old and row.due else ()
    other = tuple(_anchor(old, row)) if old and row.due else (_began(old, row),)
    because = tuple(filter(None, (*own, *other))) or (_PUT_RIGHT,)
    return Moved(
        step=row.step,
        title=row.title,
        instance=row.instance.label if row.instance else "",
        reading=row.reading,
        before=before,
        after=row.due,
        because=because,
        about=row.instance.id if row.instance else "",
        follows=bool(other) and not own and old is not None,
    )


def _gone(old: Data) -> Moved | None:
    before = _day(old, "due")
    if before is None or old.get("done"):
        return None
    step, instance, reading = _key_of(old)
    about = instance.partition("/")[2]
    title = str(old.get("title", step))
    return Moved(step, title, about, reading, before, None, (_NO_MORE,), about)


_NO_MORE = "the step does not apply any more"
_PUT_RIGHT = "the rule was put right in the procedure itself"


def _began(old: Data | None, row: Row) -> str:
    if row.due is None:
        return f"it waits for: {row.why.anchor_title}"
    if old is None:
        return f"it is counted from {row.why.anchor_title}"
    return ""


def _own_reasons(old: Data, row: Row, book: ProcedureBook) -> Iterator[str]:
    """Say what moved a date itself: another version of its rule, or a holiday."""
    if version := _version(old, row, book):
        yield version
    elif _day(old, "from") == row.why.anchor_date:
        yield from _holidays(old, row)


def _version(old: Data, row: Row, book: ProcedureBook) -> str:
    """Name the version that dates the step otherwise; a version leaves most steps as they were."""
    version, before = row.why.procedure_version, str(old.get("version"))
    if version == before or book.timing_by(row.step, version) == book.timing_by(row.step, before):
        return ""
    amended = book.amendment(version)
    about = f" in force from {short_words(amended[1])}: {amended[0]}" if amended else ""
    return f"procedure version {version}{about} ({row.why.source.section})"


def _anchor(old: Data, row: Row) -> Iterator[str]:
    was, now = _day(old, "from"), row.why.anchor_date
    if was != now:
        before, after = (short_words(day) if day else "no date" for day in (was, now))
        yield f"{row.why.anchor_title}: {before} -> {after}"


def _holidays(old: Data, row: Row) -> Iterator[str]:
    before = {(str(s[0]), str(s[1])) for s in old.get("skipped", ())}
    after = {(day, name) for day, name in _skipped(row)}
    for day, name in sorted(after - before):
        yield f"{name}, {short_words(date.fromisoformat(day))}, is no working day"
    for day, name in sorted(before - after):
        yield f"{name}, {short_words(date.fromisoformat(day))}, is a working day now"


def _day(old: Data | None, name: str) -> date | None:
    text = old.get(name) if old else None
    try:
        return date.fromisoformat(text) if text else None
    except (TypeError, ValueError):
        return None
