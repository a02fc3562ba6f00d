"""One agency as its own papers name it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sgdocs.dates import add_months
from sgdocs.facts import Horizon
from sgdocs.paperfacts.people import names
from sgdocs.schedule import Row
from sgdocs.standing import Scheduled

__all__ = ["asked", "due_back", "last_answer", "own_agency", "period"]

Facts = dict[str, Any]


def own_agency(found: Scheduled, name: str, rows: Sequence[Row]) -> Facts:
    """Give an agency's entry, when its answer is due, and the answer once it has come."""
    agency = next(a for a in found.case.each("agencies") if a["id"] == name)
    facts = {
        **agency,
        "involvement": _involvement(found, agency),
        **period(found),
        **asked(found, agency, rows),
        **_promise(found, name),
    }
    if due := due_back(found, agency, rows):
        facts["return_by"] = due
    if back := last_answer(found, name):
        facts |= {
            "returned_on": date.fromisoformat(back["received"][:10]),
            "nil_return": back["state"] == "nil_return",
            "answer": back.get("content", {}),
        }
    return facts


def last_answer(found: Scheduled, agency: str) -> Mapping[str, Any] | None:
    """Give the latest return an agency has made by the day asked about."""
    horizon = Horizon(found.as_of)
    backs = [
        back
        for back in found.case.each("returns")
        if back["agency"] == agency and horizon.moment(back["received"])
    ]
    return max(backs, key=lambda back: str(back["received"]), default=None)


def period(found: Scheduled) -> Facts:
    """Give the days between which an agency is asked about, as the procedure looks back."""
    until = found.as_of.day
    chosen = found.case.get("rapid_review.look_back_from")
    if chosen:
        return {"look_back_from": date.fromisoformat(chosen), "look_back_to": until}
    rule = found.procedure.look_back.get("child_and_family")
    if rule is None or rule.period is None or rule.unit != "months":
        return {"look_back_to": until}
    return {"look_back_from": add_months(until, -rule.period), "look_back_to": until}


def asked(found: Scheduled, agency: Mapping[str, Any], rows: Sequence[Row]) -> Facts:
    """Give the day an agency was asked, and the day it was asked again."""
    again = agency.get("asked_again_on")
    known: Facts = {}
    if again and date.fromisoformat(again) <= found.as_of.day:
        known = {"asked_again_on": date.fromisoformat(again)}
    for row in rows:
        step = found.procedure.steps[row.step]
        own = row.instance is not None and row.instance.key == f"agency/{agency['id']}"
        if own and step.sends and row.actual:
            return {"asked_on": row.actual, **known}
    return known


def _promise(found: Scheduled, agency: str) -> Facts:
    """Give the day an agency promised in the last call."""
    horizon = Horizon(found.as_of)
    made = sorted(
        (c for c in found.case.each("calls") if c.get("agency") == agency),
        key=lambda call: str(call["at"]),
    )
    told = [call for call in made if horizon.moment(call["at"])]
    last = told[-1] if told else {}
    return {"promised_for": last["promised_for"]} if "promised_for" in last else {}


def _involvement(found: Scheduled, agency: Mapping[str, Any]) -> list[Facts]:
    known = names(found.case)
    return [
        {**entry, "people_names": [known[p] for p in entry.get("people", ()) if p in known]}
        for entry in agency.get("involvement", ())
    ]


def due_back(found: Scheduled, agency: Mapping[str, Any], rows: Sequence[Row]) -> date | None:
    """Give the day the answer is wanted: one agreed with it, else the procedure's."""
    agreed = agency.get("return_by") or found.case.get("rapid_review.return_by")
    if agreed:
        return date.fromisoformat(agreed)
    for row in rows:
        step = found.procedure.steps[row.step]
        own = row.instance is not None and row.instance.key == f"agency/{agency['id']}"
        if own and step.action == "receive" and row.due and not row.is_reading:
            return row.due
    return None
