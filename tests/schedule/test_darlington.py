"""Darlington: clocks from awareness, from the form and from the Panel's acknowledgement."""

import pytest

from schedule.asking import case, dated, day, lines, planned
from sgdocs.schedule import Role, Status

CASE = """
threshold: {criteria_met: yes}
agencies: [{id: police, name: Invented Police, include: yes}]
events:
  - {event: incident_occurred, actual: <Saturday 3 January 2026>}
  - {event: la_aware, actual: <Monday 5 January 2026>}
  - {event: notification_received, actual: <Tuesday 6 January 2026>}
"""
NOTIFIED = """
  - {event: criteria_agreed, actual: <Friday 9 January 2026>}
  - {event: panel_notified, actual: <Friday 9 January 2026>}
  - {event: panel_acknowledged, actual: <Monday 12 January 2026>}
"""
REVIEW = """
  - {event: rapid_review_held, actual: <Thursday 22 January 2026>}
  - {event: lcspr_decision, actual: <Monday 2 February 2026>}
decision: {outcome: local_review}
rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
"""


def test_every_date_of_a_case_acknowledged_on_monday_12_january_2026():
    # From awareness, Monday 5 January: 6 (1), 7, 8, 9 (4), 12 January (5).
    # From the form, Tuesday 6 January: 7, 8, 9 (3), 12, 13 January (5).
    # From the incident, Saturday 3 January: 5, 6, 7, 8, 9 January (5).
    # From the decision, Friday 9 January: 12, 13, 14, 15, 16 January (5).
    # From the acknowledgement, Monday 12 January: 13 to 16 (4), 19, 20, 21 January (7),
    #   22, 23 (9), 26 January (10), 27 to 30 (14), 2 February (15).
    # From the notification, Friday 9 January: 12 to 16 (5), 19 to 23 (10), 26 to 30 January (15).
    # The Panel's target, from Monday 2 February: 3 to 6 (4), 9 to 13 (9), 16 to 20 (14), 23.
    table = """
    child-made-safe             | advisory            | Saturday 3 January 2026    # at once
    incident-form-forwarded     | advisory            | Tuesday 6 January 2026     # immediately
    partners-told-of-incident   | binding             | Tuesday 6 January 2026     # 1, awareness
    partners-consider-threshold | binding             | Monday 12 January 2026     # 5, awareness
    authority-notifies-panel    | binding             | Monday 12 January 2026     # 7.2
    authority-notifies-panel    | alternative_reading | Tuesday 13 January 2026    # 1.5
    authority-notifies-panel    | alternative_reading | Friday 9 January 2026      # first box
    referrer-told-of-outcome    | binding             | Tuesday 13 January 2026    # process map
    referrer-told-of-outcome    | alternative_reading | Friday 16 January 2026     # 6.3
    look-back-set               | window_start        | Tuesday 3 January 2023     # three years
    look-back-set               | alternative_reading | Friday 6 January 2023      # from the form
    agency-template-chased police | advisory          | Thursday 22 January 2026   # ours
    rapid-review-panel-meets    | binding             | Monday 26 January 2026     # 8.2: 7 to 10
    rapid-review-panel-meets    | alternative_reading | Friday 30 January 2026     # 1.5
    rapid-review-panel-meets    | alternative_reading | Friday 30 January 2026     # second box
    decision-to-panel           | binding             | Monday 2 February 2026     # 8.9
    decision-to-panel           | alternative_reading | Friday 30 January 2026     # national
    decision-to-panel           | alternative_reading | Friday 30 January 2026     # third box
    panel-decides               | alternative_reading | Monday 23 February 2026
    """
    plan = planned(case("darlington", CASE.rstrip() + NOTIFIED), "Monday 12 January 2026")
    assert dated(plan) == lines(table)


def test_the_panel_meets_between_the_seventh_and_the_tenth_working_day():
    plan = planned(case("darlington", CASE.rstrip() + NOTIFIED), "Monday 12 January 2026")
    meeting = plan.one("rapid-review-panel-meets")
    assert meeting.earliest == day("Wednesday 21 January 2026")
    assert meeting.due == day("Monday 26 January 2026")


def test_until_the_panel_acknowledges_both_clocks_wait_and_the_readings_show():
    notified = "  - {event: panel_notified, actual: <Friday 9 January 2026>}\n"
    plan = planned(case("darlington", CASE + notified), "Friday 9 January 2026")
    for step in ("rapid-review-panel-meets", "decision-to-panel"):
        assert plan.status(step) is Status.WAITING
        assert set(plan.beside(step).values()) == {"Friday 30 January 2026"}


def test_a_decision_before_the_form_arrives_brings_the_outcome_to_the_referrer_forward():
    # C8: the earlier binds. Decided on Friday 2 January: 5, 6, 7, 8, 9 January.
    body = """
    threshold: {criteria_met: yes}
    events:
      - {event: la_aware, actual: <Wednesday 31 December 2025>}
      - {event: criteria_agreed, actual: <Friday 2 January 2026>}
      - {event: notification_received, actual: <Tuesday 6 January 2026>}
    """
    plan = planned(case("darlington", body), "Tuesday 6 January 2026")
    assert plan.due("referrer-told-of-outcome") == "Friday 9 January 2026"
    assert list(plan.beside("referrer-told-of-outcome").values()) == ["Tuesday 13 January 2026"]


class TestTheLocalReview:
    def plan(self, more: str = "", events: str = ""):
        review = REVIEW.replace("decision: {", f"{events}decision: {{", 1)
        body = CASE.rstrip() + NOTIFIED.rstrip() + review + more
        return planned(case("darlington", body), "Monday 2 February 2026")

    def test_is_published_within_six_months_and_by_the_friday_before_a_sunday(self):
        # Monday 2 February and six months is Sunday 2 August 2026; it is not moved later.
        row = self.plan().one("report-published")
        assert row.due == day("Sunday 2 August 2026")
        assert row.send_by == day("Friday 31 July 2026")
        assert any("Friday 31 July 2026" in w for w in row.warnings)

    def test_goes_to_the_statutory_bodies_seven_working_days_before(self):
        # Publication on Thursday 30 July: 29, 28, 27, 24 (4), 23, 22, 21 July (7).
        plan = self.plan(
            "report: {publication: {form: full}}\n",
            "  - {event: publication, planned: <Thursday 30 July 2026>}\n",
        )
        row = plan.one("full-report-to-statutory-bodies")
        assert row.due == day("Tuesday 21 July 2026")
        assert row.recipients == ("panel", "secretary_of_state", "ofsted")
        assert plan.due("report-kept-public") == "Friday 30 July 2027"
        assert plan.one("report-kept-public").role is Role.MINIMUM

    def test_learning_only_goes_at_the_same_time_and_the_full_report_with_it(self):
        plan = self.plan(
            "report: {publication: {form: improvements_only}}\n",
            "  - {event: publication, planned: <Thursday 30 July 2026>}\n",
        )
        assert plan.due("learning-to-statutory-bodies") == "Tuesday 21 July 2026"
        assert plan.due("full-report-beside-learning") == "Tuesday 21 July 2026"
        assert plan.status("full-report-to-statutory-bodies") is Status.NOT_APPLICABLE

    def test_has_governance_meetings_on_the_days_the_group_planned(self):
        plan = self.plan("""
meetings:
  - {kind: governance, id: first, planned: <Monday 16 February 2026>, purpose: Establish}
  - {kind: governance, id: second, planned: <Monday 27 April 2026>, purpose: Monitor}
  - {kind: governance, id: third, planned: <Monday 29 June 2026>, purpose: Finalise}
""")
        found = [plan.due("governance-meeting", m) for m in ("first", "second", "third")]
        assert found == ["Monday 16 February 2026", "Monday 27 April 2026", "Monday 29 June 2026"]


class TestActionsThatAreLate:
    """Section 13.4: three months beyond the deadline, and six months beyond the original one."""

    BODY = """
    events: [{event: notification_received, actual: <Monday 3 March 2025>}]
    actions:
      - {id: training, action: Train the duty team., original_deadline: <Sunday 30 November 2025>}
      - {id: form, action: Change the form., original_deadline: <Monday 1 September 2025>,
         extension: {new_deadline: <Friday 28 November 2025>, requested_by: The Chief Officer}}
      - {id: done, action: Share the learning., original_deadline: <Monday 1 September 2025>,
         status: complete, completed_on: <Monday 6 October 2025>}
    """

    @pytest.fixture(scope="class")
    @staticmethod
    def plan():
        return planned(case("darlington", TestActionsThatAreLate.BODY), "Monday 2 March 2026")

    def test_three_calendar_months_end_with_the_month(self, plan):
        # 30 November and three months: February 2026 ends on Saturday 28.
        row = plan.one("action-three-months-late", "training")
        assert row.due == day("Saturday 28 February 2026")
        assert row.send_by == day("Friday 27 February 2026")
        assert row.status is Status.OVERDUE

    def test_six_calendar_months(self, plan):
        row = plan.one("action-six-months-late", "training")
        assert row.due == day("Saturday 30 May 2026")
        assert row.send_by == day("Friday 29 May 2026")
        assert row.status is Status.FUTURE

    def test_an_extension_does_not_move_the_six_months_from_the_original_deadline(self, plan):
        # 1 September 2025 and six months is Sunday 1 March 2026.
        row = plan.one("action-six-months-late", "form")
        assert (row.due, row.status) == (day("Sunday 1 March 2026"), Status.OVERDUE)
        assert plan.applies("action-extension-decided") == {"action-extension-decided"}

    def test_a_completed_action_is_not_escalated(self, plan):
        assert plan.status("action-three-months-late", "done") is Status.NOT_APPLICABLE
        assert plan.status("action-six-months-late", "done") is Status.NOT_APPLICABLE

    def test_three_months_goes_to_the_head_of_service_and_six_to_the_chief_officer(self, plan):
        assert plan.one("action-three-months-late", "form").recipients == ("head_of_service",)
        assert plan.one("action-six-months-late", "form").recipients == ("chief_officer",)
