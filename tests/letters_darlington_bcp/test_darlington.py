"""What the Darlington letters must say, and when they must not be made."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from letters_darlington_bcp.specimen import Asked, entry, made
from sgdocs.expressions import ExpressionFailed
from sgdocs.papers import as_text

CASE, LATE = "darlington", "darlington-improvements-only"
RECOMMENDED = {"outcome": "local_review", "rationale": "The group’s reason."}


def decision(
    day: str = "2025-03-07", extra: Mapping[str, Any] | None = None, **decided: Any
) -> str:
    changed = {
        "decision": {"outcome": "no_review", **decided},
        "rapid_review": {"recommendation": RECOMMENDED},
    }
    asked = Asked("DAR-DECISION-TO-PANEL", CASE, day, "panel", changed=changed, extra=extra or {})
    return as_text(made(asked))


def outcome(threshold: Mapping[str, Any], day: str = "2026-07-08") -> str:
    asked = Asked(
        "DAR-REFERRER-OUTCOME",
        "darlington-below-threshold",
        day,
        "referrer",
        changed={"threshold": threshold, "referral": {"pathway": "serious_incident"}},
    )
    return as_text(made(asked))


def escalation(artefact: str, name: str) -> str:
    return as_text(made(Asked(artefact, LATE, "2026-11-13", "chief_officer", name)))


def test_the_partners_are_told_of_the_day_of_awareness_and_the_days_that_follow() -> None:
    text = as_text(made(Asked("DAR-SSP-NOTICE", CASE, "2025-02-12", "partner_la")))
    assert "On Tuesday 11 February 2025 the council became aware" in text
    assert text.count("By Tuesday 18 February 2025") == 3
    assert "section 16C of the Children Act 2004" in text


def test_the_referrer_is_told_the_outcome_the_reasons_and_how_to_challenge() -> None:
    text = outcome({"criteria_met": "no", "rationale": "Neither part is met."})
    assert "the criteria for a serious child safeguarding incident are not met" in text
    assert "Neither part is met." in text
    assert "Professional Challenge Procedure" in text
    assert "have referred the case to the chair of the Learning and Development sub-group" in text


def test_the_referrer_is_told_nothing_before_the_decision() -> None:
    with pytest.raises(ExpressionFailed) as stopped:
        outcome({"criteria_met": "undecided", "rationale": "We are waiting."})
    assert stopped.value.path == "decided[case.threshold.criteria_met]"


def test_the_decision_stands_beside_the_recommendation() -> None:
    text = decision(rationale="Why it differs.")
    assert "recommended: a local child safeguarding practice review." in text
    assert "The group’s reason." in text
    assert "decided: no review." in text
    assert "The decision differs from the recommendation. The reason is:\n\nWhy it differs." in text
    assert "(Appendix 5)" in text
    assert "I am sorry" not in text


def test_a_decision_that_differs_needs_its_reason() -> None:
    with pytest.raises(ExpressionFailed) as stopped:
        decision()
    assert stopped.value.path == "case.decision.rationale"


def test_a_partner_who_varies_is_heard() -> None:
    said = decision(
        rationale="Why.",
        partners=[
            {"partner": "partner_la", "response": "agree"},
            {"partner": "partner_health", "response": "vary", "rationale": "More is needed."},
        ],
    )
    assert "The partner for health would have varied the recommendation: More is needed." in said
    assert "local authority would" not in said


def test_the_decision_is_not_announced_before_it_is_taken() -> None:
    changed = {"decision": {}}
    with pytest.raises(ExpressionFailed) as stopped:
        made(Asked("DAR-DECISION-TO-PANEL", CASE, "2025-03-07", "panel", changed=changed))
    assert stopped.value.path == "case.decision.outcome"


def test_a_late_decision_is_sorry() -> None:
    unsent = {"events": {"rapid_review_held": date(2025, 2, 27)}}
    assert "I am sorry that it comes later." in decision("2025-03-11", unsent, rationale="Why.")


def test_a_decision_that_went_in_time_is_not_late_when_it_is_made_again() -> None:
    assert "I am sorry" not in decision("2025-03-11", rationale="Why.")


@pytest.mark.parametrize(("day", "late"), [("2025-02-12", False), ("2025-02-14", True)])
def test_the_partners_are_told_in_one_working_day_only_where_it_is_so(day: str, late: bool) -> None:
    text = as_text(made(Asked("DAR-SSP-NOTICE", CASE, day, "partner_la")))
    assert ("other two Statutory Safeguarding Partners within one working day" in text) != late
    assert ("I am sorry that it comes later" in text) == late


@pytest.mark.parametrize("artefact", ["DAR-ESC-3M", "DAR-ESC-6M"])
def test_nobody_is_written_to_about_an_action_that_is_complete(artefact: str) -> None:
    name = "act-2" if artefact == "DAR-ESC-3M" else "act-1"
    done = {**entry(LATE, "actions", name), "status": "Complete"}
    words = {"complete": "Complete", "withdrawn": "Withdrawn"}
    asked = Asked(
        *(artefact, LATE, "2026-11-13", "chief_officer", name),
        extra={"action": done, "words": words},
    )
    with pytest.raises(ExpressionFailed) as stopped:
        made(asked)
    assert stopped.value.path == "where_complete_is[complete]"


def test_the_management_review_answers_the_terms_of_reference() -> None:
    text = as_text(made(Asked("DAR-IMR-LETTER", CASE, "2025-04-07", "chief_officer", "police")))
    assert "1. Who knew where the medicine was kept, and how?" in text
    assert "Monday 2 October 2023 to Monday 10 February 2025" in text
    assert "DAR-IMR: Individual management review" in text


def test_no_management_review_is_asked_for_without_terms_of_reference() -> None:
    asked = Asked(
        "DAR-IMR-LETTER",
        CASE,
        "2025-04-07",
        "chief_officer",
        "police",
        {"review": {"kind": "local_review"}},
    )
    with pytest.raises(ExpressionFailed) as stopped:
        made(asked)
    assert stopped.value.path == "case.review.terms_of_reference"


@pytest.mark.parametrize("agency", ["police", "ambulance-service"])
def test_the_information_request_gives_the_return_day_where_one_is_set(agency: str) -> None:
    text = as_text(made(Asked("DAR-APP4", CASE, "2025-02-19", "agency", agency)))
    agreed = agency == "ambulance-service"
    assert ("by Wednesday 26 February 2025" in text) == agreed
    before = "if possible two days before the Rapid Review Panel meets on Thursday 27 February 2025"
    assert (before in text) == (not agreed)
    assert "section 16H" in text
    assert "three years before Monday 10 February 2025" in text


def test_the_day_set_for_the_rapid_review_is_not_asked_for_again() -> None:
    asked = Asked("DAR-APP6", CASE, "2025-04-07", "agency", "ambulance-service")
    text = as_text(made(asked))
    assert "26 February" not in text
    assert "We will agree the day with you" in text
    assert "from Monday 2 October 2023 to Monday 10 February 2025" in text


def test_the_two_escalations_name_the_action_and_its_deadline() -> None:
    three = escalation("DAR-ESC-3M", "act-2")
    assert "Details: Northgate High School" in three
    assert "Saturday 14 November 2026 is three months beyond its deadline" in three
    assert "Details: Friday 14 August 2026" in three
    assert "Please confirm the explanation above" in three
    six = escalation("DAR-ESC-6M", "act-1")
    assert "Sunday 15 November 2026 is six months beyond its original deadline" in six
    assert "what steps are being taken" in six
