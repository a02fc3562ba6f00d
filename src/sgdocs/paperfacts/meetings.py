"""The case's meetings, with who came and who sent apologies."""

from collections.abc import Mapping, Sequence
from typing import Any

from sgdocs.casefile import Case
from sgdocs.facts import Horizon
from sgdocs.schedule import Row
from sgdocs.standing import Scheduled

__all__ = ["meetings", "rapid_review_meeting"]

_THERE = frozenset({"present", "deputy"})
_KIND = "rapid_review"
_HELD = "rapid_review_held"

Facts = dict[str, Any]


def meetings(found: Scheduled, case: Case) -> list[Facts]:
    """Give every meeting of the case as it was known on the day."""
    return [_meeting(found, meeting) for meeting in case.each("meetings")]


def rapid_review_meeting(found: Scheduled, held: Sequence[Facts], rows: Sequence[Row]) -> Facts:
    """Give the rapid review meeting: as recorded, or when it is to be."""
    recorded: Facts = next((dict(m) for m in held if m["kind"] == _KIND), {})
    recorded.setdefault("present", [])
    recorded.setdefault("apologies", [])
    if day := _planned(found, rows):
        recorded.setdefault("planned", day)
    return recorded


def _planned(found: Scheduled, rows: Sequence[Row]) -> Any:
    known = found.facts.events.get(_HELD)
    if known and (known.actual or known.planned):
        return known.actual or known.planned
    steps = (r for r in rows if found.procedure.steps[r.step].marks == _HELD)
    return next((r.due for r in steps if r.due and not r.is_reading), None)


def _meeting(found: Scheduled, meeting: Mapping[str, Any]) -> Facts:
    told = dict(meeting)
    if not Horizon(found.as_of).moment(meeting.get("held")):
        told = {k: v for k, v in told.items() if k not in ("held", "attendance", "notes")}
    attendance = told.get("attendance", ())
    return {
        **told,
        "present": [a for a in attendance if a.get("attended", "present") in _THERE],
        "apologies": [a for a in attendance if a.get("attended") == "apologies"],
    }
