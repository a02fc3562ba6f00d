"""A date that is recorded late moves what depends on it, and nothing that is done."""

from schedule.asking import FRIDAY, case, content_with, day, in_words, planned
from sgdocs.schedule import Status, differences

START = """
threshold: {criteria_met: yes}
agencies:
  - {id: police, name: Invented Police, include: yes}
  - {id: school, name: Invented School, include: yes}
events: [{event: notification_received, actual: <Friday 19 December 2025>}]
"""
LATE = """
dispatches:
  - {artefact: SCSI-5, to: [police], sent: <Monday 29 December 2025>}
  - {artefact: SCSI-6, to: [police], sent: <Monday 29 December 2025>}
  - {artefact: SCSI-5, to: [school], sent: <Tuesday 23 December 2025>}
  - {artefact: SCSI-6, to: [school], sent: <Tuesday 23 December 2025>}
"""


def test_a_request_sent_late_moves_the_return_of_that_agency_alone():
    plan = planned(case("nel", START + LATE), "Monday 29 December 2025")
    # Sent on Monday 29 December: 30, 31 December, 2, 5, 6 January.
    assert plan.due("agency-return", "police") == "Tuesday 6 January 2026"
    assert plan.due("agency-return", "school") == "Friday 2 January 2026"
    assert plan.due("scsi-7-to-group") == "Monday 5 January 2026"  # counted from receipt


def test_the_late_act_itself_keeps_its_date_and_is_flagged():
    plan = planned(case("nel", START + LATE), "Monday 29 December 2025")
    row = plan.one("agency-requests-out", "police")
    assert row.due == day("Tuesday 23 December 2025")
    assert row.actual == day("Monday 29 December 2025")
    assert row.status is Status.DONE_LATE


def test_the_difference_lists_what_moved_and_nothing_that_is_done():
    before = planned(case("nel", START), "Monday 29 December 2025")
    after = planned(case("nel", START + LATE), "Monday 29 December 2025")
    moved = [
        (m.step, m.instance, in_words(m.before), in_words(m.after))
        for m in differences(before.rows, after.rows)
    ]
    assert moved == [
        (
            "confirmation-call",
            "Invented Police",
            "Tuesday 23 December 2025",
            "Monday 29 December 2025",
        ),
        ("agency-return", "Invented Police", "Friday 2 January 2026", "Tuesday 6 January 2026"),
        ("chase-call", "Invented Police", "Friday 2 January 2026", "Tuesday 6 January 2026"),
    ]


def test_a_late_acknowledgement_moves_the_panel_and_the_decision():
    body = """
    events:
      - {event: la_aware, actual: <Monday 5 January 2026>}
      - {event: panel_notified, actual: <Friday 9 January 2026>}
      - {event: panel_acknowledged, actual: <Thursday 15 January 2026>}
    """
    plan = planned(case("darlington", body), "Thursday 15 January 2026")
    # 16 (1), 19 to 23 (6), 26 (7), 27, 28, 29 (10), 30 January (11), 2 to 5 February (15).
    meeting = plan.one("rapid-review-panel-meets")
    assert (meeting.earliest, meeting.due) == (
        day("Monday 26 January 2026"),
        day("Thursday 29 January 2026"),
    )
    assert plan.due("decision-to-panel") == "Thursday 5 February 2026"


def test_a_planned_date_is_used_until_the_real_one_is_known():
    body = """
    decision: {outcome: local_review}
    rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
    report: {publication: {form: full}}
    events:
      - {event: notification_received, actual: <Monday 2 June 2025>}
      - {event: lcspr_decision, actual: <Monday 30 June 2025>}
      - {event: report_signed_off, actual: <Monday 1 December 2025>}
      - {event: publication, planned: <Thursday 8 January 2026>ACTUAL}
    """
    before = planned(case("nel", body.replace("ACTUAL", "")), FRIDAY)
    assert before.due("final-report-to-bodies") == "Monday 29 December 2025"
    assert before.one("final-report-to-bodies").why.anchor_planned
    # Published a week later, on Thursday 15 January: 14, 13, 12, 9, 8, 7, 6 January (7).
    later = body.replace("ACTUAL", ", actual: <Thursday 15 January 2026>")
    after = planned(case("nel", later), "Thursday 15 January 2026")
    assert after.due("final-report-to-bodies") == "Tuesday 6 January 2026"
    assert not after.one("final-report-to-bodies").why.anchor_planned
    assert after.due("report-stays-public") == "Friday 15 January 2027"


def test_a_plan_later_than_the_limit_is_said():
    body = START + "steps_done: [{step: srg-8-to-panel, planned: <Friday 16 January 2026>}]\n"
    row = planned(case("nel", body)).one("srg-8-to-panel")
    assert row.due == day("Wednesday 14 January 2026")
    assert row.planned == day("Friday 16 January 2026")
    assert any("after the date it is due" in w for w in row.warnings)


def test_what_follows_a_planned_step_follows_its_plan():
    body = START + "steps_done: [{step: srg-8-to-panel, planned: <Friday 16 January 2026>}]\n"
    # The Panel's target from Friday 16 January: 19 to 23 (5), 26 to 30 (10), 2 to 6 February (15).
    assert planned(case("nel", body)).due("panel-response-expected") == "Friday 6 February 2026"


def test_a_governance_meeting_held_on_another_day_was_due_on_the_day_planned():
    # The date that was planned is the date it was due on; the day it was held is when it was done.
    body = """
    decision: {outcome: local_review}
    rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
    events: [{event: notification_received, actual: <Monday 5 January 2026>}]
    meetings:
      - {kind: governance, id: first, planned: <Monday 16 February 2026>,
         held: <Monday 23 February 2026>}
    """
    row = planned(case("darlington", body), "Monday 2 March 2026").one(
        "governance-meeting", "first"
    )
    assert row.due == day("Monday 16 February 2026")
    assert row.actual == day("Monday 23 February 2026")


def test_a_bank_holiday_proclaimed_while_the_case_runs(tmp_path):
    # Monday 12 January 2026 is proclaimed: day 12 stays Friday 9, and 13, 14 and 15 each move.
    body = (
        START
        + """
dispatches: [{artefact: SCSI-2, to: [safeguarding_partners], sent: <Monday 22 December 2025>}]
"""
    )
    before = planned(case("nel", body), "Monday 5 January 2026")
    office = content_with(tmp_path, "nel", holiday="Monday 12 January 2026")
    after = planned(case("nel", body), "Monday 5 January 2026", content=office)
    own = ("binding", "advisory")
    assert [r.step for r in after.rows if r.actual and r.due != before.one(r.step).due] == []
    assert [
        (m.step, in_words(m.before), in_words(m.after))
        for m in differences(before.rows, after.rows)
        if after.all(m.step)[0].role in own and not m.reading.startswith("Fifteen")
    ] == [
        ("partners-read-record", "Monday 12 January 2026", "Tuesday 13 January 2026"),
        ("partners-conference", "Tuesday 13 January 2026", "Wednesday 14 January 2026"),
        ("srg-8-to-panel", "Wednesday 14 January 2026", "Thursday 15 January 2026"),
    ]
    assert "Proclaimed bank holiday" in [s.name for s in after.one("srg-8-to-panel").why.skipped]
