"""Say how long each case has to be kept, and what stands against disposing of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from sgdocs.content import Content
from sgdocs.dates import Moment, add_months, words
from sgdocs.errors import SgdocsError
from sgdocs.partnership import Retention
from sgdocs.pipeline.finding import case_files
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.schedule import Role, Status
from sgdocs.standing import Scheduled

__all__ = ["Retained", "all_retained", "retained_of"]

_OPEN = frozenset({Status.OVERDUE, Status.DUE_TODAY, Status.DUE_SOON, Status.FUTURE})
_DONE_WITH = ("complete", "withdrawn")


@dataclass(frozen=True, slots=True)
class Retained:
    """One case: since when it is closed, until when it is kept, and why it is kept still."""

    path: Path
    reference: str
    closed_on: date | None
    keep_until: date | None
    against: tuple[str, ...]
    """What stands against disposing of it; nothing where its time has passed."""
    case_sha256: str = ""
    rule: Retention | None = None


def all_retained(
    folder: Path, content: Content, as_of: Moment, today: Moment
) -> Iterator[Retained]:
    """Give every case of a folder of cases with its time of keeping."""
    for path in case_files(folder):
        try:
            yield retained_of(path, schedule_case(path, content, as_of, today))
        except SgdocsError as refused:
            yield Retained(
                path, path.parent.name, None, None, (f"It cannot be read: {refused.what}",)
            )


def retained_of(path: Path, found: Scheduled) -> Retained:
    """Give a case's time of keeping on the day asked about."""
    rule = found.ground.partnership.settings.retention
    closed = _closed_on(found, rule) if rule else None
    until = add_months(closed, 12 * rule.years) if rule and closed else None
    return Retained(
        path,
        found.case.reference,
        closed,
        until,
        tuple(_against(found, rule, until)),
        sha256(found.case.document.text.encode()).hexdigest(),
        rule,
    )


def _closed_on(found: Scheduled, rule: Retention) -> date | None:
    days = (found.facts.events.get(name) for name in rule.closed_by)
    return max((e.actual for e in days if e and e.actual), default=None)


def _against(found: Scheduled, rule: Retention | None, until: date | None) -> Iterator[str]:
    if rule is None:
        yield "The office has settled no rule of keeping: see retention in partnership.yaml."
    elif until is None:
        yield "It is not closed: none of the events that close a case has happened."
    elif found.as_of.day <= until:
        yield f"It is kept until {words(until)}."
    if open_steps := sum(r.role is Role.BINDING and r.status in _OPEN for r in found.rows):
        yield f"{open_steps} step(s) are still to be done."
    if actions := sum(a.get("status") not in _DONE_WITH for a in found.case.each("actions")):
        yield f"{actions} action(s) are neither complete nor withdrawn."
    hold = found.case.get("case.hold")
    if hold and ("lifted_on" not in hold or hold["lifted_on"] > found.as_of.day.isoformat()):
        yield "There is a hold on it."
