"""Dates that must come in order, and nothing recorded before it could have happened."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sgdocs.casefile.rules.context import Context, Fault, Steps
from sgdocs.dates import Moment, age_on, parse_moment
from sgdocs.findings import Severity
from sgdocs.reading import walk

__all__ = ["ages", "event_order", "future", "lifetimes", "spans", "years"]

_ADULT = 18
_FAR = re.compile(r"(?!(19[9]|20[0-9])\d-)\d{4}-\d\d-\d\d")
_LAST_CARE_LEAVER_YEAR = 25
# Fields that record what has happened, and so cannot lie ahead.
_PAST = frozenset(
    {
        "actual",
        "received",
        "sent",
        "at",
        "on",
        "held",
        "signed_on",
        "completed_on",
        "date_of_birth",
        "date_of_death",
        "cv_received",
        "checked_by_family",
        "disclosure_review",
        "identified_on",
        "asked_again_on",
        "agreed_on",
        "approved_on",
        "resolved_on",
        "asked_on",
        "found_on",
        "known_on",
        "decided_on",
        "contract_agreed",
        "insurance_confirmed",
        "information_released",
    }
)


def event_order(context: Context) -> Iterator[Fault]:
    """An event cannot come before one that the procedure says it follows."""
    happened = context.happened()
    for name, (number, moment) in happened.items():
        event = context.procedure.events.get(name)
        for earlier in event.after if event else ():
            if earlier in happened and _before(moment, happened[earlier][1]):
                other = context.procedure.events[earlier].title
                yield Fault(
                    "order",
                    ("events", number, "actual"),
                    f"“{event.title if event else name}” is dated before “{other}”.",
                    "Check both dates.",
                )


def _before(one: Moment, other: Moment) -> bool:
    if one.day == other.day and one.clock and other.clock:
        return one.clock < other.clock
    return one.day < other.day


def lifetimes(context: Context) -> Iterator[Fault]:
    """Nobody dies before being born, and no child is harmed before being born."""
    incident = context.happened().get("incident_occurred")
    for kind in ("children", "family"):
        for number, person in enumerate(context.case.each(kind)):
            yield from _lifetime(person, (kind, number), incident, child=kind == "children")


def _lifetime(
    person: Mapping[str, Any], steps: Steps, incident: tuple[int, Moment] | None, *, child: bool
) -> Iterator[Fault]:
    born, died = _day(person, "date_of_birth"), _day(person, "date_of_death")
    if born and died and died < born:
        yield Fault(
            "order",
            (*steps, "date_of_death"),
            "the date of death is before the date of birth.",
            "Check both dates.",
        )
    if not child or incident is None:
        return
    day = incident[1].day
    if born and born > day:
        yield Fault(
            "order",
            (*steps, "date_of_birth"),
            "the child was born after the incident.",
            "Check the date of birth and the date of the incident.",
        )
    if died and died < day:
        yield Fault(
            "order",
            (*steps, "date_of_death"),
            "the child died before the incident.",
            "Check the date of death and the date of the incident.",
        )


def ages(context: Context) -> Iterator[Fault]:
    """The duty is about children under 18, and care leavers up to 24."""
    incident = context.happened().get("incident_occurred")
    for number, child in enumerate(context.case.each("children")):
        born = _day(child, "date_of_birth")
        if incident is None or born is None or born > incident[1].day:
            continue
        leaver = "care_leaver" in child.get("status_at_incident", ())
        limit = _LAST_CARE_LEAVER_YEAR if leaver else _ADULT
        if age_on(born, incident[1].day) >= limit:
            yield Fault(
                "age",
                ("children", number, "date_of_birth"),
                f"the young person was {limit} or older at the incident.",
                "Check the date of birth; a care leaver aged up to 24 needs that status.",
                severity=Severity.WARNING,
            )


def spans(context: Context) -> Iterator[Fault]:
    """Whatever has a beginning and an end ends after it begins."""
    for steps, node in context.places:
        if type(node) is dict:
            for first, last in (("from", "to"), ("period_from", "period_to")):
                start, end = _day(node, first), _day(node, last)
                if start and end and end < start:
                    yield Fault(
                        "order", (*steps, last), "this ends before it begins.", "Check both dates."
                    )


def future(context: Context) -> Iterator[Fault]:
    """What is recorded as having happened cannot lie ahead."""
    for steps, node in context.texts:
        if steps[-1] in _PAST:
            moment = parse_moment(node)
            if _before(context.as_of, moment):
                yield Fault(
                    "future",
                    steps,
                    "this is recorded as having happened, and lies ahead.",
                    "Check the date; for something planned, use “planned”.",
                )


def years(context: Context) -> Iterator[Fault]:
    """A year far from ours is a slip of the hand, and nothing can be counted from it."""
    for kind in ("events", "dispatches", "calls", "returns", "steps_done", "meetings", "actions"):
        for steps, node in walk(list(context.case.each(kind)), (kind,)):
            if isinstance(node, str) and _FAR.match(node):
                yield Fault("year", steps, "the year is far from ours.", "Check it for a slip.")


def _day(entry: Mapping[str, Any], field: str) -> date | None:
    text = entry.get(field)
    return parse_moment(text).day if isinstance(text, str) else None
