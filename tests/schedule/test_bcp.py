"""Bournemouth, Christchurch and Poole: the notification, the templates, the menu, publication."""

import pytest

from schedule.asking import case, dated, day, lines, planned
from sgdocs.schedule import Role, Status

CASE = """
threshold: {criteria_met: yes}
agencies: [{id: police, name: Invented Police, include: yes}]
events:
  - {event: incident_occurred, actual: <Friday 6 March 2026>}
  - {event: la_aware, actual: <Monday 9 March 2026>}
"""
NOTIFIED = "  - {event: panel_notified, actual: <Thursday 12 March 2026>}\n"
IN_CARE = "[{id: child-a, name: {full: unknown}, harm: died, status_at_incident: [looked_after]}]"


def test_every_date_of_a_notification_on_thursday_12_march_2026():
    # From awareness, Monday 9 March: 10, 11, 12, 13, 16 March (5).
    # From the notification, Thursday 12 March: 13 (1), 16 to 20 (6), 23 to 27 (11),
    #   30, 31 March (13), 1, 2 April (15). Thirteen calendar days: Wednesday 25 March.
    # The Panel's own target from 2 April, over Easter (3 and 6 April):
    #   7 to 10 (4), 13 to 17 (9), 20 to 24 (14), 27 April (15).
    table = """
    appc-worker-tells-manager | advisory            | Monday 9 March 2026       # immediately
    appc-manager-phones       | advisory            | Monday 9 March 2026
    appc-manager-writes       | advisory            | Monday 9 March 2026
    la-notifies-panel         | binding             | Monday 16 March 2026
    business-unit-notified    | advisory            | Thursday 12 March 2026    # immediately
    business-unit-notified    | alternative_reading | Monday 9 March 2026
    partnership-notified      | binding             | Monday 16 March 2026
    agency-return police      | binding             | Tuesday 31 March 2026     # 13 working days
    agency-return police      | alternative_reading | Wednesday 25 March 2026   # 13 calendar days
    rapid-review-meeting      | binding             | Thursday 2 April 2026     # 15 working days
    rapid-review-to-panel     | binding             | Thursday 2 April 2026     # national
    panel-response-expected   | expectation         | Monday 27 April 2026
    """
    assert dated(planned(case("bcp", CASE + NOTIFIED), "Thursday 12 March 2026")) == lines(table)


def test_thirteen_working_days_from_the_request_are_shown_once_it_went_out():
    # A22. Sent on Monday 16 March: 17 to 20 (4), 23 to 27 (9), 30, 31 March, 1, 2 April (13).
    sent = "dispatches: [{artefact: BCP-APPB, to: [police], sent: <Monday 16 March 2026>}]\n"
    plan = planned(case("bcp", CASE + NOTIFIED + sent), "Monday 16 March 2026")
    assert plan.due("agency-return", "police") == "Tuesday 31 March 2026"
    assert set(plan.beside("agency-return", "police").values()) == {
        "Wednesday 25 March 2026",
        "Thursday 2 April 2026",
    }


def test_the_meeting_warns_that_sign_off_and_sending_need_days_too():
    plan = planned(case("bcp", CASE + NOTIFIED), "Thursday 12 March 2026")
    assert any("sign-off" in w for w in plan.one("rapid-review-meeting").warnings)


class TestAChildInCareDied:
    """C11: five working days from the incident; five days, and awareness, beside it."""

    @pytest.fixture(scope="class")
    @staticmethod
    def plan():
        return planned(case("bcp", CASE, children=IN_CARE), "Monday 9 March 2026")

    def test_the_panel_is_told_within_five_working_days_of_the_incident(self, plan):
        # From Friday 6 March: 9, 10, 11, 12, 13 March. Five calendar days: Wednesday 11 March.
        assert plan.due("child-in-care-death-to-panel") == "Friday 13 March 2026"
        assert set(plan.beside("child-in-care-death-to-panel").values()) == {
            "Wednesday 11 March 2026",
            "Monday 16 March 2026",
        }

    def test_the_secretary_of_state_and_ofsted_are_told(self, plan):
        row = plan.one("child-in-care-death-notice")
        assert row.due == day("Friday 13 March 2026")
        assert row.recipients == ("secretary_of_state", "ofsted")

    def test_one_notification_serves_both_duties(self, plan):
        assert plan.status("la-notifies-panel") is Status.NOT_APPLICABLE

    def test_the_council_does_what_its_own_process_asks(self, plan):
        steps = {
            "appc-parents-told",
            "appc-legal-call",
            "appc-legal-letter",
            "appc-insurance-call",
            "appc-insurance-letter",
            "appc-cdop-referral",
        }
        assert plan.applies(*steps) == steps

    def test_a_child_at_home_brings_none_of_the_tasks_for_a_child_in_care(self):
        plan = planned(case("bcp", CASE), "Monday 9 March 2026")
        assert (
            plan.applies(
                "appc-parents-told",
                "appc-legal-call",
                "appc-insurance-call",
                "child-in-care-death-to-panel",
                "child-in-care-death-notice",
            )
            == set()
        )


class TestTheMenuOfLearning:
    OPTIONS = """
    events: [{event: incident_occurred, actual: <Monday 3 November 2025>}]
    chosen_options:
      - {menu: learning_activities, choice: practitioner_brief, started: <Saturday 31 January 2026>}
      - {menu: learning_activities, choice: learning_event, started: <Monday 2 February 2026>}
      - {menu: learning_activities, choice: focussed_review, started: <Sunday 30 November 2025>}
      - {menu: learning_activities, choice: joint_supervision, started: <Monday 2 February 2026>}
      - {menu: learning_activities, choice: local_review, started: <Friday 29 August 2025>}
      - {menu: learning_activities, choice: single_agency, started: <Monday 2 February 2026>}
    """

    @pytest.fixture(scope="class")
    @staticmethod
    def plan():
        document = case("bcp", TestTheMenuOfLearning.OPTIONS, pathway="learning_request")
        return planned(document, "Monday 2 February 2026")

    @pytest.mark.parametrize(
        ("step", "earliest", "due", "send_by"),
        [
            # one month from 31 January: February 2026 ends on Saturday 28
            (
                "option-practitioner-brief",
                None,
                "Saturday 28 February 2026",
                "Friday 27 February 2026",
            ),
            # three months
            ("option-event-summary", None, "Saturday 2 May 2026", "Friday 1 May 2026"),
            # three to six months from 30 November
            (
                "option-case-review-summary",
                "Saturday 28 February 2026",
                "Saturday 30 May 2026",
                "Friday 29 May 2026",
            ),
            # four to six weeks
            (
                "option-joint-supervision",
                "Monday 2 March 2026",
                "Monday 16 March 2026",
                "Monday 16 March 2026",
            ),
            # six months from 29 August: February 2026 has 28 days
            ("option-local-review", None, "Saturday 28 February 2026", "Friday 27 February 2026"),
        ],
    )
    def test_each_option_has_its_length(self, plan, step, earliest, due, send_by):
        row = plan.one(step)
        assert row.earliest == (day(earliest) if earliest else None)
        assert (row.due, row.send_by) == (day(due), day(send_by))

    def test_a_single_agency_sets_its_own_time_and_none_is_invented(self, plan):
        assert plan.one("option-single-agency-review").role is Role.NO_LIMIT
        assert plan.due("option-single-agency-review") == "-"

    def test_an_option_that_was_not_chosen_brings_nothing(self):
        plan = planned(case("bcp", CASE), "Monday 9 March 2026")
        assert [r.step for r in plan.rows if r.step.startswith("option-")] == []


class TestPublication:
    REVIEW = """
    events:
      - {event: incident_occurred, actual: <Friday 1 August 2025>}
      - {event: la_aware, actual: <Friday 1 August 2025>}
      - {event: lcspr_decision, actual: <Friday 5 December 2025>}
      - {event: publication, planned: <Tuesday 26 May 2026>}
      - {event: action_plan_complete, actual: <Thursday 30 April 2026>}
    decision: {outcome: local_review}
    rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
    report: {publication: {form: FORM}}
    """

    def plan(self, form: str):
        return planned(case("bcp", self.REVIEW.replace("FORM", form)), "Friday 1 May 2026")

    def test_seven_working_days_bind_and_five_are_shown(self):
        # C13. Counting back from Tuesday 26 May over the bank holiday of Monday 25 May:
        # 22, 21, 20, 19, 18 May (5), 15, 14 May (7).
        plan = self.plan("full")
        assert plan.due("final-report-to-bodies") == "Thursday 14 May 2026"
        assert list(plan.beside("final-report-to-bodies").values()) == ["Monday 18 May 2026"]

    def test_the_full_report_goes_to_the_panel_and_the_secretary_of_state(self):
        # C14: section 12 is followed, and the difference is said.
        row = self.plan("full").one("final-report-to-bodies")
        assert row.recipients == ("panel", "secretary_of_state")
        assert any("Ofsted" in w for w in row.warnings)

    def test_improvements_alone_go_to_ofsted_as_well_at_the_same_time(self):
        plan = self.plan("improvements_only")
        row = plan.one("improvements-to-bodies")
        assert row.due == day("Thursday 14 May 2026")
        assert row.recipients == ("panel", "secretary_of_state", "ofsted")
        assert list(plan.beside("improvements-to-bodies").values()) == ["Monday 18 May 2026"]
        assert plan.due("final-report-to-bodies") == "Thursday 14 May 2026"

    def test_what_is_published_stays_public_for_a_year(self):
        row = self.plan("full").one("report-on-website")
        assert (row.due, row.role) == (day("Wednesday 26 May 2027"), Role.MINIMUM)

    def test_the_quality_group_looks_again_after_six_months(self):
        assert self.plan("full").due("impact-follow-up") == "Friday 30 October 2026"

    def test_six_months_from_the_decision_to_publication(self):
        assert self.plan("full").due("publish-report") == "Friday 5 June 2026"

    def test_the_four_sign_offs_stand_in_order(self):
        steps = [
            "sign-off-1-panel",
            "sign-off-2-group",
            "sign-off-3-partnership",
            "sign-off-4-publication-date",
        ]
        assert [r.step for r in self.plan("full").rows if r.step in steps] == steps
