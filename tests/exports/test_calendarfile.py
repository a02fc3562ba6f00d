"""Calendar entries: one for each open date, re-dated and cancelled by the same lasting name."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from exports.rows import (
    ANSWER,
    CRITERIA,
    HEADING,
    LETTER,
    MEETING,
    NOTIFY,
    REPORT,
    REPORT_OTHERWISE,
    REQUESTS,
    SCHEDULE,
    any_row,
    row,
)
from sgdocs.errors import InputRefused
from sgdocs.exports import as_ics
from sgdocs.schedule import Role, Row, Status

STAMP = datetime(2025, 12, 23, 9, 30, tzinfo=UTC)
_REPORT_UID = "record-to-panel-none-exm-2025-004@sgdocs"


def entries(data: bytes) -> dict[str, Any]:
    """Read a calendar file again, its entries by their names."""
    found = [(str(e["uid"]), e) for e in Calendar.from_ical(data).walk("VEVENT")]
    assert len(dict(found)) == len(found)
    return dict(found)


def made(*rows: Row, previous: bytes | None = None) -> bytes:
    """Make a calendar file of some rows."""
    return as_ics(rows, HEADING, previous, STAMP)


def numbers(data: bytes) -> dict[str, tuple[int, str]]:
    """Give each entry's number and standing by its step."""
    return {
        uid.removesuffix("-exm-2025-004@sgdocs"): (int(e["sequence"]), str(e["status"]))
        for uid, e in entries(data).items()
    }


def test_an_entry_says_what_by_when_and_why() -> None:
    event = entries(made(REPORT))[_REPORT_UID]
    assert event["summary"] == "EXM-2025-004: Send the Panel the signed decision record"
    assert event["dtstart"].dt == date(2026, 1, 8)
    assert event["dtend"].dt == date(2026, 1, 9)
    assert event["dtstamp"].dt == STAMP
    assert event["class"] == "CONFIDENTIAL"
    assert event["transp"] == "TRANSPARENT"
    assert event["status"] == "CONFIRMED"
    assert event["sequence"] == 0
    assert str(event["description"]).split("\n") == [
        "OFFICIAL-SENSITIVE",
        "By Thursday 8 January 2026",
        "Papers: SRG-8, LETTER-9",
        "Who: by Exampleshire Business Unit, to the national Panel",
        "Counted from: Monday 15 December 2025: the notification was received (recorded).",
        "Counted: 15 working days after Monday 15 December 2025, which is day 0.",
        "Not counted: Thu 25 Dec 2025 Christmas Day; Fri 26 Dec 2025 Boxing Day",
        "Source: Guide to serious incidents, Section 3, the first week",
        "Procedure: edition 2",
        "Calendar: england-and-wales 2026.1",
        "Warning: The office is closed (Christmas); the date does not move.",
    ]


def test_a_reminder_comes_at_nine_the_day_before() -> None:
    (alarm,) = entries(made(REPORT))[_REPORT_UID].walk("VALARM")
    assert alarm["trigger"].dt == timedelta(hours=-15)
    assert alarm["action"] == "DISPLAY"
    assert alarm["description"] == "EXM-2025-004: Send the Panel the signed decision record"


def test_the_entry_is_on_the_day_to_send_by_and_tells_the_rest() -> None:
    (event,) = entries(made(MEETING)).values()
    assert event["dtstart"].dt == date(2026, 1, 2)
    told = str(event["description"])
    assert "By Friday 2 January 2026; afternoon; not before Wed 31 Dec 2025; due Sat 3 Jan" in told


def test_each_agency_has_its_own_entry_and_name() -> None:
    found = entries(made(*REQUESTS))
    assert list(found) == [
        "requests-out-northholme-hospital-exm-2025-004@sgdocs",
        "requests-out-eastmere-police-exm-2025-004@sgdocs",
        "requests-out-marsh-lane-school-exm-2025-004@sgdocs",
    ]
    summaries = [str(event["summary"]) for event in found.values()]
    assert summaries[0] == "EXM-2025-004: Send the agency the information form: Northholme Hospital"


@pytest.mark.parametrize(
    "left_out",
    [
        LETTER,
        CRITERIA,
        REPORT_OTHERWISE,
        replace(REPORT, role=Role.ADVISORY),
        replace(REPORT, role=Role.WINDOW_START),
        replace(REPORT, role=Role.MINIMUM),
        replace(REPORT, role=Role.WHAT_IF),
        replace(REPORT, status=Status.NOT_APPLICABLE),
    ],
)
def test_what_is_done_or_no_open_date_has_no_entry(left_out: Row) -> None:
    assert list(entries(made(left_out, ANSWER))) == ["panel-answers-none-exm-2025-004@sgdocs"]


def test_the_same_dates_keep_their_numbers() -> None:
    first = made(*SCHEDULE)
    assert made(*SCHEDULE, previous=first) == first


def test_a_date_that_moved_raises_its_number_and_only_its_own() -> None:
    first = made(REPORT, NOTIFY)
    moved = replace(REPORT, due=date(2026, 1, 9), send_by=date(2026, 1, 9))
    second = made(moved, NOTIFY, previous=first)
    assert numbers(second) == {
        "record-to-panel-none": (1, "CONFIRMED"),
        "notify-panel-none": (0, "CONFIRMED"),
    }
    assert numbers(made(REPORT, NOTIFY, previous=second))["record-to-panel-none"][0] == 2


def test_what_is_gone_is_kept_as_cancelled() -> None:
    first = made(REPORT, NOTIFY)
    second = made(NOTIFY, previous=first)
    event = entries(second)[_REPORT_UID]
    assert numbers(second)["record-to-panel-none"] == (1, "CANCELLED")
    assert event["dtstart"].dt == date(2026, 1, 8)
    assert event["summary"] == "EXM-2025-004: Send the Panel the signed decision record"
    assert event["class"] == "CONFIDENTIAL"
    assert made(NOTIFY, previous=second) == second


def test_what_comes_back_is_confirmed_again_with_a_higher_number() -> None:
    cancelled = made(NOTIFY, previous=made(REPORT, NOTIFY))
    assert numbers(made(REPORT, NOTIFY, previous=cancelled))["record-to-panel-none"] == (
        2,
        "CONFIRMED",
    )


def test_a_done_act_leaves_the_calendar() -> None:
    done = replace(REPORT, actual=date(2026, 1, 7), status=Status.DONE)
    assert numbers(made(done, previous=made(REPORT))) == {"record-to-panel-none": (1, "CANCELLED")}


def test_the_calendar_is_of_the_case_and_published() -> None:
    calendar = Calendar.from_ical(made(REPORT))
    assert calendar["version"] == "2.0"
    assert calendar["prodid"] == "-//sgdocs//schedule//EN"
    assert calendar["method"] == "PUBLISH"
    assert calendar["x-wr-calname"] == "EXM-2025-004"


def test_another_cases_calendar_is_refused_before_it_is_cancelled() -> None:
    other = as_ics((REPORT,), replace(HEADING, reference="EXM-2025-005"), None, STAMP)
    with pytest.raises(InputRefused, match="not of this case"):
        made(REPORT, previous=other)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a calendar",
        b"\xff\xfe\x00",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:soon\r\nEND:VEVENT\r\n",
    ],
)
def test_an_earlier_file_that_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(InputRefused, match="cannot be read"):
        made(REPORT, previous=data)


def test_an_earlier_file_cut_short_is_refused_rather_than_numbered_anew() -> None:
    whole = made(*SCHEDULE)
    with pytest.raises(InputRefused, match="cannot be read"):
        made(*SCHEDULE, previous=whole[: len(whole) // 2])


@pytest.mark.parametrize(
    "stamp",
    [
        STAMP.replace(tzinfo=None),
        STAMP.astimezone(timezone(timedelta(hours=1))),
    ],
)
def test_the_stamp_is_written_in_utc(stamp: datetime) -> None:
    assert as_ics((REPORT,), HEADING, None, stamp) == made(REPORT)


def test_lines_end_for_every_client_and_are_folded() -> None:
    data = made(*SCHEDULE)
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75


@given(st.lists(any_row(), max_size=4, unique_by=lambda r: r.step))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_the_file(rows: list[Row]) -> None:
    safe = [replace(one, instance=None) for one in rows]
    data = made(*safe)
    assert not set(data) & (set(range(32)) - {10, 13})
    assert made(*safe, previous=data) == data
    for event in entries(data).values():
        assert str(event["summary"]).startswith("EXM-2025-004: ")


def test_an_agencys_text_cannot_start_a_line_of_its_own() -> None:
    (event,) = entries(made(row(title="Ring\r\nATTENDEE:mailto:a@example.org"))).values()
    assert event["summary"] == "EXM-2025-004: Ring ATTENDEE:mailto:a@example.org"
    assert "attendee" not in event
