"""What a done step rests on: the entries of the case file that say it was done on that day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sgdocs.procedure import Step
from sgdocs.schedule import Row
from sgdocs.standing import Scheduled

__all__ = ["late_reason", "rests_on"]

Data = Mapping[str, Any]

_PARTS = {
    "steps_done": "on",
    "events": "actual",
    "dispatches": "sent",
    "calls": "at",
    "returns": "received",
    "meetings": "held",
}
"""The lists of a case that say what was done, and where in an entry they say when."""


def rests_on(found: Scheduled, row: Row, step: Step) -> tuple[Data, ...]:
    """Give the records of the day a step was done that say so."""
    if row.actual is None:
        return ()
    return tuple(
        entry
        for part, field in _PARTS.items()
        for entry in found.case.each(part)
        if _says(part, entry, row, step) and _day(entry.get(field)) == row.actual
    )


def late_reason(found: Scheduled, row: Row, step: Step) -> str:
    """Give the reason recorded for a late sending; nothing where none was."""
    reasons = [
        str(entry["late_reason"])
        for entry in found.case.each("dispatches")
        if "late_reason" in entry and _says("dispatches", entry, row, step)
    ]
    return reasons[-1] if reasons else ""


def _says(part: str, entry: Data, row: Row, step: Step) -> bool:
    """Say whether a record can be what a step, for its agency or action, was done by."""
    own = row.instance.id if row.instance else ""
    match part:
        case "steps_done":
            return bool(entry["step"] == row.step and entry.get("for", own) == own)
        case "events":
            return bool(step.marks == entry["event"])
        case "dispatches":
            paper = entry["artefact"] in row.artefacts and entry.get("step", row.step) == row.step
            return bool(paper) and _reached(entry, row, own)
        case "calls":
            about = entry.get("agency", entry.get("person", own))
            return bool(step.call_kind == entry["kind"] and about == own)
        case "returns":
            return bool(step.action == "receive" and entry["agency"] == own)
        case _:
            return bool(own and entry.get("id") == own)


def _reached(entry: Data, row: Row, own: str) -> bool:
    """Say whether a dispatch went to the one agency a row is for, or was about its action."""
    to = entry.get("to")
    if row.instance and row.instance.kind == "agency" and to is not None:
        return own in to or bool(set(to) & set(row.recipients))
    return bool(entry.get("for", own) == own)


def _day(text: Any) -> date | None:
    return date.fromisoformat(str(text)[:10]) if text else None
