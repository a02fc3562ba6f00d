"""What a timescale certificate prints: each duty, whether it was met, and what that rests on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sgdocs.ledger import Line
from sgdocs.paperfacts.resting import late_reason, rests_on
from sgdocs.paperfacts.timetable import MILESTONES
from sgdocs.paperfacts.vocabulary import vocabulary
from sgdocs.procedure import Duty, Step
from sgdocs.schedule import Role, Row, Status
from sgdocs.standing import Scheduled

__all__ = ["OUTCOMES", "certified", "duties", "outcome_of"]

Facts = dict[str, Any]
LineOf = Callable[[Mapping[str, Any]], Line | None]
"""Gives the ledger's line for a record of the case file."""

_DUTIES = (Duty.STATUTORY, Duty.PROCEDURE)
_MET, _LATE, _OVERDUE, _OPEN = OUTCOMES = ("met", "late", "overdue", "open")
_BY_STATUS = {Status.DONE: _MET, Status.DONE_LATE: _LATE, Status.OVERDUE: _OVERDUE}


def certified(found: Scheduled, lines: Sequence[Line] | None, line_of: LineOf) -> Facts:
    """Give a certificate's facts; `lines` is the ledger, or nothing where none is kept."""
    told = [_duty(found, row, step, line_of) for row, step in duties(found)]
    return {
        "statutory": [d for d in told if d["kind"] == Duty.STATUTORY],
        "procedural": [d for d in told if d["kind"] == Duty.PROCEDURE],
        "counts": {name: sum(d["outcome"] == name for d in told) for name in OUTCOMES},
        "questions": [_question(found, name, event) for name, event in MILESTONES.items()],
        "kept": lines is not None,
        **({"ledger": _end(lines)} if lines else {}),
    }


def duties(found: Scheduled) -> Iterator[tuple[Row, Step]]:
    """Give the binding rows that apply and have a time limit of law or of the procedure."""
    steps = found.ground.book.whole(found.as_of.day).steps
    for row in found.rows:
        binding = row.role is Role.BINDING and row.status is not Status.NOT_APPLICABLE
        if binding and steps[row.step].duty in _DUTIES:
            yield row, steps[row.step]


def outcome_of(row: Row) -> str:
    """Say in one word how a duty stands: met, late, overdue, or open."""
    return _BY_STATUS.get(row.status, _OPEN)


def _duty(found: Scheduled, row: Row, step: Step, line_of: LineOf) -> Facts:
    outcome = outcome_of(row)
    records = rests_on(found, row, step)
    known = [line for record in records if (line := line_of(record))]
    reason = late_reason(found, row, step) if outcome in (_LATE, _OVERDUE) else ""
    late = _days_late(found, row) if outcome in (_LATE, _OVERDUE) else 0
    optional = {
        "instance": row.instance.label if row.instance else None,
        "due": row.due,
        "on": row.actual,
        "counted_from": row.why.anchor_title,
        "days_late": late,
        "reason": reason,
        "written_on": max((line.entry.at.day for line in known), default=None),
    }
    return {
        "what": row.title,
        "kind": str(step.duty),
        "source": str(row.why.source),
        "outcome": outcome,
        "lines": [line.number for line in known],
        **{key: value for key, value in optional.items() if value},
    }


def _days_late(found: Scheduled, row: Row) -> int:
    end = row.actual or found.as_of.day
    return found.ground.calendar.between(row.due, end) if row.due else 0


def _question(found: Scheduled, name: str, event: str) -> Facts:
    """Answer a question by every reading of its date; one answer only where all agree."""
    words = vocabulary(found.content, found.procedure)
    steps = found.ground.book.whole(found.as_of.day).steps
    rows = [row for row in found.rows if steps[row.step].marks == event and _judged(row)]
    readings = [_reading(row, words) for row in rows]
    answers = {reading["answer"] for reading in readings}
    agreed = answers.pop() if len(answers) == 1 else ""
    return {
        "question": words[name],
        "readings": readings,
        **({"answer": agreed} if agreed else {}),
    }


def _judged(row: Row) -> bool:
    return row.due is not None and row.role in (Role.BINDING, Role.ALTERNATIVE)


def _reading(row: Row, words: Mapping[str, str]) -> Facts:
    passed = row.status in (Status.OVERDUE, Status.DONE_LATE)
    answer = "no" if passed else "yes" if row.actual else "not_yet"
    return {
        "source": str(row.why.source),
        "binds": row.role is Role.BINDING,
        "answer": words[answer],
        **({"counted_from": row.why.anchor_title} if row.why.anchor_title else {}),
        **({"due": row.due} if row.due else {}),
        **({"on": row.actual} if row.actual else {}),
    }


def _end(lines: Sequence[Line]) -> Facts:
    return {
        "lines": len(lines),
        "head": lines[-1].hash,
        "first_on": lines[0].entry.at.day,
        "last_on": lines[-1].entry.at.day,
    }
