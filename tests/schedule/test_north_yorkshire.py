"""North Yorkshire: an order without dates inside fifteen days, and three clocks around it."""

from schedule.asking import case, dated, lines, planned

CASE = """
threshold: {criteria_met: yes}
agencies: [{id: police, name: Invented Police, include: yes}]
events:
  - {event: incident_occurred, actual: <Sunday 1 March 2026>}
  - {event: la_aware, actual: <Monday 2 March 2026>}
  - {event: panel_notified, actual: <Thursday 5 March 2026>}
"""


def test_a_council_aware_on_2_march_that_notified_on_thursday_5_march_2026():
    # Notify: 3, 4, 5, 6, 9 March.
    # The report, 15 working days: 6 March (1), 9 to 13 (6), 16 to 20 (11), 23 to 26 (15).
    # The report, 15 calendar days: Friday 20 March.
    # The Panel's answer to a report of 26 March: 27 (1), 30, 31 March, 1, 2 April (5),
    #   7 to 10 April (9; Good Friday 3 and Easter Monday 6 April), 13 to 17 (14), 20 April (15).
    # The meeting after an answer of 20 April: 21 to 24 (4), 27 to 30 (8), 1 May (9),
    #   5 May (10; Monday 4 May is a bank holiday).
    table = """
    la-notifies-panel         | binding             | Monday 9 March 2026
    la-tells-partners         | binding             | Monday 9 March 2026
    rr-report-to-panel        | binding             | Thursday 26 March 2026
    rr-report-to-panel        | alternative_reading | Friday 20 March 2026
    panel-response            | expectation         | Monday 20 April 2026
    post-rapid-review-meeting | binding             | Tuesday 5 May 2026
    """
    assert dated(planned(case("north-yorkshire", CASE), "Thursday 5 March 2026")) == lines(table)


def test_the_steps_inside_the_fifteen_days_keep_their_order_and_have_no_date():
    # A25: the factsheet numbers no day between the notification and the report.
    ordered = [
        "initial-case-discussion",
        "form-2-out",
        "form-2-return",
        "information-shared",
        "rapid-review-meeting",
        "report-finalised",
        "executive-agreement",
        "rr-report-to-panel",
    ]
    plan = planned(case("north-yorkshire", CASE), "Thursday 5 March 2026")
    found = [r.step for r in plan.rows if r.step in ordered and r.role != "alternative_reading"]
    assert found == ordered
    assert {plan.due(s) for s in ordered[:-1]} == {"-"}


class TestTheMeetingAfterThePanelAnswered:
    LATER = """
  - {event: rapid_review_held, actual: <Friday 20 March 2026>}
  - {event: rr_submitted, actual: <Wednesday 25 March 2026>}
  - {event: panel_response_received, actual: <Wednesday 15 April 2026>}
"""
    SHARED = "  - {event: response_shared, actual: <Friday 17 April 2026>}\n"

    def plan(self, more: str = ""):
        body = CASE.rstrip() + self.LATER + more
        return planned(case("north-yorkshire", body), "Friday 17 April 2026")

    def test_is_held_within_ten_working_days_of_the_answer(self):
        # 16, 17 April (2), 20 to 24 (7), 27, 28, 29 April (10).
        assert self.plan().due("post-rapid-review-meeting") == "Wednesday 29 April 2026"

    def test_sharing_the_answer_is_the_other_reading(self):
        # A26. Shared on Friday 17 April: 20 to 24 April (5), 27 April to 1 May (10).
        plan = self.plan(self.SHARED)
        assert plan.due("post-rapid-review-meeting") == "Wednesday 29 April 2026"
        assert list(plan.beside("post-rapid-review-meeting").values()) == ["Friday 1 May 2026"]

    def test_the_answer_itself_was_expected_by_friday_17_april(self):
        # Sent on Wednesday 25 March: 26, 27 (2), 30 March to 2 April (6), 7 to 10 (10),
        # 13 to 17 April (15).
        assert self.plan().due("panel-response") == "Friday 17 April 2026"
        assert self.plan().status("panel-response") == "done_on_time"


def test_who_is_told_and_who_is_written_to():
    plan = planned(case("north-yorkshire", CASE), "Thursday 5 March 2026")
    # The line on the notice: the Executive, and the Chair and the Independent Scrutineer.
    assert plan.one("executive-notified").recipients == (
        "safeguarding_partners",
        "partnership_chair",
        "scrutineer",
    )
    # The line on the response: the group's Chair, the three partners, the scrutineer, the group.
    assert set(plan.one("response-circulated").recipients) == {
        "group_chair",
        "safeguarding_partners",
        "scrutineer",
        "review_group",
    }
