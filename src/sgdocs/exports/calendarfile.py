"""The schedule as calendar entries that Outlook and others take in, re-dated by the same entry."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sgdocs.dates import words
from sgdocs.exports.characters import one_line
from sgdocs.exports.heading import Heading
from sgdocs.exports.previous import Earlier, earlier_entries
from sgdocs.exports.wording import anchored, people, remarks, skipped_words
from sgdocs.schedule import Role, Row, Status

__all__ = ["as_ics"]

_ROLES = (Role.BINDING, Role.EXPECTATION)
_FIFTEEN_HOURS_BEFORE = timedelta(hours=-15)  # nine in the morning of the day before


def as_ics(rows: Iterable[Row], heading: Heading, previous: bytes | None, stamp: datetime) -> bytes:
    """Give one all-day entry for each open date, numbered on from the file made before.

    A date that moved raises its entry's number; one that is gone is kept as cancelled. A stamp
    without a time zone is taken as UTC.
    """
    from icalendar import Calendar  # noqa: PLC0415 - 60 ms that only a calendar needs

    reference = one_line(heading.reference)
    before = {} if previous is None else earlier_entries(previous, reference)
    utc = stamp.astimezone(UTC) if stamp.tzinfo else stamp.replace(tzinfo=UTC)
    calendar = Calendar()
    calendar.add("prodid", "-//sgdocs//schedule//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", reference)
    open_rows = {_uid(row, heading): row for row in rows if _wanted(row)}
    for uid, row in open_rows.items():
        calendar.add_component(_open_entry(uid, row, heading, before.get(uid)))
    for uid in sorted(before.keys() - open_rows.keys()):
        calendar.add_component(_cancelled_entry(uid, before[uid]))
    for event in calendar.walk("VEVENT"):
        event.add("dtstamp", utc)
    return bytes(calendar.to_ical())


def _wanted(row: Row) -> bool:
    over = row.actual is not None or row.status is Status.NOT_APPLICABLE
    return row.role in _ROLES and row.send_by is not None and not over


def _uid(row: Row, heading: Heading) -> str:
    instance = row.instance.id if row.instance else "none"
    reference = "-".join(one_line(heading.reference).lower().split())
    return f"{row.step}-{instance}-{reference}@sgdocs"


def _open_entry(uid: str, row: Row, heading: Heading, before: Earlier | None) -> Any:
    summary = f"{one_line(heading.reference)}: {_title(row)}"
    day = row.send_by or date.max
    event = _entry(uid, summary, day)
    event.add("status", "CONFIRMED")
    event.add("sequence", _number(before, day))
    event.add("description", "\n".join(_description(row, heading)))
    event.add_component(_alarm(summary))
    return event


def _number(before: Earlier | None, day: date) -> int:
    if before is None:
        return 0
    same = before.day == day and not before.cancelled
    return before.sequence if same else before.sequence + 1


def _cancelled_entry(uid: str, before: Earlier) -> Any:
    event = _entry(uid, before.summary, before.day)
    event.add("status", "CANCELLED")
    event.add("sequence", before.sequence if before.cancelled else before.sequence + 1)
    return event


def _entry(uid: str, summary: str, day: date) -> Any:
    from icalendar import Event  # noqa: PLC0415 - as above

    event = Event()
    event.add("uid", uid)
    event.add("summary", summary)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("class", "CONFIDENTIAL")
    event.add("transp", "TRANSPARENT")
    return event


def _alarm(summary: str) -> Any:
    from icalendar import Alarm  # noqa: PLC0415 - as above

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", _FIFTEEN_HOURS_BEFORE)
    return alarm


def _title(row: Row) -> str:
    title = one_line(row.title)
    return f"{title}: {one_line(row.instance.label)}" if row.instance else title


def _description(row: Row, heading: Heading) -> Iterator[str]:
    why = row.why
    yield one_line(heading.marking)
    if row.send_by:
        yield "; ".join((f"By {words(row.send_by)}", *remarks(row)))
    if row.artefacts:
        yield f"Papers: {', '.join(row.artefacts)}"
    yield f"Who: {people(row, heading.names)}"
    yield f"Counted from: {anchored(why)}"
    yield f"Counted: {one_line(why.counted)}"
    if why.skipped:
        yield f"Not counted: {skipped_words(why)}"
    yield f"Source: {one_line(str(why.source))}"
    yield f"Procedure: {one_line(why.procedure_version)}"
    yield f"Calendar: {one_line(why.calendar_edition)}"
    for warning in row.warnings:
        yield f"Warning: {one_line(warning)}"
