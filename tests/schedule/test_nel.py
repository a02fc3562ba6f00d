"""North East Lincolnshire's working days, counted from the receipt of SCSI-1 on day 0."""

from schedule.asking import FRIDAY, case, dated, day, lines, planned
from sgdocs.schedule import Status

CASE = """
threshold: {criteria_met: yes}
agencies:
  - {id: police, name: Invented Police, include: yes}
  - {id: school, name: Invented School, include: yes}
events:
  - {event: incident_occurred, actual: <Thursday 18 December 2025>}
  - {event: notification_received, actual: <Friday 19 December 2025 10:15>}
"""


def test_every_date_of_a_case_received_on_friday_19_december_2025():
    # Day 0 is Friday 19 December. Christmas Day, Boxing Day and New Year's Day do not count:
    #   1 Mon 22 Dec   2 Tue 23 Dec   3 Wed 24 Dec   4 Mon 29 Dec   5 Tue 30 Dec
    #   6 Wed 31 Dec   7 Fri  2 Jan   8 Mon  5 Jan   9 Tue  6 Jan  10 Wed  7 Jan
    #  11 Thu  8 Jan  12 Fri  9 Jan  13 Mon 12 Jan  14 Tue 13 Jan  15 Wed 14 Jan
    table = """
    scsi-1-received            | advisory            | Thursday 18 December 2025   # A1
    scsi-2-to-partners         | binding             | Monday 22 December 2025     # day 1
    scsi-3-to-group            | binding             | Monday 22 December 2025     # day 1, chart 1
    scsi-3-to-group            | alternative_reading | Tuesday 23 December 2025    # day 2, chart 2
    la-notifies-panel          | binding             | Tuesday 30 December 2025    # day 5
    schedule-meeting           | binding             | Monday 22 December 2025     # day 1
    arrange-conference         | binding             | Monday 22 December 2025     # day 1
    scsi-4-to-partners         | binding             | Tuesday 23 December 2025    # day 2
    agency-requests-out police | binding             | Tuesday 23 December 2025    # day 2
    agency-requests-out school | binding             | Tuesday 23 December 2025
    confirmation-call police   | binding             | Tuesday 23 December 2025    # the same day
    confirmation-call school   | binding             | Tuesday 23 December 2025
    agency-return police       | binding             | Friday 2 January 2026       # day 7
    agency-return school       | binding             | Friday 2 January 2026
    chase-call police          | binding             | Friday 2 January 2026       # day 7
    chase-call school          | binding             | Friday 2 January 2026
    scsi-7-to-group            | binding             | Monday 5 January 2026       # day 8
    group-reads                | advisory            | Wednesday 7 January 2026    # days 9 and 10
    rapid-review-meeting       | binding             | Thursday 8 January 2026     # day 11
    srg-8-to-partners          | binding             | Friday 9 January 2026       # day 12
    partners-read-record       | advisory            | Monday 12 January 2026      # day 13
    partners-conference        | binding             | Tuesday 13 January 2026     # day 14
    srg-8-to-panel             | binding             | Wednesday 14 January 2026   # day 15
    # National: 15 working days from telling the Panel, which is planned for Tuesday 30 December:
    # 31 Dec, 2 Jan (2), 5 to 9 (7), 12 to 16 (12), 19, 20, 21 January (15).
    srg-8-to-panel             | alternative_reading | Wednesday 21 January 2026
    # The Panel's own target, 15 working days from day 15:
    # 15, 16 January (2), 19 to 23 (7), 26 to 30 (12), 2, 3, 4 February (15).
    panel-response-expected    | expectation         | Wednesday 4 February 2026
    """
    assert dated(planned(case("nel", CASE))) == lines(table)


def test_the_meeting_is_in_the_afternoon_and_the_chase_before_the_end_of_the_day():
    plan = planned(case("nel", CASE))
    assert plan.one("rapid-review-meeting").time_of_day == "afternoon"
    assert plan.one("chase-call", "police").time_of_day == "before the end of the day"
    assert plan.one("scsi-7-to-group").time_of_day == "as early as possible"


def test_the_group_reads_from_day_nine_to_day_ten():
    reading = planned(case("nel", CASE)).one("group-reads")
    assert (reading.earliest, reading.due) == (
        day("Tuesday 6 January 2026"),
        day("Wednesday 7 January 2026"),
    )


def test_a_date_says_which_days_it_passed_over_and_where_the_rule_stands():
    why = planned(case("nel", CASE)).one("srg-8-to-panel").why
    assert [s.name for s in why.skipped] == ["Christmas Day", "Boxing Day", "New Year’s Day"]
    assert why.anchor_date == day(FRIDAY)
    assert "day 0" in why.counted
    assert "Friday 19 December 2025" in why.counted
    assert "Wednesday 14 January 2026" in why.counted
    assert why.source.section == "Flowchart 2, working day fifteen"


def test_over_easter():
    # Received on Wednesday 1 April 2026; Good Friday is 3 April and Easter Monday 6 April.
    #   1 Thu 2   2 Tue 7   3 Wed 8   4 Thu 9   5 Fri 10   6 Mon 13   7 Tue 14   8 Wed 15
    #   9 Thu 16  10 Fri 17  11 Mon 20  12 Tue 21  13 Wed 22  14 Thu 23  15 Fri 24
    received = """
    threshold: {criteria_met: yes}
    agencies: [{id: police, name: Invented Police, include: yes}]
    events: [{event: notification_received, actual: <Wednesday 1 April 2026>}]
    """
    plan = planned(case("nel", received), "Wednesday 1 April 2026")
    found = {
        s: plan.due(s)
        for s in (
            "scsi-2-to-partners",
            "scsi-4-to-partners",
            "agency-return",
            "la-notifies-panel",
            "scsi-7-to-group",
            "rapid-review-meeting",
            "srg-8-to-partners",
            "partners-conference",
            "srg-8-to-panel",
        )
    }
    assert found == {
        "scsi-2-to-partners": "Thursday 2 April 2026",
        "scsi-4-to-partners": "Tuesday 7 April 2026",
        "la-notifies-panel": "Friday 10 April 2026",
        "agency-return": "Tuesday 14 April 2026",
        "scsi-7-to-group": "Wednesday 15 April 2026",
        "rapid-review-meeting": "Monday 20 April 2026",
        "srg-8-to-partners": "Tuesday 21 April 2026",
        "partners-conference": "Thursday 23 April 2026",
        "srg-8-to-panel": "Friday 24 April 2026",
    }


class TestTheCouncilKnewOnAnotherDay:
    """C2: five working days from the receipt of SCSI-1, or from the council's awareness."""

    @staticmethod
    def plan(aware: str, received: str = FRIDAY):
        body = f"""
        threshold: {{criteria_met: yes}}
        events:
          - {{event: la_aware, actual: <{aware}>}}
          - {{event: notification_received, actual: <{received}>}}
        """
        return planned(case("nel", body), "Monday 5 January 2026")

    def test_earlier_binds(self):
        # Wednesday 17 December: 18, 19, 22, 23, 24 December.
        plan = self.plan("Wednesday 17 December 2025")
        assert plan.due("la-notifies-panel") == "Wednesday 24 December 2025"
        assert list(plan.beside("la-notifies-panel").values()) == ["Tuesday 30 December 2025"]
        beside = plan.all("la-notifies-panel")[1]
        assert "Flowchart 1" in beside.warnings[0]
        assert "Working Together" in beside.warnings[0]

    def test_the_binding_row_names_the_clause_that_binds(self):
        why = self.plan("Wednesday 17 December 2025").one("la-notifies-panel").why
        assert why.anchor == "la_aware"
        assert why.source.section == "Chapter 5, notifying a serious incident"

    def test_later_is_shown_and_the_receipt_binds(self):
        # Monday 22 December: 23, 24, 29, 30, 31 December.
        plan = self.plan("Monday 22 December 2025")
        assert plan.due("la-notifies-panel") == "Tuesday 30 December 2025"
        assert list(plan.beside("la-notifies-panel").values()) == ["Wednesday 31 December 2025"]

    def test_the_same_day_is_shown_once(self):
        plan = self.plan(FRIDAY)
        assert plan.beside("la-notifies-panel") == {}
        assert any("same day" in note for note in plan.one("la-notifies-panel").why.notes)

    def test_not_recorded_is_asked_for(self):
        [_, beside] = planned(case("nel", CASE)).all("la-notifies-panel")
        assert beside.due is None
        assert beside.status is Status.WAITING
        assert any("record it" in w for w in beside.warnings)


class TestAnAgencyFoundOnDayFour:
    BODY = """
    threshold: {criteria_met: yes}
    agencies:
      - {id: police, name: Invented Police, include: yes}
      - {id: housing, name: Invented Housing, include: yes,
         identified_on: <Monday 29 December 2025>}
    events: [{event: notification_received, actual: <Friday 19 December 2025>}]
    """
    SENT = """
    dispatches:
      - {artefact: SCSI-5, to: [housing], sent: <Monday 29 December 2025>}
      - {artefact: SCSI-6, to: [housing], sent: <Monday 29 December 2025>}
    """

    def test_is_asked_on_the_day_it_was_found_and_the_others_on_day_two(self):
        plan = planned(case("nel", self.BODY), "Monday 29 December 2025")
        assert plan.due("agency-requests-out", "police") == "Tuesday 23 December 2025"
        assert plan.due("agency-requests-out", "housing") == "Monday 29 December 2025"

    def test_has_five_full_working_days_from_its_own_request(self):
        # Sent on Monday 29 December: 30, 31 December, 2, 5, 6 January.
        plan = planned(case("nel", self.BODY + self.SENT), "Monday 29 December 2025")
        assert plan.due("agency-return", "housing") == "Tuesday 6 January 2026"
        assert plan.due("agency-return", "police") == "Friday 2 January 2026"
        assert plan.due("chase-call", "housing") == "Tuesday 6 January 2026"

    def test_is_not_missing_on_day_eight(self):
        plan = planned(case("nel", self.BODY + self.SENT), "Monday 5 January 2026")
        assert plan.status("agency-return", "police") is Status.OVERDUE
        assert plan.status("agency-return", "housing") is Status.DUE_SOON


def test_several_children_have_one_clock():
    body = """
    events:
      - {event: notification_received, for: child-b, actual: <Monday 22 December 2025>}
      - {event: notification_received, for: child-a, actual: <Friday 19 December 2025>}
    """
    children = """
      - {id: child-a, name: {full: unknown}, harm: died}
      - {id: child-b, name: {full: unknown}, harm: seriously_harmed}"""
    plan = planned(case("nel", body, children=children), "Monday 22 December 2025")
    assert plan.due("srg-8-to-panel") == "Wednesday 14 January 2026"
    assert len(plan.all("scsi-2-to-partners")) == 1


def test_the_final_report_goes_out_seven_working_days_before_publication():
    # Published on Thursday 8 January 2026, counting back over New Year:
    # 7, 6, 5, 2 January (4), 31, 30, 29 December (7).
    body = """
    decision: {outcome: local_review}
    rapid_review: {recommendation: {outcome: local_review, rationale: Issues of importance here.}}
    report: {publication: {form: full}}
    events:
      - {event: notification_received, actual: <Monday 2 June 2025>}
      - {event: lcspr_decision, actual: <Tuesday 8 July 2025>}
      - {event: publication, planned: <Thursday 8 January 2026>}
    """
    plan = planned(case("nel", body))
    row = plan.one("final-report-to-bodies")
    assert row.due == day("Monday 29 December 2025")
    assert row.recipients == ("panel", "secretary_of_state", "ofsted")
    assert [s.name for s in row.why.skipped] == ["New Year’s Day"]
    assert plan.due("publish-report") == "Thursday 8 January 2026"  # six months from 8 July
    assert plan.due("report-stays-public") == "Friday 8 January 2027"


def test_a_learning_case_fit_for_a_practice_review_goes_back_to_notification():
    # C5: flowchart 4 jumps to flowchart 3, past the statutory notification and rapid review.
    body = """
    learning_request: {decision: consider_review}
    events: [{event: learning_request_received, actual: <Friday 19 December 2025>}]
    """
    plan = planned(case("nel", body, pathway="learning_request"))
    assert plan.applies("learning-case-to-notification", "llr-2-to-partners", "llr-terms") == {
        "learning-case-to-notification"
    }
    assert any("flowchart 3" in w for w in plan.one("learning-case-to-notification").warnings)


def test_letters_of_flowchart_one_go_to_those_whom_their_titles_name():
    # C1: SCSI-2 to the three partners, SCSI-3 to the group; C6: LLR-2 to the partners by role.
    plan = planned(case("nel", CASE))
    assert plan.one("scsi-2-to-partners").recipients == ("safeguarding_partners",)
    assert plan.one("scsi-3-to-group").recipients == ("review_group",)
    assert plan.one("llr-2-to-partners").recipients == ("safeguarding_partners",)
