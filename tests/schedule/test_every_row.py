"""What holds for every row of every procedure, in cases of many kinds."""

from collections import Counter
from datetime import timedelta

import pytest

from schedule.asking import case, day, planned
from sgdocs.dates import words
from sgdocs.schedule import Role, Status

NOW = "Monday 1 June 2026"
PEOPLE = """
agencies:
  - {id: police, name: Invented Police, include: yes}
  - {id: school, name: Invented School,
     involvement: [{with: child, to: <Thursday 19 December 2024>}]}
  - {id: housing, name: Invented Housing, include: yes, identified_on: <Monday 29 December 2025>}
family:
  - {id: parent, name: {full: Keverne Tregear}, relationship: mother, informing: {tell: yes}}
"""
EVENTS = """
events:
  - {event: incident_occurred, actual: <Thursday 18 December 2025>}
  - {event: la_aware, actual: <Thursday 18 December 2025>}
"""
CHILDREN = """
  - {id: child-a, name: {full: Elowen Tregear}, harm: died, status_at_incident: [looked_after]}
  - {id: child-b, name: {full: unknown}, harm: seriously_harmed}"""
REVIEW = """
  - {event: panel_notified, actual: <Tuesday 23 December 2025>}
  - {event: panel_acknowledged, actual: <Monday 29 December 2025>}
  - {event: rapid_review_held, actual: <Thursday 8 January 2026>}
  - {event: rr_submitted, actual: <Wednesday 14 January 2026>}
  - {event: panel_response_received, actual: <Wednesday 4 February 2026>}
  - {event: lcspr_decision, actual: <Wednesday 14 January 2026>}
  - {event: publication, planned: <Thursday 2 July 2026>}
threshold: {criteria_met: yes}
rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
decision: {outcome: local_review}
panel_response: {outcome: disagrees}
report: {publication: {form: FORM, delay: {reason: inquest}}}
actions:
  - {id: training, action: Train the team., original_deadline: <Sunday 30 November 2025>}
"""
KINDS = {
    "just received": PEOPLE + EVENTS,
    "below the threshold": PEOPLE + EVENTS + "threshold: {criteria_met: no}\n",
    "abuse not suspected": PEOPLE + EVENTS + "incident: {abuse_or_neglect: not_suspected}\n",
    "local review": PEOPLE + EVENTS.rstrip() + REVIEW.replace("FORM", "full"),
    "improvements": PEOPLE + EVENTS.rstrip() + REVIEW.replace("FORM", "improvements_only"),
    "not published": PEOPLE + EVENTS.rstrip() + REVIEW.replace("FORM", "not_published"),
}
ALL = ["nel", "tees", "darlington", "bcp", "north-yorkshire"]


@pytest.fixture(scope="module", params=ALL)
def plans(request):
    return {
        name: planned(case(request.param, body, children=CHILDREN), NOW)
        for name, body in KINDS.items()
    }


@pytest.fixture(scope="module")
def rows(plans):
    return [row for plan in plans.values() for row in plan.rows]


def test_a_warning_is_not_repeated_on_the_rows_of_one_step(plans):
    for kind, plan in plans.items():
        said = Counter(
            (row.step, row.instance, warning) for row in plan.rows for warning in row.warnings
        )
        assert [k[0] for k, n in said.items() if n > 1] == [], kind


def test_a_step_without_a_time_limit_has_no_date(rows):
    for row in rows:
        if row.role is Role.NO_LIMIT:
            assert (row.due, row.earliest, row.send_by) == (None, None, None), row.step


def test_what_does_not_apply_has_no_date_no_warning_and_a_reason(rows):
    for row in rows:
        if row.status is Status.NOT_APPLICABLE:
            assert (row.due, row.warnings) == (None, ()), row.step
            assert row.why.counted.startswith("Only if "), row.step


def test_every_other_reading_has_a_warning(rows):
    for row in rows:
        if row.role is Role.ALTERNATIVE:
            assert row.warnings, row.step


def test_every_step_and_instance_has_one_row_of_its_own(plans):
    for plan in plans.values():
        own = Counter((r.step, r.instance) for r in plan.rows if r.role is not Role.ALTERNATIVE)
        assert [k for k, n in own.items() if n > 1] == []


def test_two_rows_of_one_step_differ_in_reading(plans):
    for plan in plans.values():
        seen = Counter((r.step, r.instance, r.reading) for r in plan.rows)
        assert [k for k, n in seen.items() if n > 1] == []


def test_every_row_names_its_clause_its_version_and_its_calendar(rows):
    for row in rows:
        assert row.why.source.section
        assert row.why.procedure_version
        assert row.why.calendar_edition.startswith("england-and-wales ")


def test_a_dated_row_says_from_what_day_it_counts(rows):
    for row in rows:
        if row.due:
            assert row.why.anchor_date, row.step
            assert row.why.counted.endswith("."), row.step


def test_a_window_opens_before_it_closes(rows):
    for row in rows:
        if row.earliest:
            assert row.earliest <= row.due, row.step


def test_the_day_to_send_by_is_never_after_the_day_due(rows):
    for row in rows:
        if row.due:
            assert row.send_by <= row.due, row.step


def test_no_childs_or_relatives_name_is_in_a_row(rows):
    for row in rows:
        assert "Tregear" not in repr(row), row.step


@pytest.mark.parametrize("procedure", ALL)
def test_on_any_day_nothing_is_done_that_lies_ahead(procedure):
    document = case(procedure, KINDS["local review"], children=CHILDREN)
    for days in range(0, 240, 12):
        then = day("Monday 15 December 2025") + timedelta(days)
        plan = planned(document, words(then), today="Monday 7 September 2026")
        assert all(r.actual <= then for r in plan.rows if r.actual)


def test_a_question_of_fact_is_asked_with_the_step_that_depends_on_it(plans):
    for row in plans["just received"].rows:
        if any("not decided yet" in w for w in row.warnings):
            assert row.status is not Status.NOT_APPLICABLE
