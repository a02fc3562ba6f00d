"""Which steps apply after the decision: by outcome, by publication, by what the Panel says."""

import pytest

from schedule.acts import (
    ALL,
    DELAY,
    EVENTS,
    FOLLOW_UP,
    IMPROVEMENTS_OUT,
    MONDAY,
    NOT_PUBLISHED,
    PUBLISH,
    REPORT_OUT,
    decided,
    rapid_review,
)
from schedule.asking import case, planned
from sgdocs.schedule import Role, Status


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

    TOLD = (
        "  - {event: rapid_review_held, actual: <Tuesday 30 December 2025>}\n"
        "  - {event: rr_submitted, actual: <Wednesday 31 December 2025>}\n"
    )
    CHOSEN = (
        "  - {event: lcspr_decision, actual: <Wednesday 31 December 2025>}\n"
        "  - {event: reviewer_commissioned, actual: <Monday 5 January 2026>}\n"
    )

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
        plan = self.plan(
            procedure,
            events=self.TOLD + self.CHOSEN,
            more="review: {reviewer: {name: Morwenna Tregear}}",
        )
        assert plan.applies(FOLLOW_UP[procedure]) == {FOLLOW_UP[procedure]}

    def test_a_person_may_say_so(self, procedure):
        plan = self.plan(
            procedure,
            events=self.TOLD,
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
