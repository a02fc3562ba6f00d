"""As things stood on an earlier day: what was recorded later is not known yet."""

from schedule.asking import case, day, planned
from sgdocs.schedule import Status

NOW = "Monday 2 March 2026"
BODY = """
threshold: {criteria_met: yes}
agencies: [{id: police, name: Invented Police, include: yes}]
events:
  - {event: notification_received, actual: <Friday 19 December 2025 10:15>}
  - {event: panel_notified, actual: <Tuesday 30 December 2025>}
dispatches:
  - {artefact: SCSI-2, to: [safeguarding_partners], sent: <Monday 22 December 2025 15:00>}
  - {artefact: SCSI-5, to: [police], sent: <Wednesday 24 December 2025>}
  - {artefact: SCSI-6, to: [police], sent: <Wednesday 24 December 2025>}
returns: [{agency: police, state: returned, received: <Monday 5 January 2026>}]
calls: [{kind: chase, agency: police, at: <Friday 2 January 2026>}]
"""


def on(moment: str, body: str = BODY, procedure: str = "nel"):
    return planned(case(procedure, body), moment, today=NOW)


def test_before_the_receipt_nothing_is_dated():
    plan = on("Thursday 18 December 2025")
    assert plan.status("scsi-2-to-partners") is Status.WAITING
    assert plan.due("srg-8-to-panel") == "-"


def test_a_letter_sent_in_the_afternoon_is_not_known_in_the_morning():
    assert on("Monday 22 December 2025 09:00").status("scsi-2-to-partners") is Status.DUE_TODAY
    assert on("Monday 22 December 2025 15:00").status("scsi-2-to-partners") is Status.DONE
    assert on("Monday 22 December 2025").status("scsi-2-to-partners") is Status.DONE


def test_a_request_not_sent_yet_is_dated_by_plan():
    assert on("Tuesday 23 December 2025").due("agency-return") == "Friday 2 January 2026"
    # Sent on Wednesday 24 December: 29, 30, 31 December, 2, 5 January.
    assert on("Wednesday 24 December 2025").due("agency-return") == "Monday 5 January 2026"


def test_a_return_not_in_yet_is_still_to_chase():
    assert on("Friday 2 January 2026").applies("chase-call") == {"chase-call"}
    plan = on("Friday 2 January 2026")
    assert plan.one("agency-return").actual is None
    later = on("Monday 5 January 2026")
    assert later.one("agency-return").actual == day("Monday 5 January 2026")


def test_a_notification_not_made_yet_is_planned_for_its_last_day():
    assert on("Monday 29 December 2025").status("la-notifies-panel") is Status.DUE_SOON
    assert on("Tuesday 30 December 2025").status("la-notifies-panel") is Status.DONE


def test_an_action_not_complete_yet_is_late():
    # Due on 10 October 2025, completed on 2 February 2026: on 12 January it was three months late.
    body = """
    events: [{event: notification_received, actual: <Monday 3 March 2025>}]
    actions:
      - {id: training, action: Train the team., original_deadline: <Friday 10 October 2025>,
         status: complete, completed_on: <Monday 2 February 2026>}
    """
    then = on("Monday 12 January 2026", body, "darlington")
    assert then.status("action-three-months-late", "training") is Status.OVERDUE
    now = on(NOW, body, "darlington")
    assert now.status("action-three-months-late", "training") is Status.NOT_APPLICABLE


def test_a_meeting_not_held_yet_stands_on_the_day_planned():
    body = """
    decision: {outcome: local_review}
    rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
    events: [{event: notification_received, actual: <Monday 1 December 2025>}]
    meetings:
      - {kind: governance, id: first, planned: <Monday 16 February 2026>,
         held: <Monday 23 February 2026>}
    """
    then = on("Monday 9 February 2026", body, "darlington").one("governance-meeting", "first")
    assert then.due == day("Monday 16 February 2026")
    assert then.actual is None


def test_an_agency_not_found_yet_is_not_asked_yet():
    # Found on Monday 29 December: on the 23rd nobody knew of it.
    body = """
    agencies:
      - {id: police, name: Invented Police, include: yes}
      - {id: housing, name: Invented Housing, include: yes,
         identified_on: <Monday 29 December 2025>}
    events: [{event: notification_received, actual: <Friday 19 December 2025>}]
    """
    then = on("Tuesday 23 December 2025", body)
    assert [r.instance.id for r in then.all("agency-requests-out")] == ["police"]
    later = on("Monday 29 December 2025", body)
    assert len(later.all("agency-requests-out")) == 2


def test_a_decision_not_made_yet_is_undecided():
    body = """
    decision: {outcome: local_review}
    rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
    events:
      - {event: notification_received, actual: <Friday 19 December 2025>}
      - {event: rapid_review_held, actual: <Thursday 8 January 2026>}
      - {event: rapid_review_decision, actual: <Tuesday 13 January 2026>}
    """
    then = on("Friday 9 January 2026", body).one("commission-reviewer")
    assert any("not decided yet" in w for w in then.warnings)
    now = on("Tuesday 13 January 2026", body).one("commission-reviewer")
    assert now.warnings == ()


def test_the_panel_not_told_yet_owes_no_follow_up_on_the_reviewer():
    body = """
    decision: {outcome: local_review}
    rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
    events:
      - {event: notification_received, actual: <Friday 19 December 2025>}
      - {event: rapid_review_held, actual: <Thursday 8 January 2026>}
      - {event: rr_submitted, actual: <Wednesday 14 January 2026>}
    """
    assert on("Tuesday 13 January 2026", body).applies("reviewer-details-to-panel") == set()
    assert on("Wednesday 14 January 2026", body).applies("reviewer-details-to-panel") == {
        "reviewer-details-to-panel"
    }


def test_an_earlier_hour_of_today_can_be_asked_for():
    # Received at 10:15; at nine o'clock the same morning it had not come.
    document = case(
        "nel", "events: [{event: notification_received, actual: <Friday 19 December 2025 10:15>}]"
    )
    plan = planned(document, "Friday 19 December 2025 09:00", today="Friday 19 December 2025 17:00")
    assert plan.status("scsi-2-to-partners") is Status.WAITING
