"""What a date warns of: closed offices, weekends, a calendar that is not settled yet."""

from schedule.asking import case, day, planned

CHRISTMAS_2026 = """
threshold: {criteria_met: yes}
events: [{event: notification_received, actual: <Friday 18 December 2026>}]
"""


def test_a_closed_office_is_warned_of_and_moves_nothing():
    # 21, 22, 23, 24 December (4); 25 and 28 are bank holidays; Tuesday 29 December is day 5.
    # The office is closed from 29 to 31 December, which are working days all the same.
    plan = planned(case("nel", CHRISTMAS_2026), "Friday 18 December 2026")
    row = plan.one("la-notifies-panel")
    assert row.due == day("Tuesday 29 December 2026")
    assert [w for w in row.warnings if "closed" in w] == [
        "The office is closed (Council offices closed over Christmas, Tuesday 29 December 2026); "
        "the date does not move."
    ]


def test_a_date_before_the_closure_is_not_warned_of():
    plan = planned(case("nel", CHRISTMAS_2026), "Friday 18 December 2026")
    assert plan.one("scsi-4-to-partners").warnings == ()


def test_a_date_after_the_closure_says_which_days_were_lost():
    plan = planned(case("nel", CHRISTMAS_2026), "Friday 18 December 2026")
    [warning] = plan.one("scsi-7-to-group").warnings
    assert "Tuesday 29 December 2026 to Thursday 31 December 2026" in warning


def test_a_date_on_a_weekend_says_by_when_to_send():
    # Friday 29 August 2025 and six months: February 2026 ends on Saturday 28.
    body = """
    decision: {outcome: local_review}
    rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
    events:
      - {event: notification_received, actual: <Monday 4 August 2025>}
      - {event: lcspr_decision, actual: <Friday 29 August 2025>}
    """
    row = planned(case("nel", body), "Monday 1 September 2025").one("review-complete")
    assert (row.due, row.send_by) == (
        day("Saturday 28 February 2026"),
        day("Friday 27 February 2026"),
    )
    assert "Saturday 28 February 2026 is not a working day: send by Friday 27 February 2026." in (
        row.warnings
    )


def test_the_last_day_of_august_and_six_months_is_the_last_of_february():
    body = """
    decision: {outcome: local_review}
    rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
    events: [{event: lcspr_decision, actual: <Thursday 31 August 2023>}]
    """
    for procedure, step in [
        ("nel", "review-complete"),
        ("tees", "publish-report"),
        ("darlington", "report-published"),
        ("bcp", "publish-report"),
        ("north-yorkshire", "review-published"),
    ]:
        plan = planned(case(procedure, body), "Friday 1 September 2023")
        assert plan.due(step) == "Thursday 29 February 2024"


def test_a_date_beyond_the_settled_bank_holidays_asks_to_be_checked():
    body = "events: [{event: notification_received, actual: <Wednesday 22 December 2027>}]"
    plan = planned(case("nel", body), "Wednesday 22 December 2027")
    assert not any("confirmed only" in w for w in plan.one("scsi-4-to-partners").warnings)
    # Day 15 falls in January 2028, which the calendar only expects.
    assert any("confirmed only" in w for w in plan.one("srg-8-to-panel").warnings)
