"""What a reader of the schedule must be told beside a date, each thing once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from sgdocs.dates import short_words, words
from sgdocs.procedure import Step, Unit
from sgdocs.schedule.anchors import Candidate
from sgdocs.schedule.request import Done, EventDates, InstancePlan, PlanRequest, Verdict
from sgdocs.schedule.rows import Role

__all__ = ["warnings_for"]

# Which council and partnership act is settled when the Panel is notified.
_ROUTED = "panel_notified"


def warnings_for(  # noqa: PLR0913, PLR0917 - everything a warning may speak of
    step: Step,
    candidate: Candidate,
    role: Role,
    done: Done,
    request: PlanRequest,
    verdicts: Mapping[str, Verdict],
    instance: InstancePlan | None,
) -> tuple[str, ...]:
    """Give the warnings of one row."""
    if role is Role.ALTERNATIVE:
        return tuple(_of_reading(step, candidate, request))
    return (
        *step.warns,
        *(() if done.on else _cautions(step, request, instance)),
        *(request.routing if step.marks == _ROUTED else ()),
        *(() if done.on else _of_conditions(verdicts, request)),
        *_of_version(step, candidate, request),
        *_of_dates(step, candidate, role, done, request),
        *((done.note,) if done.note else ()),
    )


def _cautions(step: Step, request: PlanRequest, instance: InstancePlan | None) -> Iterator[str]:
    for caution in step.cautions:
        if request.verdict(caution.condition, instance) is Verdict.YES:
            yield caution.says


def _of_reading(step: Step, candidate: Candidate, request: PlanRequest) -> Iterator[str]:
    reading = candidate.reading
    says = reading.says if reading else _says_of_others(step)
    issue = reading.issue if reading else next((r.issue for r in step.readings if r.issue), "")
    yield f"{issue}: {says}" if issue else says
    if candidate.dated is None and candidate.timing.unit is not Unit.NONE and step.binds_earliest:
        event = request.procedure_on(request.as_of).events.get(candidate.timing.anchor)
        title = event.title if event else candidate.timing.anchor
        yield f"It is not recorded when {title}: record it, since an earlier date would bind."


def _says_of_others(step: Step) -> str:
    return " ".join(r.says for r in step.readings)


def _of_conditions(verdicts: Mapping[str, Verdict], request: PlanRequest) -> Iterator[str]:
    conditions = request.procedure_on(request.as_of).conditions
    for name, verdict in verdicts.items():
        if verdict is Verdict.UNDECIDED and name in conditions:
            condition = conditions[name]
            yield f"Applies only if {condition.title}: not decided yet."
            if condition.ask:
                yield f"To decide: {condition.ask}"


def _of_version(step: Step, candidate: Candidate, request: PlanRequest) -> Iterator[str]:
    today = request.procedure_on(request.as_of).steps.get(step.id)
    if step.id in request.versions_chosen:
        yield f"By a person's decision this step follows the version {step.version}."
    elif candidate.anchor.day and (today is None or _changed(today, step)):
        day = short_words(candidate.anchor.day)
        yield (
            f"This step follows {step.version}, in force on {day}, "
            "the date of the act it is counted from."
        )


def _changed(today: Step, step: Step) -> bool:
    """Say whether anything but the version's name differs."""
    return today.version != step.version and replace(today, version=step.version) != step


def _of_dates(
    step: Step, candidate: Candidate, role: Role, done: Done, request: PlanRequest
) -> Iterator[str]:
    dated, calendar = candidate.dated, request.calendar
    missed = done.on is None and done.planned and done.planned < request.as_of
    if candidate.timing.unit is Unit.NONE and missed and done.planned:
        yield f"The day a person set for it, {words(done.planned)}, has passed."
    if dated is None or candidate.anchor.day is None:
        return
    if dated.send_by < dated.due:
        yield f"{words(dated.due)} is not a working day: send by {words(dated.send_by)}."
    if not calendar.confirmed(dated.due):
        yield (
            f"The calendar {calendar.edition.label} is confirmed only to "
            f"{words(calendar.edition.confirmed_to)}: check this date when a newer one is out."
        )
    if candidate.timing.unit is Unit.WORKING_DAYS and role not in (Role.MINIMUM, Role.WINDOW_START):
        yield from _closures(candidate.anchor.day, dated.due, request)
    planned = done.planned or request.events.get(step.marks, EventDates()).planned
    if done.on is None and planned and planned > dated.due:
        yield f"It is planned for {words(planned)}, after the date it is due."


def _closures(anchor: date, due: date, request: PlanRequest) -> Iterator[str]:
    first, last = min(anchor, due), max(anchor, due)
    shut = request.calendar.closures_hit(first, last)
    for name in dict.fromkeys(day.name for day in shut):
        days = [day.date for day in shut if day.name == name]
        span = words(days[0]) if len(days) == 1 else f"{words(days[0])} to {words(days[-1])}"
        yield f"The office is closed ({name}, {span}); the date does not move."
