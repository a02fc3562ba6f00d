"""The agencies, children, actions and options that steps are repeated for, without any name."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sgdocs.casefile import Case
from sgdocs.facts.involvement import Involvement
from sgdocs.facts.known import Horizon
from sgdocs.facts.values import complete
from sgdocs.procedure import Procedure
from sgdocs.schedule import Instance, InstancePlan

__all__ = ["InstanceFacts", "instances"]

InstanceFacts = Mapping[str, tuple[tuple[InstancePlan, Mapping[str, object]], ...]]


def instances(
    case: Case, procedure: Procedure, involved: Mapping[str, Involvement], horizon: Horizon
) -> InstanceFacts:
    """Give each instance with its own facts, by kind."""
    return {
        "agency": tuple(
            _agency(case, a, involved[a["id"]], horizon)
            for a in case.each("agencies")
            if horizon.found(a)
        ),
        "child": tuple(_child(n, c) for n, c in enumerate(case.each("children"), 1)),
        "family_member": tuple(_relative(f) for f in case.each("family")),
        "action": tuple(_action(n, a, horizon) for n, a in enumerate(case.each("actions"), 1)),
        "partner": tuple(
            _partner(procedure, r) for r in procedure.members("safeguarding_partners")
        ),
        "governance_meeting": _meetings(case),
        "option": _options(case, procedure),
        "parallel_review": tuple(_parallel(p, procedure) for p in case.each("parallel_reviews")),
    }


def _plan(
    kind: str, name: str, label: str, anchors: Mapping[str, date] | None = None
) -> InstancePlan:
    return InstancePlan(Instance(kind, name, label), anchors or {})


def _agency(
    case: Case, agency: Mapping[str, Any], judged: Involvement, horizon: Horizon
) -> tuple[InstancePlan, Mapping[str, object]]:
    found = agency.get("identified_on")
    returns = [
        r
        for r in case.each("returns")
        if r["agency"] == agency["id"] and horizon.moment(r["received"])
    ]
    plan = InstancePlan(
        Instance("agency", agency["id"], agency["name"]),
        {},
        not_before=date.fromisoformat(found) if found else None,
    )
    called = any(
        c.get("agency") == agency["id"] and horizon.moment(c["at"]) for c in case.each("calls")
    )
    return plan, {
        "involved": judged.involved,
        "with_child": judged.with_child,
        "with_perpetrator": judged.with_perpetrator,
        "returned": bool(returns),
        "nil_return": any(r["state"] == "nil_return" for r in returns),
        "called": called,
        "late_found": found is not None,
    }


def _child(number: int, child: Mapping[str, Any]) -> tuple[InstancePlan, Mapping[str, object]]:
    status = child.get("status_at_incident", ())
    return _plan("child", child["id"], f"Child {number}"), {
        "died": child["harm"] == "died",
        "looked_after": "looked_after" in status,
        "care_leaver": "care_leaver" in status,
    }


def _relative(relative: Mapping[str, Any]) -> tuple[InstancePlan, Mapping[str, object]]:
    words = str(relative["relationship"]).replace("_", " ").capitalize()
    told = relative.get("informing", {}).get("tell") == "yes"
    return _plan("family_member", relative["id"], words), {"to_be_told": told}


def _action(
    number: int, action: Mapping[str, Any], horizon: Horizon
) -> tuple[InstancePlan, Mapping[str, object]]:
    original = date.fromisoformat(action["original_deadline"])
    extension = action.get("extension", {}).get("new_deadline")
    anchors = {
        "action_deadline": original,
        "action_deadline_in_force": date.fromisoformat(extension) if extension else original,
    }
    return _plan("action", action["id"], f"Action {number}", anchors), {
        "complete": complete(action, horizon),
        "extended": extension is not None,
    }


def _partner(procedure: Procedure, role: str) -> tuple[InstancePlan, Mapping[str, object]]:
    title = procedure.roles[role].title if role in procedure.roles else role
    return _plan("partner", role, title), {"role": role}


def _meetings(case: Case) -> tuple[tuple[InstancePlan, Mapping[str, object]], ...]:
    meetings = [m for m in case.each("meetings") if m["kind"] == "governance"]
    return tuple(
        (
            _plan(
                "governance_meeting",
                m.get("id", f"governance-{n}"),
                f"Governance meeting {n}",
                _day_of(m, "planned", "held", anchor="governance_meeting_planned"),
            ),
            {"purpose": m.get("purpose", "")},
        )
        for n, m in enumerate(meetings, 1)
    )


def _day_of(entry: Mapping[str, Any], *fields: str, anchor: str) -> Mapping[str, date]:
    written = next((entry[f] for f in fields if f in entry), None)
    return {anchor: date.fromisoformat(written[:10])} if written else {}


def _options(
    case: Case, procedure: Procedure
) -> tuple[tuple[InstancePlan, Mapping[str, object]], ...]:
    return tuple(
        (
            InstancePlan(
                Instance("option", o["choice"], _choice_title(procedure, o["menu"], o["choice"])),
                _day_of(o, "started", anchor="option_chosen"),
                menu=o["menu"],
                choice=o["choice"],
            ),
            {"menu": o["menu"], "choice": o["choice"]},
        )
        for o in case.each("chosen_options")
    )


def _choice_title(procedure: Procedure, menu: str, choice: str) -> str:
    known = procedure.options.get(menu)
    return known.choices[choice].title if known and choice in known.choices else choice


def _parallel(
    review: Mapping[str, Any], procedure: Procedure
) -> tuple[InstancePlan, Mapping[str, object]]:
    kind = str(review["kind"])
    label = _choice_title(procedure, "parallel_reviews", kind).replace("_", " ")
    plan = InstancePlan(
        Instance("parallel_review", review["id"], label),
        _day_of(review, "started", anchor="parallel_review_started"),
        menu="parallel_reviews",
        choice=kind,
    )
    return plan, {"kind": kind, "coordinated": "coordination" in review}
