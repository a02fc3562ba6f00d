"""Every kind of row and every status that other programs rely on, each in a case that has it."""

import pytest

from schedule.asking import FRIDAY, case, planned
from sgdocs.schedule import Role, Status

NEL = """
threshold: {criteria_met: yes}
agencies: [{id: police, name: Invented Police, include: yes}]
events:
  - {event: incident_occurred, actual: <Thursday 18 December 2025>}
  - {event: notification_received, actual: <Friday 19 December 2025>}
dispatches:
  - {artefact: SCSI-2, to: [safeguarding_partners], sent: <Monday 22 December 2025>}
  - {artefact: SCSI-3, sent: <Tuesday 23 December 2025>}
steps_done: [{step: consult-safeguarding-lead, on: <Thursday 18 December 2025>}]
"""
ROLES = [
    "binding",
    "alternative_reading",
    "advisory",
    "expectation",
    "window_start",
    "minimum_period",
    "what_if",
    "no_time_limit",
]
STATUSES = [
    "done_on_time",
    "done_late",
    "overdue",
    "due_today",
    "due_soon",
    "future",
    "done_no_limit",
    "no_deadline",
    "waiting_no_anchor",
    "not_applicable",
]


@pytest.mark.parametrize(
    ("status", "step", "as_of", "colour"),
    [
        ("done_on_time", "scsi-2-to-partners", "Tuesday 30 December 2025", "green"),
        ("done_late", "scsi-3-to-group", "Tuesday 30 December 2025", "green"),
        ("overdue", "scsi-4-to-partners", "Wednesday 24 December 2025", "red"),
        ("due_today", "scsi-4-to-partners", "Tuesday 23 December 2025", "amber"),
        ("due_soon", "scsi-4-to-partners", "Monday 22 December 2025", "amber"),
        # Friday to Tuesday is two working days; the weekend does not count.
        ("due_soon", "scsi-4-to-partners", FRIDAY, "amber"),
        ("future", "scsi-7-to-group", FRIDAY, "green"),
        # Day 8 is Monday 5 January: two working days before is Wednesday 31 December.
        ("future", "scsi-7-to-group", "Tuesday 30 December 2025", "green"),
        ("due_soon", "scsi-7-to-group", "Wednesday 31 December 2025", "amber"),
        ("done_no_limit", "consult-safeguarding-lead", FRIDAY, "green"),
        ("no_deadline", "partners-agree-criteria", FRIDAY, "green"),
        ("waiting_no_anchor", "commission-reviewer", FRIDAY, "green"),
        ("not_applicable", "llr-1-received", FRIDAY, "green"),
    ],
)
def test_where_a_step_stands(status, step, as_of, colour):
    found = planned(case("nel", NEL), as_of, today="Tuesday 30 December 2025").status(step)
    assert (found, found.colour) == (status, colour)


@pytest.mark.parametrize(
    ("role", "procedure", "step"),
    [
        ("binding", "nel", "srg-8-to-panel"),
        ("advisory", "nel", "group-reads"),
        ("expectation", "nel", "panel-response-expected"),
        ("window_start", "darlington", "look-back-set"),
        ("minimum_period", "bcp", "report-on-website"),
        ("no_time_limit", "tees", "rapid-review-meeting"),
    ],
)
def test_what_kind_of_date_a_row_has(role, procedure, step):
    body = """
    decision: {outcome: local_review}
    rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
    events:
      - {event: la_aware, actual: <Friday 19 December 2025>}
      - {event: incident_occurred, actual: <Thursday 18 December 2025>}
    """
    assert planned(case(procedure, body)).one(step).role == role


def test_other_readings_and_trials_have_roles_of_their_own():
    plan = planned(
        case("nel", NEL),
        "Tuesday 30 December 2025",
        trial={"notification_received": "Saturday 20 December 2025"},
    )
    assert Role.ALTERNATIVE in {r.role for r in plan.rows}
    plan = planned(
        case("nel", NEL),
        "Tuesday 30 December 2025",
        trial={"notification_received": "Monday 22 December 2025"},
    )
    assert Role.WHAT_IF in {r.role for r in plan.rows}


def test_the_words_are_those_that_other_programs_rely_on():
    assert [str(r) for r in Role] == ROLES
    assert [str(s) for s in Status] == STATUSES


@pytest.mark.parametrize("as_of", ["Wednesday 24 December 2025", "Monday 2 March 2026"])
def test_a_target_is_never_overdue(as_of):
    plan = planned(case("nel", NEL), as_of, today="Monday 2 March 2026")
    for row in plan.rows:
        if row.role in ("advisory", "window_start", "minimum_period", "no_time_limit"):
            assert row.status is not Status.OVERDUE, row.step


def test_a_target_met_afterwards_is_not_late():
    # “As soon as possible” after the incident of 18 December; SCSI-1 came on the 19th.
    row = planned(case("nel", NEL), "Tuesday 30 December 2025").one("scsi-1-received")
    assert row.status is Status.DONE


def test_a_date_on_a_saturday_is_due_on_the_friday_and_overdue_on_the_monday():
    body = """
    decision: {outcome: local_review}
    rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
    events: [{event: lcspr_decision, actual: <Friday 29 August 2025>}]
    """
    document = case("nel", body)
    found = [
        planned(document, day).status("review-complete")
        for day in (
            "Tuesday 24 February 2026",
            "Wednesday 25 February 2026",
            "Friday 27 February 2026",
            "Saturday 28 February 2026",
            "Sunday 1 March 2026",
        )
    ]
    assert found == ["future", "due_soon", "due_today", "due_today", "overdue"]


@pytest.mark.parametrize(
    ("as_of", "left"),
    [
        (FRIDAY, 5),  # 22, 23, 24, 29, 30
        ("Monday 29 December 2025", 1),
        ("Tuesday 30 December 2025", 0),
        ("Wednesday 31 December 2025", -1),
        ("Friday 2 January 2026", -2),  # 1 January does not count
    ],
)
def test_working_days_left(as_of, left):
    row = planned(case("nel", NEL), as_of, today="Friday 2 January 2026").one("la-notifies-panel")
    assert row.working_days_left == left
