"""The facts of a case that conditions name; every name is always there."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sgdocs.casefile import Case
from sgdocs.facts.known import Horizon

__all__ = ["complete", "values"]

Values = Mapping[str, object]


def values(case: Case, happened: Mapping[str, date], horizon: Horizon) -> Values:
    """Give every fact of the case as a whole; `happened` has the day of each event so far."""
    return {
        **_referral(case),
        **_children(case),
        **_incident(case),
        **_threshold(case),
        **_outcome(case),
        **_review(case, happened),
        **_report(case),
        **_actions(case, horizon),
    }


def _referral(case: Case) -> Values:
    learning = case.get("referral.pathway") == "learning_request"
    return {"serious_incident": not learning, "learning_requested": learning}


def _status(child: Mapping[str, Any], status: str) -> bool:
    return status in child.get("status_at_incident", ())


def _children(case: Case) -> Values:
    children = case.each("children")
    died = [c for c in children if c["harm"] == "died"]
    harmed = [c for c in children if c["harm"] == "seriously_harmed"]
    return {
        "children_count": len(children),
        "several_children": len(children) > 1,
        "child_died": bool(died),
        "child_seriously_harmed": bool(harmed),
        "looked_after_child": any(_status(c, "looked_after") for c in children),
        "looked_after_child_died": _looked_after_died(case),
        "looked_after_child_harmed": any(_status(c, "looked_after") for c in harmed),
        "care_leaver_died": any(_status(c, "care_leaver") for c in died),
        "family_to_be_told": any(
            f.get("informing", {}).get("tell") == "yes" for f in case.each("family")
        ),
    }


def _incident(case: Case) -> Values:
    abuse = case.get("incident.abuse_or_neglect", "not_known")
    areas = {case.get(f"authorities.{a}") for a in ("incident", "residence", "placing")} - {None}
    return {
        "abuse": abuse,
        "abuse_suspected": abuse in ("known", "suspected"),
        "outside_england": case.get("incident.outside_england") == "yes",
        "institutional_setting": case.get("incident.institutional_setting") == "yes",
        "other_areas_involved": len(areas) > 1,
        "media_interest": case.get("incident.media_interest") == "yes",
    }


def _threshold(case: Case) -> Values:
    agreed = case.get("threshold.criteria_met", "undecided")
    criteria = {"yes": "met", "no": "not_met"}.get(agreed, "undecided")
    return {
        "criteria": criteria,
        "learning_recognised": case.get("threshold.learning_recognised", "undecided"),
        "partners_disagree": case.get("threshold.disagreement") is not None,
        "rapid_review": _rapid_review(case, criteria),
    }


def _rapid_review(case: Case, criteria: str) -> str:
    """Say whether a rapid review runs; a looked-after child's death alone needs a person's word."""
    if case.get("referral.pathway") == "learning_request":
        return "no"
    if (decided := case.get("threshold.rapid_review")) in ("yes", "no"):
        return str(decided)
    if criteria == "not_met":
        return "no"
    unsuspected = case.get("incident.abuse_or_neglect") == "not_suspected"
    return "undecided" if unsuspected and _looked_after_died(case) else "yes"


def _looked_after_died(case: Case) -> bool:
    return any(c["harm"] == "died" and _status(c, "looked_after") for c in case.each("children"))


def _outcome(case: Case) -> Values:
    decision = case.get("decision.outcome", "undecided")
    response = case.get("panel_response.outcome", "none")
    learning = case.get("learning_request.decision", "undecided")
    national = decision == "national_review" or response == "national_review"
    return {
        "recommendation": case.get("rapid_review.recommendation.outcome", "undecided"),
        "decision": decision,
        "partners_vary": any(p["response"] == "vary" for p in case.get("decision.partners", ())),
        "partners_signed": sum("signature" in p for p in case.get("decision.partners", ())),
        "panel_response": response,
        "panel_disagrees": response == "disagrees"
        or (response == "national_review" and decision != "national_review"),
        "national_review": national,
        "learning_decision": learning,
        "local_review": decision == "local_review" or case.get("review.kind") == "local_review",
        "learning_review": _learning_review(case, decision, learning),
    }


def _learning_review(case: Case, decision: str, learning: str) -> bool:
    """Say whether a learning review is decided or was started, and the partners did not decline."""
    if case.get("learning_request.partner_response") == "disagree":
        return False
    kinds = ("learning_review", "practice_review")
    return decision == "learning_review" or learning in kinds or case.get("review.kind") in kinds


def _review(case: Case, happened: Mapping[str, date]) -> Values:
    options = {o["menu"]: o["choice"] for o in case.each("chosen_options")}
    kinds = {p["kind"] for p in case.each("parallel_reviews")}
    named = bool(case.get("review.reviewer.name"))
    return {
        "reviewer_named": named,
        "reviewer_to_be_confirmed": case.get("review.to_be_confirmed_told") == "yes"
        or _told_too_early(case, happened, named=named),
        "methodology": options.get("methodologies", case.get("review.methodology", "")),
        "management_reviews": case.get("review.management_reviews") == "yes",
        "national_flag": case.get("review.national_flag") is not None,
        "scrutiny_requested": case.get("review.scrutiny") is not None,
        "family_interviewed": bool(case.get("review.family_conversations")),
        "parallel_reviews": bool(kinds),
        "criminal_proceedings": any("criminal" in k for k in kinds)
        or not {"criminal_trial", "police"}.isdisjoint(case.get("incident.proceedings", ())),
        "inquest": "inquest" in kinds or "inquest" in case.get("incident.proceedings", ()),
    }


def _report(case: Case) -> Values:
    return {
        "publication": case.get("report.publication.form", "undecided"),
        "publication_delayed": case.get("report.publication.delay") is not None,
    }


def _told_too_early(case: Case, happened: Mapping[str, date], *, named: bool) -> bool:
    """Say whether the Panel was told of a local review before the reviewer was known."""
    told = happened.get("rr_submitted")
    if told is None or case.get("decision.outcome") != "local_review":
        return False
    commissioned = happened.get("reviewer_commissioned")
    return not named or (commissioned is not None and commissioned > told)


def _actions(case: Case, horizon: Horizon) -> Values:
    actions = [a for a in case.each("actions") if a.get("status") != "withdrawn"]
    return {
        "actions_count": len(actions),
        "actions_complete": bool(actions) and all(complete(a, horizon) for a in actions),
    }


def complete(action: Mapping[str, Any], horizon: Horizon) -> bool:
    """Say whether an action was complete by then."""
    if "completed_on" in action:
        return horizon.day(action["completed_on"]) is not None
    return action.get("status") in ("complete", "withdrawn")
