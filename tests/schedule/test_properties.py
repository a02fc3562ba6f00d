"""What holds for any case: no date breaks the plan, and dates keep to their rules."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artefacts.asking import EXAMPLES
from schedule.asking import case, planned
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.pipeline.scheduling import schedule
from sgdocs.procedure import Unit
from sgdocs.reading import dump, parse
from sgdocs.schedule import EventDates, PlanRequest, Role, Row, Status, plan

ALL = st.sampled_from(["nel", "tees", "darlington", "bcp", "north-yorkshire"])
DAYS = st.dates(date(2018, 1, 1), date(2030, 12, 31))
GAPS = st.lists(st.integers(1, 60), min_size=16, max_size=16)
CONTENT = Content()
LOOKED_AT = parse_moment("2026-12-31")
MANY = settings(max_examples=100)

# The order in which things happen; any of them may not be recorded.
ORDER = [
    "incident_occurred",
    "la_aware",
    "notification_received",
    "criteria_agreed",
    "panel_notified",
    "panel_acknowledged",
    "rapid_review_held",
    "rapid_review_decision",
    "rr_submitted",
    "panel_response_received",
    "lcspr_decision",
    "reviewer_commissioned",
    "report_complete",
    "report_signed_off",
    "publication",
    "action_plan_complete",
]
SUBSETS = st.sets(st.sampled_from(ORDER))

# Flowchart 2 of North East Lincolnshire, by working day from receipt.
DAY_NUMBERS = {
    "scsi-2-to-partners": 1,
    "scsi-3-to-group": 1,
    "scsi-4-to-partners": 2,
    "agency-requests-out": 2,
    "agency-return": 7,
    "scsi-7-to-group": 8,
    "rapid-review-meeting": 11,
    "srg-8-to-partners": 12,
    "partners-conference": 14,
    "srg-8-to-panel": 15,
}
BODY = """
threshold: {criteria_met: yes}
rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
decision: {outcome: local_review}
report: {publication: {form: full}}
agencies:
  - {id: police, name: Invented Police, include: yes}
  - {id: school, name: Invented School, include: yes}
family:
  - {id: parent, name: {full: Keverne Tregear}, relationship: mother, informing: {tell: yes}}
actions:
  - {id: training, action: Train the team., original_deadline: <Sunday 30 November 2025>}
meetings: [{kind: governance, id: first, planned: <Monday 16 February 2026>}]
events: [{event: incident_occurred, actual: <Thursday 18 December 2025>}]
"""


@cache
def request_for(procedure: str) -> PlanRequest:
    """Derive a request once; the examples give it other dates."""
    made = planned(case(procedure, BODY)).made
    return PlanRequest(
        book=made.ground.book,
        calendar=made.ground.calendar,
        as_of=made.as_of.day,
        events={},
        instances=made.facts.instances,
        verdicts=made.facts.verdicts,
        done={},
        versions_chosen={},
    )


def in_order(first: date, gaps: list[int], recorded: set[str]) -> dict[str, EventDates]:
    days = [first + timedelta(sum(gaps[: n + 1])) for n in range(len(ORDER))]
    return {
        name: EventDates(actual=day, counts_from=day)
        for name, day in zip(ORDER, days, strict=True)
        if name in recorded
    }


def received(day: date, procedure: str = "nel") -> PlanRequest:
    events = {"notification_received": EventDates(actual=day, counts_from=day)}
    return replace(request_for(procedure), events=events, as_of=day)


@MANY
@given(procedure=ALL, first=DAYS, gaps=GAPS, recorded=SUBSETS, later=st.integers(-30, 900))
def test_any_dates_in_order_can_be_planned(procedure, first, gaps, recorded, later):
    events = in_order(first, gaps, recorded)
    rows = plan(replace(request_for(procedure), events=events, as_of=first + timedelta(later)))
    assert {r.status for r in rows} <= set(Status)


@MANY
@given(procedure=ALL, first=DAYS, gaps=GAPS, recorded=SUBSETS)
def test_a_limit_in_working_days_ends_on_a_working_day(procedure, first, gaps, recorded):
    request = replace(request_for(procedure), events=in_order(first, gaps, recorded), as_of=first)
    versions = [request.procedure_on(day).steps for day in request.book.starts]
    steps = {name: step for version in versions for name, step in version.items()}
    for row in plan(request):
        counted = steps[row.step].timing.unit is Unit.WORKING_DAYS
        if row.role is Role.BINDING and counted and row.due:
            assert request.calendar.is_working_day(row.due), row.step


@MANY
@given(procedure=ALL, first=DAYS, gaps=GAPS, recorded=SUBSETS)
def test_the_day_to_send_by_is_a_working_day(procedure, first, gaps, recorded):
    # How far something reaches, a minimum, and an act of the same day fall as they fall.
    as_they_fall = (Role.MINIMUM, Role.WINDOW_START, Role.ALTERNATIVE, Role.ADVISORY)
    request = replace(request_for(procedure), events=in_order(first, gaps, recorded), as_of=first)
    for row in plan(request):
        if row.send_by and row.role not in as_they_fall:
            assert request.calendar.is_working_day(row.send_by), row.step


@MANY
@given(procedure=ALL, day=DAYS, more=st.integers(1, 40))
def test_a_later_receipt_never_makes_a_date_earlier(procedure, day, more):
    sooner = {_key(r): r for r in plan(received(day, procedure))}
    for row in plan(received(day + timedelta(more), procedure)):
        before = sooner.get(_key(row))
        if row.due and before and before.due:
            assert row.due >= before.due, row.step


@MANY
@given(procedure=ALL, first=DAYS, gaps=GAPS, recorded=SUBSETS, later=st.integers(1, 900))
def test_looking_later_changes_the_status_and_not_the_date(procedure, first, gaps, recorded, later):
    events = in_order(first, gaps, recorded)
    then = plan(replace(request_for(procedure), events=events, as_of=first))
    now = plan(replace(request_for(procedure), events=events, as_of=first + timedelta(later)))
    later_dates = {_key(r): r.due for r in now}
    for row in then:
        if row.due:
            assert later_dates[_key(row)] == row.due, row.step


@MANY
@given(procedure=ALL, first=DAYS, later=st.integers(0, 60))
def test_a_binding_row_is_overdue_exactly_when_its_day_has_passed(procedure, first, later):
    as_of = first + timedelta(later)
    request = replace(received(first, procedure), as_of=as_of)
    for row in plan(request):
        if row.role is Role.BINDING and row.due and row.actual is None:
            assert (row.status is Status.OVERDUE) == (as_of > row.due), row.step


@MANY
@given(day=DAYS)
def test_north_east_lincolnshires_day_numbers_counted_one_by_one(day):
    request = received(day)
    shut = {h.date for h in request.calendar.edition.holidays}
    rows = {r.step: r for r in plan(request) if r.role is Role.BINDING}
    for step, number in DAY_NUMBERS.items():
        assert rows[step].due == _counted_by_hand(day, number, shut), step


@settings(max_examples=12)
@given(example=st.sampled_from(["nel-open", "tees", "bcp-panel-disagrees"]), pick=st.randoms())
def test_the_order_in_which_a_case_tells_things_changes_no_date(example, pick):
    before = _rows_of(example, _told(example))
    told = {name: _shuffled(part, pick) for name, part in _told(example).items()}
    assert _rows_of(example, told) == before


@MANY
@given(procedure=ALL, first=DAYS, gaps=GAPS, recorded=SUBSETS, pick=st.randoms())
def test_the_order_of_events_changes_no_row(procedure, first, gaps, recorded, pick):
    events = in_order(first, gaps, recorded)
    names = list(events)
    pick.shuffle(names)
    asked = replace(request_for(procedure), events=events, as_of=first)
    assert plan(asked) == plan(replace(asked, events={name: events[name] for name in names}))


@MANY
@given(start=DAYS, counts=st.lists(st.integers(1, 60), min_size=2, max_size=6, unique=True))
def test_a_longer_limit_is_never_due_on_or_before_a_shorter_one(start, counts):
    calendar = request_for("nel").calendar
    due = [calendar.add(start, count) for count in sorted(counts)]
    assert all(one < other for one, other in pairwise(due))


@pytest.mark.parametrize("procedure", ["nel", "tees", "darlington", "bcp", "north-yorkshire"])
def test_a_case_with_nothing_recorded_waits_and_invents_no_date(procedure):
    request = replace(request_for(procedure), instances={}, events={})
    assert [r.step for r in plan(request) if r.due] == []


@cache
def _told(example: str) -> dict[str, Any]:
    text = (EXAMPLES / example / "case.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = parse(text, name="case.yaml", kind="yaml").data
    return data


def _shuffled(part: Any, pick: Random) -> Any:
    return pick.sample(part, len(part)) if isinstance(part, list) else part


def _rows_of(example: str, told: dict[str, Any]) -> dict[tuple[str, ...], Any]:
    document = parse(dump(told), name=f"{example}.yaml", kind="yaml")
    rows = schedule(document, CONTENT, LOOKED_AT, LOOKED_AT).rows
    return {
        (*_key(row), row.role): (row.due, row.send_by, row.planned, row.actual, row.status)
        for row in rows
    }


def _key(row: Row) -> tuple[str, str, str]:
    return row.step, row.instance.id if row.instance else "", row.reading


def _counted_by_hand(day: date, number: int, shut: set[date]) -> date:
    while number:
        day += timedelta(1)
        number -= day.weekday() < 5 and day not in shut
    return day
