"""Where every case of a workspace stands, from the index where that is still true."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from sgdocs.board import Entry, Index, Stamp, Summary, entry_on, summarise
from sgdocs.casefile import CaseRefused
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import SgdocsError
from sgdocs.facts import last_record
from sgdocs.pipeline.finding import case_files
from sgdocs.pipeline.grounding import ground_stamp, working_calendar
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.standing import Scheduled

__all__ = ["board", "stage_of"]


def board(folder: Path, content: Content, as_of: Moment, today: Moment) -> tuple[Entry, ...]:
    """Give every case's line, what is overdue first, then what is due next."""
    # The index holds what is so today; a look back, or by another day's rules, is worked out.
    current = _sortable(as_of, time.max) >= _sortable(today, time.max)
    index = Index(content.workspace / ".sgdocs") if content.workspace and current else None
    known = index.read() if index else {}
    standing_on = _fingerprint(content, as_of.day)
    fresh: dict[str, tuple[Stamp, Summary]] = {}
    found: dict[str, Summary] = {}
    for path in case_files(folder):
        name, stamp = _printable(path), _stamp(path, standing_on)
        kept = known.get(name)
        if kept and kept[0] == stamp and _holds(kept[1], as_of):
            found[name] = kept[1]
            continue
        found[name] = _summary(path, content, as_of, today)
        if _holds(found[name], as_of):
            fresh[name] = (stamp, found[name])
    if index and (fresh or known.keys() - found.keys()):
        index.write(fresh, known.keys() - found.keys())
    calendar = working_calendar(content)
    entries = (entry_on(path, s, as_of.day, calendar) for path, s in found.items())
    return tuple(sorted(entries, key=_order))


def _printable(path: Path) -> str:
    """Name a file so that it can be printed and kept, whatever system named it."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def _order(entry: Entry) -> tuple[int, int, int, str]:
    rank = ("red", "unreadable", "amber", "green").index(entry.colour)
    due = entry.next_due.toordinal() if entry.next_due else date.max.toordinal()
    return rank, due, -entry.overdue, entry.reference


def _stamp(path: Path, standing_on: str) -> Stamp:
    status = path.stat()
    return Stamp(status.st_mtime_ns, status.st_size, standing_on)


def _summary(path: Path, content: Content, as_of: Moment, today: Moment) -> Summary:
    try:
        scheduled = schedule_case(path, content, as_of, today)
    except CaseRefused as refused:
        says = f"{len(refused.findings)} finding(s): sgdocs validate"
        return _unreadable(path, says, as_of)
    except SgdocsError as refused:
        return _unreadable(path, refused.what, as_of)
    summary = summarise(scheduled.case, stage_of(scheduled), _latest(scheduled), scheduled.rows)
    return _answered(summary, scheduled)


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


def _unreadable(path: Path, error: str, as_of: Moment) -> Summary:
    seen = _sortable(as_of, time.max)
    return Summary(_printable(Path(path.parent.name)), "", "", seen, "", "", 0, (), error)


def _holds(kept: Summary, as_of: Moment) -> bool:
    """Say whether a summary is true at a moment; what is wrong today need not be tomorrow."""
    asked = _sortable(as_of, time.max)
    return kept.last_record == asked if kept.error else kept.last_record <= asked


def stage_of(scheduled: Scheduled) -> str:
    """Name the latest thing that happened, in the procedure's words."""
    events = scheduled.procedure.events
    happened = [
        (dates.actual, order, events[name].title)
        for order, name in enumerate(events)
        if (dates := scheduled.facts.events.get(name)) and dates.actual
    ]
    return max(happened)[2] if happened else ""


def _latest(scheduled: Scheduled) -> str:
    latest = last_record(scheduled.case)
    return _sortable(latest, time.min) if latest else ""


def _sortable(moment: Moment, without: time) -> str:
    return datetime.combine(moment.day, moment.clock or without).isoformat(timespec="seconds")


def _fingerprint(content: Content, as_of: date) -> str:
    """Tell whether procedures, contacts, calendar or schemas are others than before."""
    digest = hashlib.sha256()
    for line in _standing(content, as_of):
        digest.update(line.encode())
    return digest.hexdigest()


def _standing(content: Content, as_of: date) -> Iterator[str]:
    yield f"{as_of.isoformat()}\n"  # a version may come into force from one day to the next
    for name, changed, size in ground_stamp(content):
        yield f"{name} {changed} {size}\n"
