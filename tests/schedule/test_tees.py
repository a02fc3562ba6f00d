"""Tees: the council's five working days, the partners' fifteen, the Panel's fifteen, six months."""

from schedule.asking import case, dated, lines, planned

CASE = """
threshold: {criteria_met: yes}
agencies: [{id: police, name: Invented Police, include: yes}]
events:
  - {event: incident_occurred, actual: <Wednesday 5 April 2023>}
  - {event: la_aware, actual: <Thursday 6 April 2023>}
"""


def test_a_council_aware_on_thursday_6_april_2023():
    # Good Friday is 7 April and Easter Monday 10 April:
    #   1 Tue 11   2 Wed 12   3 Thu 13   4 Fri 14   5 Mon 17 April
    # The decision: 15 from Monday 17 April, the last day to notify, is
    #   18 to 21 April (4), 24 to 28 (9), 2 to 5 May (13; 1 May is a bank holiday),
    #   9 May (14; 8 May is the Coronation), 10 May (15).
    # The Panel's answer: 15 from Wednesday 10 May is
    #   11, 12 (2), 15 to 19 (7), 22 to 26 (12), 30, 31 May (14; 29 May is a bank holiday), 1 June.
    table = """
    la-notifies-panel | binding             | Monday 17 April 2023
    partnership-told  | alternative_reading | Monday 17 April 2023   # the guidance gives no time
    rr-report-to-panel | binding            | Wednesday 10 May 2023
    panel-response    | expectation         | Thursday 1 June 2023
    """
    assert dated(planned(case("tees", CASE), "Thursday 6 April 2023")) == lines(table)


def test_a_notification_on_friday_14_april_2023():
    # 17 to 21 April (5), 24 to 28 (10), 2 to 5 May (14), Tuesday 9 May (15).
    notified = "  - {event: panel_notified, actual: <Friday 14 April 2023>}\n"
    plan = planned(case("tees", CASE + notified), "Friday 14 April 2023")
    assert plan.due("rr-report-to-panel") == "Tuesday 9 May 2023"
    names = [s.name for s in plan.one("rr-report-to-panel").why.skipped]
    assert len(names) == 2
    assert "coronation" in names[1]


def test_the_panel_is_expected_to_answer_by_wednesday_31_may_2023():
    # Sent on Tuesday 9 May: 10 to 12 (3), 15 to 19 (8), 22 to 26 (13), 30, 31 May (15).
    later = """
  - {event: panel_notified, actual: <Friday 14 April 2023>}
  - {event: rapid_review_held, actual: <Wednesday 3 May 2023>}
  - {event: rr_submitted, actual: <Tuesday 9 May 2023>}
"""
    plan = planned(case("tees", CASE.rstrip() + later), "Tuesday 9 May 2023")
    assert plan.due("panel-response") == "Wednesday 31 May 2023"
    assert plan.one("panel-response").role == "expectation"


def test_a_review_decided_on_3_may_2023_is_published_by_friday_3_november_2023():
    later = """
  - {event: panel_notified, actual: <Friday 14 April 2023>}
  - {event: lcspr_decision, actual: <Wednesday 3 May 2023>}
decision: {outcome: local_review}
rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
"""
    plan = planned(case("tees", CASE.rstrip() + later), "Tuesday 9 May 2023")
    assert plan.due("publish-report") == "Friday 3 November 2023"
    assert plan.due("review-complete") == "Friday 3 November 2023"


def test_the_day_the_partnership_was_told_is_the_other_reading():
    # A15. Told on Monday 17 April: 18 to 21 (4), 24 to 28 (9), 2 to 5 May (13), 9, 10 May (15).
    later = """
  - {event: panel_notified, actual: <Friday 14 April 2023>}
  - {event: partnership_informed, actual: <Monday 17 April 2023>}
"""
    plan = planned(case("tees", CASE.rstrip() + later), "Monday 17 April 2023")
    assert plan.due("rr-report-to-panel") == "Tuesday 9 May 2023"
    assert list(plan.beside("rr-report-to-panel").values()) == ["Wednesday 10 May 2023"]


def test_neither_a_return_date_nor_a_meeting_day_is_invented():
    plan = planned(case("tees", CASE), "Thursday 6 April 2023")
    for step in (
        "rapid-review-meeting",
        "agency-requests-out",
        "agency-return",
        "partnership-told",
    ):
        assert plan.one(step).due is None
        assert plan.one(step).role == "no_time_limit"


def test_a_return_date_that_a_person_set_is_the_one_shown_as_planned():
    body = CASE + "rapid_review: {return_by: <Friday 21 April 2023>}\n"
    plan = planned(case("tees", body), "Thursday 6 April 2023")
    assert str(plan.one("agency-return").planned) == "2023-04-21"
    assert plan.one("agency-return").due is None


def test_the_notice_of_a_looked_after_death_has_no_local_limit_and_shows_the_national_one():
    # A14.
    children = """
      - {id: child-a, name: {full: unknown}, harm: died, status_at_incident: [looked_after]}"""
    plan = planned(case("tees", CASE, children=children), "Thursday 6 April 2023")
    assert plan.due("looked-after-death-notice") == "-"
    assert list(plan.beside("looked-after-death-notice").values()) == ["Monday 17 April 2023"]
    assert plan.one("looked-after-death-notice").recipients == ("secretary_of_state", "ofsted")
