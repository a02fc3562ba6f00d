"""Which steps apply: by threshold, by outcome, by what is published, by what the Panel says."""

import pytest
from schedule.asking import case, planned

from sgdocs.schedule import Role, Status

ALL = ["nel", "tees", "darlington", "bcp", "north-yorkshire"]
MONDAY = "Monday 5 January 2026"
EVENTS = """
agencies: [{id: police, name: Invented Police, include: yes}]
events:
  - {event: incident_occurred, actual: <Wednesday 17 December 2025>}
  - {event: la_aware, actual: <Thursday 18 December 2025>}
"""
LOOKED_AFTER = "[{id: child-a, name: {full: unknown}, harm: died, status_at_incident: [looked_after]}]"
LEAVER = "[{id: child-a, name: {full: unknown}, harm: died, status_at_incident: [care_leaver]}]"

# The rapid review's own acts: papers out and back, the meeting, the record to the Panel.
RAPID_REVIEW = {
    "nel": """schedule-meeting arrange-conference scsi-4-to-partners agency-requests-out
        confirmation-call agency-return chase-call scsi-7-to-group group-reads rapid-review-meeting
        srg-8-to-partners partners-read-record partners-conference srg-8-to-panel""",
    "tees": """start-rapid-review panel-members-invited agency-requests-out agency-return
        rapid-review-meeting panel-decides-next-steps rr-report-to-panel""",
    "darlington": """agency-templates-out agency-template-returned rapid-review-invitations
        rapid-review-panel-meets rapid-review-record-completed recommendation-to-partners
        decision-to-panel""",
    "bcp": """agency-requests-out agency-return rapid-review-invitations rapid-review-meeting
        rapid-review-to-executive executive-sign-off rapid-review-to-panel""",
    "north-yorkshire": """start-rapid-review initial-case-discussion form-2-out form-2-return
        information-shared rapid-review-meeting report-finalised executive-agreement
        rr-report-to-panel""",
}
NOTIFY = {
    "nel": "la-notifies-panel",
    "tees": "la-notifies-panel",
    "darlington": "authority-notifies-panel",
    "bcp": "la-notifies-panel",
    "north-yorkshire": "la-notifies-panel",
}
DEATH_NOTICE = {
    "nel": "looked-after-death-notice",
    "tees": "looked-after-death-notice",
    "darlington": "looked-after-child-death-notified",
    "bcp": "child-in-care-death-notice",
    "north-yorkshire": "looked-after-death-notice",
}
PUBLISH = {
    "nel": "publish-report",
    "tees": "publish-report",
    "darlington": "report-published",
    "bcp": "publish-report",
    "north-yorkshire": "review-published",
}
REPORT_OUT = {
    "nel": "final-report-to-bodies",
    "tees": "report-to-statutory-bodies",
    "darlington": "full-report-to-statutory-bodies",
    "bcp": "final-report-to-bodies",
    "north-yorkshire": "report-to-statutory-bodies",
}
IMPROVEMENTS_OUT = {
    "nel": "improvements-to-statutory-bodies",
    "tees": "improvements-to-statutory-bodies",
    "darlington": "learning-to-statutory-bodies",
    "bcp": "improvements-to-bodies",
    "north-yorkshire": "improvements-to-statutory-bodies",
}
NOT_PUBLISHED = {
    "nel": "non-publication-justified",
    "tees": "non-publication-justified",
    "darlington": "withholding-justified",
    "bcp": "non-publication-justified",
    "north-yorkshire": "non-publication-justified",
}
DELAY = {
    "nel": "delay-explained",
    "tees": "delay-explained",
    "darlington": "delay-reason-given",
    "bcp": "delay-explained",
    "north-yorkshire": "delay-explained",
}
FOLLOW_UP = {
    "nel": "reviewer-details-to-panel",
    "tees": "reviewer-name-follow-up",
    "darlington": "reviewer-name-follow-up",
    "bcp": "reviewer-name-follow-up",
    "north-yorkshire": "reviewer-name-follow-up",
}
QUESTION = "rapid review starts only if a person decides so"


def rapid_review(procedure: str) -> set[str]:
    return set(RAPID_REVIEW[procedure].split())


def decided(outcome: str, more: str = "") -> str:
    return f"""{EVENTS.rstrip()}
  - {{event: panel_notified, actual: <Friday 19 December 2025>}}
threshold: {{criteria_met: yes}}
rapid_review: {{recommendation: {{outcome: {outcome}, rationale: As the group saw it.}}}}
decision: {{outcome: {outcome}}}
{more}
"""


@pytest.mark.parametrize("procedure", ALL)
class TestALookedAfterChildDied:
    def plan(self, procedure: str, body: str):
        return planned(case(procedure, EVENTS + body, children=LOOKED_AFTER), MONDAY)

    def test_with_suspected_abuse_a_rapid_review_runs(self, procedure):
        plan = self.plan(
            procedure, "incident: {abuse_or_neglect: suspected}\nthreshold: {criteria_met: yes}\n"
        )
        steps = rapid_review(procedure)
        assert plan.applies(*steps) == steps
        for step in steps:
            assert not any(QUESTION in w for w in plan.one(step).warnings)
        assert plan.applies(DEATH_NOTICE[procedure]) == {DEATH_NOTICE[procedure]}

    def test_without_it_a_person_is_asked_before_a_rapid_review_starts(self, procedure):
        plan = self.plan(procedure, "incident: {abuse_or_neglect: not_suspected}\n")
        for step in rapid_review(procedure):
            assert any(QUESTION in w for w in plan.one(step).warnings), step

    def test_without_it_the_death_is_notified_all_the_same(self, procedure):
        plan = self.plan(procedure, "incident: {abuse_or_neglect: not_suspected}\n")
        notice = plan.one(DEATH_NOTICE[procedure])
        assert notice.status is not Status.NOT_APPLICABLE
        assert notice.recipients == ("secretary_of_state", "ofsted")
        assert not any("not decided" in w for w in notice.warnings)

    def test_decided_against_no_rapid_review_paper_is_due(self, procedure):
        plan = self.plan(
            procedure,
            "incident: {abuse_or_neglect: not_suspected}\nthreshold: {rapid_review: no}\n",
        )
        assert plan.applies(*rapid_review(procedure)) == set()
        assert plan.applies(DEATH_NOTICE[procedure]) == {DEATH_NOTICE[procedure]}

    def test_decided_for_it_runs(self, procedure):
        plan = self.plan(
            procedure,
            "incident: {abuse_or_neglect: not_suspected}\nthreshold: {rapid_review: yes}\n",
        )
        steps = rapid_review(procedure)
        assert plan.applies(*steps) == steps


@pytest.mark.parametrize("procedure", ALL)
class TestBelowTheThreshold:
    def test_neither_the_panel_nor_a_rapid_review(self, procedure):
        plan = planned(case(procedure, EVENTS + "threshold: {criteria_met: no}\n"), MONDAY)
        assert plan.applies(NOTIFY[procedure], *rapid_review(procedure)) == set()

    def test_undecided_shows_the_date_and_asks(self, procedure):
        row = planned(case(procedure, EVENTS), MONDAY).one(NOTIFY[procedure])
        assert row.due is not None or row.status is Status.WAITING
        assert any("not decided yet" in w for w in row.warnings)
        assert any(w.startswith("To decide: ") and w.endswith("?") for w in row.warnings)

    def test_a_learning_request_brings_no_rapid_review(self, procedure):
        plan = planned(case(procedure, EVENTS, pathway="learning_request"), MONDAY)
        assert plan.applies(NOTIFY[procedure], *rapid_review(procedure)) == set()


def test_below_the_threshold_darlington_refers_the_learning():
    body = EVENTS + "threshold: {criteria_met: no, learning_recognised: yes}\n"
    steps = {"case-referred-for-learning", "learning-group-decides", "learning-outcome-to-partners",
             "decision-shared-with-learning-chair", "referrer-told-of-outcome"}
    plan = planned(case("darlington", body), MONDAY)
    assert plan.applies(*steps, "closed-without-action") == steps


def test_below_the_threshold_and_nothing_to_learn_darlington_closes_and_still_shares_why():
    body = EVENTS + "threshold: {criteria_met: no, learning_recognised: no}\n"
    plan = planned(case("darlington", body), MONDAY)
    found = plan.applies("closed-without-action", "decision-shared-with-learning-chair",
                         "case-referred-for-learning")
    assert found == {"closed-without-action", "decision-shared-with-learning-chair"}


def test_below_the_threshold_tees_suggests_a_learning_request():
    body = EVENTS + "threshold: {criteria_met: no}\n"
    plan = planned(case("tees", body), MONDAY)
    assert plan.applies("learning-request-suggested") == {"learning-request-suggested"}


def test_bcp_may_hold_a_rapid_review_below_the_criteria():
    # The introduction: “rapid reviews, including for cases that do not meet the criteria”.
    body = EVENTS + "threshold: {criteria_met: no, rapid_review: yes}\n"
    plan = planned(case("bcp", body), MONDAY)
    assert plan.applies("rapid-review-meeting", "la-notifies-panel") == {"rapid-review-meeting"}


def test_nel_tells_the_group_of_every_notification():
    # Flowchart 1 sends SCSI-2 and SCSI-3 on receipt, before anybody has decided on the criteria.
    for threshold in ("", "threshold: {criteria_met: no}\n"):
        plan = planned(case("nel", EVENTS + threshold), MONDAY)
        assert plan.applies("scsi-2-to-partners", "scsi-3-to-group") == {
            "scsi-2-to-partners", "scsi-3-to-group",
        }


def test_a_learning_review_in_nel_has_no_dates_at_all():
    # A12: flowchart 4 gives no time limits.
    body = """
    learning_request: {decision: learning_review}
    events: [{event: learning_request_received, actual: <Friday 19 December 2025>}]
    """
    plan = planned(case("nel", body, pathway="learning_request"), MONDAY)
    steps = {"llr-1-received", "llr-decision", "llr-2-to-partners", "llr-terms", "llr-report"}
    assert plan.applies(*steps) == steps
    assert {plan.due(s) for s in steps} == {"-"}


@pytest.mark.parametrize("procedure", ALL)
class TestTheOutcome:
    def test_a_local_review_is_published_and_reported(self, procedure):
        plan = planned(case(procedure, decided("local_review")), MONDAY)
        assert plan.applies(PUBLISH[procedure]) == {PUBLISH[procedure]}

    def test_no_other_outcome_brings_a_local_review(self, procedure):
        for outcome in ("national_review", "no_review"):
            plan = planned(case(procedure, decided(outcome)), MONDAY)
            assert plan.applies(PUBLISH[procedure], REPORT_OUT[procedure]) == set()

    def test_undecided_says_so(self, procedure):
        row = planned(case(procedure, EVENTS), MONDAY).one(PUBLISH[procedure])
        assert any("local review: not decided yet" in w for w in row.warnings)

    def test_a_review_started_directly_is_dated_from_its_decision(self, procedure):
        # Without notification or rapid review: six months from 5 January is Sunday 5 July 2026.
        body = """
        review: {kind: local_review}
        events: [{event: lcspr_decision, actual: <Monday 5 January 2026>}]
        """
        plan = planned(case(procedure, body, pathway="learning_request"), MONDAY)
        assert plan.due(PUBLISH[procedure]) == "Sunday 5 July 2026"
        assert plan.applies(*rapid_review(procedure)) == set()

    def test_a_review_started_directly_is_not_undecided(self, procedure):
        body = """
        review: {kind: local_review}
        events: [{event: lcspr_decision, actual: <Monday 5 January 2026>}]
        """
        plan = planned(case(procedure, body, pathway="learning_request"), MONDAY)
        warnings = plan.one(PUBLISH[procedure]).warnings
        assert not any("local review: not decided yet" in w for w in warnings)


@pytest.mark.parametrize(
    ("procedure", "step"),
    [("nel", "national-scope-discussion"), ("darlington", "national-review-discussed")],
)
def test_a_national_review_is_talked_over_with_the_panel(procedure, step):
    assert planned(case(procedure, decided("national_review")), MONDAY).applies(step) == {step}
    assert planned(case(procedure, decided("local_review")), MONDAY).applies(step) == set()


@pytest.mark.parametrize(
    ("procedure", "step"),
    [("tees", "summary-why-not"), ("darlington", "closed-without-action")],
)
def test_no_review_is_explained(procedure, step):
    assert planned(case(procedure, decided("no_review")), MONDAY).applies(step) == {step}
    assert planned(case(procedure, decided("local_review")), MONDAY).applies(step) == set()


@pytest.mark.parametrize("procedure", ALL)
class TestPublication:
    def plan(self, procedure: str, form: str):
        more = f"report: {{publication: {{form: {form}}}}}"
        body = decided("local_review", more).replace(
            "threshold:",
            "  - {event: publication, planned: <Thursday 30 July 2026>}\nthreshold:",
        )
        return planned(case(procedure, body), MONDAY)

    def test_in_full(self, procedure):
        # 29, 28, 27, 24 (4), 23, 22, 21 July (7).
        plan = self.plan(procedure, "full")
        assert plan.due(REPORT_OUT[procedure]) == "Tuesday 21 July 2026"
        assert plan.applies(IMPROVEMENTS_OUT[procedure], NOT_PUBLISHED[procedure]) == set()

    def test_improvements_only(self, procedure):
        plan = self.plan(procedure, "improvements_only")
        row = plan.one(IMPROVEMENTS_OUT[procedure])
        assert plan.due(row.step) == "Tuesday 21 July 2026"
        assert row.recipients == ("panel", "secretary_of_state", "ofsted")

    def test_not_published_is_justified(self, procedure):
        plan = self.plan(procedure, "not_published")
        gone = (PUBLISH[procedure], REPORT_OUT[procedure], IMPROVEMENTS_OUT[procedure])
        assert plan.applies(NOT_PUBLISHED[procedure], *gone) == {NOT_PUBLISHED[procedure]}
        assert plan.one(NOT_PUBLISHED[procedure]).recipients == ("panel", "secretary_of_state")

    def test_either_form_stays_public_for_a_year(self, procedure):
        for form in ("full", "improvements_only"):
            [row] = [r for r in self.plan(procedure, form).rows if r.role is Role.MINIMUM]
            assert str(row.due) == "2027-07-30"

    def test_a_delay_is_explained_to_the_panel_and_the_secretary_of_state(self, procedure):
        more = "report: {publication: {delay: {reason: inquest}}}"
        row = planned(case(procedure, decided("local_review", more)), MONDAY).one(DELAY[procedure])
        assert row.status is not Status.NOT_APPLICABLE
        assert row.recipients == ("panel", "secretary_of_state")
        assert row.due is None  # A19: no time is given
        without = planned(case(procedure, decided("local_review")), MONDAY)
        assert without.applies(DELAY[procedure]) == set()


@pytest.mark.parametrize(
    ("procedure", "steps"),
    [
        ("nel", {"panel-decision-pathway"}),
        ("tees", {"panel-disagreement-considered"}),
        ("darlington", {"panel-dialogue"}),
        ("bcp", {"panel-challenge-to-executive", "executive-reviews-decision"}),
    ],
)
def test_the_panel_disagrees(procedure, steps):
    for answer, found in [("disagrees", steps), ("national_review", steps), ("agrees", set())]:
        more = f"panel_response: {{outcome: {answer}}}"
        plan = planned(case(procedure, decided("local_review", more)), MONDAY)
        assert plan.applies(*steps) == found


@pytest.mark.parametrize("procedure", ALL)
def test_the_panel_asks_for_more(procedure):
    step = {"darlington": "panel-given-more-information"}.get(procedure, "answer-panel-request")
    more = "panel_response: {outcome: more_information}"
    plan = planned(case(procedure, decided("local_review", more)), MONDAY)
    assert plan.applies(step) == {step}
    assert planned(case(procedure, decided("local_review")), MONDAY).applies(step) == set()


@pytest.mark.parametrize("procedure", ALL)
class TestTheReviewerWasToBeConfirmed:
    """A3: the Panel is told who the reviewer is, and if it was told too early, it is told again."""

    TOLD = "  - {event: rapid_review_held, actual: <Tuesday 30 December 2025>}\n" \
           "  - {event: rr_submitted, actual: <Wednesday 31 December 2025>}\n"
    CHOSEN = "  - {event: lcspr_decision, actual: <Wednesday 31 December 2025>}\n" \
             "  - {event: reviewer_commissioned, actual: <Monday 5 January 2026>}\n"

    def plan(self, procedure: str, *, events: str = "", more: str = ""):
        body = decided("local_review", more).replace("threshold:", f"{events}threshold:")
        return planned(case(procedure, body), MONDAY)

    def test_nothing_is_owed_before_the_panel_was_told(self, procedure):
        assert self.plan(procedure).applies(FOLLOW_UP[procedure]) == set()

    def test_told_without_a_name_owes_a_letter(self, procedure):
        plan = self.plan(procedure, events=self.TOLD)
        row = plan.one(FOLLOW_UP[procedure])
        assert row.status is Status.WAITING
        assert row.recipients == ("panel",)

    def test_the_letter_is_still_owed_when_the_reviewer_is_then_chosen(self, procedure):
        # The dates themselves say it: told on 31 December, commissioned on 5 January.
        plan = self.plan(procedure, events=self.TOLD + self.CHOSEN,
                         more="review: {reviewer: {name: Morwenna Tregear}}")
        assert plan.applies(FOLLOW_UP[procedure]) == {FOLLOW_UP[procedure]}

    def test_a_person_may_say_so(self, procedure):
        plan = self.plan(
            procedure, events=self.TOLD,
            more="review: {to_be_confirmed_told: yes, reviewer: {name: Morwenna Tregear}}",
        )
        assert plan.applies(FOLLOW_UP[procedure]) == {FOLLOW_UP[procedure]}


def test_sending_letter_9_tells_the_panel_as_much_as_recording_the_event():
    more = """
dispatches:
  - {artefact: SRG-8, step: srg-8-to-panel, to: [panel], sent: <Wednesday 31 December 2025>}
  - {artefact: LETTER-9, step: srg-8-to-panel, to: [panel], sent: <Wednesday 31 December 2025>}
"""
    plan = planned(case("nel", decided("local_review", more)), MONDAY)
    assert plan.status("srg-8-to-panel") is Status.DONE
    assert plan.applies("reviewer-details-to-panel") == {"reviewer-details-to-panel"}


class TestAnAgencyDidNotReturn:
    BODY = """
    agencies: [{id: police, name: Invented Police, include: yes}]
    events: [{event: notification_received, actual: <Friday 19 December 2025>}]
    dispatches:
      - {artefact: SCSI-5, to: [police], sent: <Tuesday 23 December 2025>}
      - {artefact: SCSI-6, to: [police], sent: <Tuesday 23 December 2025>}
    """
    CALL = "calls: [{kind: chase, agency: police, at: <Friday 2 January 2026>}]\n"

    def test_it_is_called_on_day_seven(self):
        plan = planned(case("nel", self.BODY), "Friday 2 January 2026")
        assert plan.status("chase-call") is Status.DUE_TODAY

    def test_on_day_eight_it_is_overdue_and_the_report_is_due_all_the_same(self):
        plan = planned(case("nel", self.BODY + self.CALL), "Monday 5 January 2026")
        assert plan.status("agency-return") is Status.OVERDUE
        assert plan.status("chase-call") is Status.DONE
        assert plan.status("scsi-7-to-group") is Status.DUE_TODAY

    def test_an_agency_that_returned_is_not_called(self):
        back = "returns: [{agency: police, state: nil_return, received: <Friday 2 January 2026>}]\n"
        plan = planned(case("nel", self.BODY + back), "Friday 2 January 2026")
        assert plan.status("agency-return") is Status.DONE
        assert plan.status("chase-call") is Status.NOT_APPLICABLE

    def test_nor_one_of_which_it_was_not_clear_whether_to_ask_it(self):
        body = self.BODY.replace(", include: yes", "")
        back = "returns: [{agency: police, state: returned, received: <Friday 2 January 2026>}]\n"
        plan = planned(case("nel", body + back), "Friday 2 January 2026")
        assert plan.status("chase-call") is Status.NOT_APPLICABLE


@pytest.mark.parametrize("procedure", ALL)
def test_a_care_leavers_death_is_notified(procedure):
    # A28. Aware on Thursday 18 December: 19, 22, 23, 24, 29 December.
    plan = planned(case(procedure, EVENTS, children=LEAVER), MONDAY)
    assert plan.due("care-leaver-death-notified") == "Monday 29 December 2025"
    without = planned(case(procedure, EVENTS), MONDAY)
    assert without.applies("care-leaver-death-notified") == set()


class TestStepsThatShareAnEvent:
    """Recording the event completes the step that applies, and no step that does not."""

    def test_bcp_telling_the_panel_is_not_the_death_of_a_child_in_care(self):
        body = EVENTS.rstrip() + """
  - {event: panel_notified, actual: <Monday 22 December 2025>}
threshold: {criteria_met: yes}
"""
        plan = planned(case("bcp", body), MONDAY)
        assert plan.status("la-notifies-panel") is Status.DONE
        assert plan.status("child-in-care-death-to-panel") is Status.NOT_APPLICABLE

    def test_bcp_publishing_the_report_is_not_publishing_improvements(self):
        body = """
        decision: {outcome: local_review}
        rapid_review: {recommendation: {outcome: local_review, rationale: As the group saw it.}}
        report: {publication: {form: full}}
        events:
          - {event: lcspr_decision, actual: <Friday 1 August 2025>}
          - {event: report_signed_off, actual: <Monday 1 December 2025>}
          - {event: publication, actual: <Friday 2 January 2026>}
        """
        plan = planned(case("bcp", body), MONDAY)
        assert plan.status("publish-report") is Status.DONE
        assert plan.status("publish-improvements") is Status.NOT_APPLICABLE
