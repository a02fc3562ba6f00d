"""Trying another date: the rows it would move, beside the rows as they are."""

import pytest

from schedule.asking import FRIDAY, case, day, in_words, planned
from sgdocs.errors import UsageRefused
from sgdocs.schedule import Role

BODY = """
threshold: {criteria_met: yes}
events: [{event: notification_received, actual: <Friday 19 December 2025>}]
"""


def tried(procedure: str, body: str, trial: dict[str, str]) -> dict[str, str]:
    plan = planned(case(procedure, body), "Monday 5 January 2026", trial=trial)
    return {r.step: in_words(r.due) for r in plan.rows if r.role is Role.WHAT_IF}


def test_a_receipt_on_the_monday_moves_every_day_number():
    # Received on Monday 22 December: 23 (1), 24 (2), 29 (3), 30 (4), 31 December (5), 2 (6),
    # 5 to 9 January (11), 12 (12), 13, 14 (14), 15 January (15).
    found = tried("nel", BODY, {"notification_received": "Monday 22 December 2025"})
    assert found["scsi-2-to-partners"] == "Tuesday 23 December 2025"
    assert found["la-notifies-panel"] == "Wednesday 31 December 2025"
    assert found["rapid-review-meeting"] == "Friday 9 January 2026"
    assert found["srg-8-to-panel"] == "Thursday 15 January 2026"


def test_the_rows_as_they_are_stay_beside_it():
    plan = planned(
        case("nel", BODY),
        "Monday 5 January 2026",
        trial={"notification_received": "Monday 22 December 2025"},
    )
    assert plan.due("srg-8-to-panel") == "Wednesday 14 January 2026"
    trial = next(r for r in plan.all("srg-8-to-panel") if r.role is Role.WHAT_IF)
    assert trial.due == day("Thursday 15 January 2026")
    assert trial.actual is None


def test_a_date_that_changes_nothing_adds_nothing():
    assert tried("nel", BODY, {"notification_received": FRIDAY}) == {}


def test_an_event_without_a_date_yet_can_be_tried():
    # Published on Thursday 30 July 2026: 29, 28, 27, 24, 23, 22, 21 July.
    body = """
    decision: {outcome: local_review}
    rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
    report: {publication: {form: full}}
    events:
      - {event: la_aware, actual: <Monday 1 December 2025>}
      - {event: lcspr_decision, actual: <Friday 2 January 2026>}
    """
    found = tried("darlington", body, {"publication": "Thursday 30 July 2026"})
    assert found["full-report-to-statutory-bodies"] == "Tuesday 21 July 2026"


def test_an_earlier_awareness_that_would_bind_is_shown():
    # Aware on Wednesday 17 December: 18, 19, 22, 23, 24 December, before Tuesday 30 from receipt.
    found = tried("nel", BODY, {"la_aware": "Wednesday 17 December 2025"})
    assert found["la-notifies-panel"] == "Wednesday 24 December 2025"


def test_two_dates_can_be_tried_together():
    body = """
    events:
      - {event: la_aware, actual: <Monday 5 January 2026>}
    """
    found = tried(
        "darlington",
        body,
        {
            "notification_received": "Friday 2 January 2026",
            "panel_acknowledged": "Monday 12 January 2026",
        },
    )
    # From the form, Friday 2 January: 5, 6, 7, 8, 9. From the acknowledgement, 12 January: 10 is
    # Monday 26, 15 is Monday 2 February.
    assert found["referrer-told-of-outcome"] == "Friday 9 January 2026"
    assert found["decision-to-panel"] == "Monday 2 February 2026"


def test_an_event_the_procedure_does_not_have_is_refused():
    with pytest.raises(UsageRefused):
        tried(
            "tees",
            BODY.replace("notification_received", "la_aware"),
            {"conference_held": "Monday 5 January 2026"},
        )
