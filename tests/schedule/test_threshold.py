"""Which steps apply before the outcome: by threshold, by pathway, by who the child is."""

import pytest

from schedule.acts import (
    ALL,
    DEATH_NOTICE,
    EVENTS,
    LEAVER,
    LOOKED_AFTER,
    MONDAY,
    NOTIFY,
    rapid_review,
)
from schedule.asking import case, planned
from sgdocs.schedule import Status

QUESTION = "rapid review starts only if a person decides so"


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
def test_nobody_is_told_of_a_death_in_care_that_did_not_happen(procedure):
    # The child lives at home and was harmed; abuse or neglect is not suspected.
    body = EVENTS + "incident: {abuse_or_neglect: not_suspected}\n"
    for row in planned(case(procedure, body), MONDAY).rows:
        assert not any("looked-after child has died" in w for w in row.warnings), row.step


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
    steps = {
        "case-referred-for-learning",
        "learning-group-decides",
        "learning-outcome-to-partners",
        "decision-shared-with-learning-chair",
        "referrer-told-of-outcome",
    }
    plan = planned(case("darlington", body), MONDAY)
    assert plan.applies(*steps, "closed-without-action") == steps


def test_below_the_threshold_and_nothing_to_learn_darlington_closes_and_still_shares_why():
    body = EVENTS + "threshold: {criteria_met: no, learning_recognised: no}\n"
    plan = planned(case("darlington", body), MONDAY)
    found = plan.applies(
        "closed-without-action", "decision-shared-with-learning-chair", "case-referred-for-learning"
    )
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
            "scsi-2-to-partners",
            "scsi-3-to-group",
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
        body = (
            EVENTS.rstrip()
            + """
  - {event: panel_notified, actual: <Monday 22 December 2025>}
threshold: {criteria_met: yes}
"""
        )
        plan = planned(case("bcp", body), MONDAY)
        assert plan.status("la-notifies-panel") is Status.DONE
        assert plan.status("child-in-care-death-to-panel") is Status.NOT_APPLICABLE

    def test_nel_sending_the_notification_is_not_the_death_of_a_looked_after_child(self):
        body = """
        threshold: {criteria_met: yes}
        events: [{event: notification_received, actual: <Friday 19 December 2025>}]
        dispatches: [{artefact: PANEL-SIN, to: [panel], sent: <Monday 22 December 2025>}]
        """
        plan = planned(case("nel", body), MONDAY)
        assert plan.status("la-notifies-panel") is Status.DONE
        assert plan.status("looked-after-death-on-the-system") is Status.NOT_APPLICABLE

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
