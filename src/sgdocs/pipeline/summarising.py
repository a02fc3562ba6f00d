"""What the board keeps of a case: read from its file, and true for as long as it says."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from sgdocs.board import Summary, summarise
from sgdocs.casefile import CaseRefused
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import SgdocsError
from sgdocs.facts import last_record
from sgdocs.pipeline.grounding import ground_stamp
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.standing import Scheduled

__all__ = [
    "holds",
    "printable",
    "reach",
    "stage_of",
    "standing_on",
    "summary_of",
    "unreadable",
]


def summary_of(path: Path, content: Content, as_of: Moment, today: Moment) -> Summary:
    """Read a case and keep what the board needs; one that cannot be used says why."""
    try:
        scheduled = schedule_case(path, content, as_of, today)
    except CaseRefused as refused:
        says = f"{len(refused.findings)} finding(s): sgdocs validate"
        return unreadable(path, says, as_of)
    except SgdocsError as refused:
        return unreadable(path, refused.what, as_of)
    summary = summarise(scheduled.case, stage_of(scheduled), _latest(scheduled), scheduled.rows)
    return _answered(summary, scheduled)


def unreadable(path: Path, error: str, as_of: Moment) -> Summary:
    """Give the line of a case that cannot be used, with the reason."""
    return Summary(printable(path.parent.name), "", "", reach(as_of), "", "", 0, (), error)


def holds(kept: Summary, asked: str) -> bool:
    """Say whether a summary is true at a moment; what is wrong today need not be tomorrow."""
    return kept.last_record == asked if kept.error else kept.last_record <= asked


def reach(moment: Moment) -> str:
    """Give a moment as text that sorts; a day without a time reaches to its end."""
    return _sortable(moment, time.max)


def printable(path: Path | str) -> str:
    """Name a file so that it can be printed and kept, whatever system named it."""
    name = str(path)
    return name if name.isascii() else name.encode("utf-8", "replace").decode("utf-8")


def stage_of(scheduled: Scheduled) -> str:
    """Name the latest thing that happened, in the procedure's words."""
    events = scheduled.procedure.events
    happened = [
        (dates.actual, order, events[name].title)
        for order, name in enumerate(events)
        if (dates := scheduled.facts.events.get(name)) and dates.actual
    ]
    return max(happened)[2] if happened else ""


def standing_on(content: Content, as_of: date) -> str:
    """Tell whether procedures, contacts, calendar or schemas are others than before."""
    digest = hashlib.sha256()
    for line in _standing(content, as_of):
        digest.update(os.fsencode(line))
    return digest.hexdigest()


def _answered(summary: Summary, scheduled: Scheduled) -> Summary:
    """Add how many agencies have answered, and by when the others were to."""
    from sgdocs.paperfacts import answer_states  # noqa: PLC0415 - the index has it as a rule

    states = list(answer_states(scheduled, scheduled.case, scheduled.rows))
    awaited = (due for state, _, due in states if state == "not_received")
    return replace(
        summary,
        returned=sum(state in ("returned", "told_otherwise") for state, _, _ in states),
        nil_returns=sum(state == "nil_return" for state, _, _ in states),
        awaited=tuple(due.toordinal() if due else 0 for due in awaited),
    )


def _latest(scheduled: Scheduled) -> str:
    latest = last_record(scheduled.case)
    return _sortable(latest, time.min) if latest else ""


def _sortable(moment: Moment, without: time) -> str:
    return datetime.combine(moment.day, moment.clock or without).isoformat(timespec="seconds")


def _standing(content: Content, as_of: date) -> Iterator[str]:
    yield f"{as_of.isoformat()}\n"  # a version may come into force from one day to the next
    for name, changed, size in ground_stamp(content):
        yield f"{name} {changed} {size}\n"
