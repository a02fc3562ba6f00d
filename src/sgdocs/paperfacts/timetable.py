"""The schedule as papers print it: dates by step, the whole timetable, and what was in time."""

from collections.abc import Mapping, Sequence
from typing import Any

from sgdocs.paperfacts.vocabulary import vocabulary
from sgdocs.schedule import Row, Status
from sgdocs.standing import Scheduled

__all__ = ["MILESTONES", "dates", "timeliness", "timetable"]

_LEFT_OUT = frozenset({Status.NOT_APPLICABLE})
MILESTONES = {
    "notified_in_time": "panel_notified",
    "reviewed_in_time": "rapid_review_held",
    "sent_in_time": "rr_submitted",
}

Facts = dict[str, Any]


def dates(rows: Sequence[Row], own: Row | None) -> dict[str, Mapping[str, Any]]:
    """Give each dated step its date; for one agency's paper, that agency's own."""
    instance = own.instance if own else None
    return {
        row.step.replace("-", "_"): {
            "due": row.due,
            "send_by": row.send_by,
            "time_of_day": row.time_of_day,
            **({"earliest": row.earliest} if row.earliest else {}),
        }
        for row in rows
        if not row.is_reading and row.due and row.instance in (None, instance)
    }


def timetable(found: Scheduled, rows: Sequence[Row]) -> list[Facts]:
    """Give every step that applies, in the schedule's own order."""
    words = vocabulary(found.content, found.procedure)
    return [_line(row, words) for row in rows if not row.is_reading and row.status not in _LEFT_OUT]


def _line(row: Row, words: Mapping[str, str]) -> Facts:
    line = {
        "what": row.title,
        "step": row.step,
        "who": words.get(row.responsible, row.responsible.replace("_", " ")),
        "role": words.get(str(row.role), str(row.role).replace("_", " ")),
        "status": words.get(str(row.status), str(row.status).replace("_", " ")),
        "source": str(row.why.source),
        "counted_from": row.why.anchor_title,
        "edition": row.why.calendar_edition,
    }
    optional = {
        "counted_from_day": row.why.anchor_date,
        "instance": row.instance.label if row.instance else None,
        "due": row.due,
        "send_by": row.send_by,
        "done_on": row.actual,
        "time_of_day": row.time_of_day,
    }
    return line | {key: value for key, value in optional.items() if value}


def timeliness(found: Scheduled) -> dict[str, Facts]:
    """Answer, from what happened, whether the three milestones were met in time."""
    words = vocabulary(found.content, found.procedure)
    return {
        name: {"question": words[name], **_milestone(found, event, words)}
        for name, event in MILESTONES.items()
    }


def _milestone(found: Scheduled, event: str, words: Mapping[str, str]) -> Facts:
    marking = (r for r in found.rows if found.procedure.steps[r.step].marks == event)
    row = next((r for r in marking if not r.is_reading), None)
    if row is None or row.due is None:
        return {"answer": words["not_yet"]}
    dated = {"due": row.due, "source": str(row.why.source)}
    if row.actual is None:
        late = row.due < found.as_of.day
        return {**dated, "answer": words["no" if late else "not_yet"]}
    return {**dated, "on": row.actual, "answer": words["yes" if row.actual <= row.due else "no"]}
