"""Schedule rows as public data, and back to compare two schedules."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.rows import PLAIN, REPORT, REQUESTS, SCHEDULE, any_row
from sgdocs.errors import InputRefused
from sgdocs.exports import as_json, from_json
from sgdocs.schedule import Row, Status, differences


def test_a_row_has_exactly_the_public_keys() -> None:
    (data,) = as_json((REQUESTS[0],))
    assert data == {
        "step": "requests-out",
        "title": "Send the agency the information form",
        "responsible": "business_unit",
        "artefacts": ["FORM-5", "FORM-6"],
        "recipients": ["agency"],
        "instance": {
            "kind": "agency",
            "id": "northholme-hospital",
            "label": "Northholme Hospital",
        },
        "role": "binding",
        "earliest": None,
        "due": "2025-12-17",
        "send_by": "2025-12-17",
        "time_of_day": "",
        "planned": "2025-12-17",
        "actual": None,
        "status": "overdue",
        "colour": "red",
        "working_days_left": -4,
        "reading": "",
        "why": {
            "anchor": "notification_received",
            "anchor_title": "the notification was received",
            "anchor_date": "2025-12-15",
            "anchor_planned": False,
            "counted": "5 working days after Monday 15 December 2025, which is day 0.",
            "skipped": [],
            "source": {"document": "guide", "section": "Section 3, the first week"},
            "procedure_version": "edition 2",
            "calendar_edition": "england-and-wales 2026.1",
            "notes": [],
        },
        "warnings": [],
    }


def test_days_that_were_not_counted_carry_their_names() -> None:
    (data,) = as_json((REPORT,))
    assert data["why"]["skipped"] == [
        {"date": "2025-12-25", "name": "Christmas Day"},
        {"date": "2025-12-26", "name": "Boxing Day"},
    ]


@pytest.mark.parametrize(
    ("status", "colour"),
    [
        (Status.OVERDUE, "red"),
        (Status.DUE_TODAY, "amber"),
        (Status.DUE_SOON, "amber"),
        (Status.FUTURE, "green"),
        (Status.DONE_LATE, "green"),
        (Status.WAITING, "green"),
    ],
)
def test_the_colour_follows_the_status(status: Status, colour: str) -> None:
    assert as_json((replace(PLAIN, status=status),))[0]["colour"] == colour


@given(st.lists(any_row(), max_size=3))
@settings(max_examples=50, deadline=None)
def test_saved_rows_come_back_as_they_were(rows: list[Row]) -> None:
    back = from_json(json.loads(json.dumps(as_json(rows))))
    short = [
        replace(one, why=replace(one.why, source=replace(one.why.source, title="guide")))
        for one in rows
    ]
    assert list(back) == short


def test_a_saved_schedule_shows_what_a_new_date_moved() -> None:
    saved = json.loads(json.dumps(as_json(SCHEDULE)))
    assert differences(from_json(saved), SCHEDULE) == ()
    later = [replace(one, due=date(2026, 1, 9)) if one is REPORT else one for one in SCHEDULE]
    (moved,) = differences(from_json(saved), later)
    assert (moved.step, moved.before, moved.after) == (
        "record-to-panel",
        date(2026, 1, 8),
        date(2026, 1, 9),
    )


@pytest.mark.parametrize(
    "change",
    [
        {"due": "23/12/2025"},
        {"status": "late"},
        {"role": "spare"},
        {"why": None},
        {"instance": {"kind": "agency"}},
        {"artefacts": None},
    ],
)
def test_what_is_no_saved_schedule_is_refused_without_quoting_it(change: dict[str, Any]) -> None:
    (data,) = as_json((PLAIN,))
    with pytest.raises(InputRefused) as refusal:
        from_json([{**data, **change}])
    assert str(refusal.value) == (
        "this is not a schedule saved by sgdocs. "
        "Save one with sgdocs schedule --json and compare with that."
    )


def test_a_missing_key_is_refused() -> None:
    with pytest.raises(InputRefused):
        from_json([{"step": "one"}])
