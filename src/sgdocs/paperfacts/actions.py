"""The actions of the plan, with the deadline in force and whether it has passed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sgdocs.casefile import Case
from sgdocs.facts import Horizon
from sgdocs.paperfacts.vocabulary import vocabulary
from sgdocs.standing import Scheduled

__all__ = ["actions"]

_CLOSED = frozenset({"complete", "withdrawn"})

Facts = dict[str, Any]


def actions(found: Scheduled, case: Case) -> list[Facts]:
    """Give each action with its recommendation, its lead and where it stands."""
    wording = {r["id"]: r["text"] for r in case.get("report.recommendations", ())}
    agencies = {a["id"]: a["name"] for a in case.each("agencies")}
    return [_action(found, action, wording, agencies) for action in case.each("actions")]


def _action(
    found: Scheduled,
    action: Mapping[str, Any],
    wording: Mapping[str, str],
    agencies: Mapping[str, str],
) -> Facts:
    status = str(action.get("status", "not_started"))
    extended = action.get("extension", {}).get("new_deadline")
    deadline = date.fromisoformat(extended or action["original_deadline"])
    done = Horizon(found.as_of).moment(action.get("completed_on"))
    if status == "complete" and action.get("completed_on") and done is None:
        status = "in_progress"
    facts = {
        **action,
        "deadline": deadline,
        "status": vocabulary(found.content, found.procedure)[status],
        "overdue": status not in _CLOSED and deadline < found.as_of.day,
    }
    lead = action.get("lead_agency") or agencies.get(action.get("agency", ""))
    text = wording.get(action.get("recommendation", ""))
    optional = {"lead": lead, "recommendation_text": text}
    return facts | {key: value for key, value in optional.items() if value}
