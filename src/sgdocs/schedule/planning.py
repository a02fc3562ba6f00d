"""Plan a case: one row for every step, instance and reading."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from sgdocs.procedure import Step
from sgdocs.schedule.anchors import Anchors
from sgdocs.schedule.request import InstancePlan, PlanRequest
from sgdocs.schedule.rows import Role, Row
from sgdocs.schedule.steprows import StepRows

__all__ = ["day_of", "plan", "what_if"]

_BINDING = frozenset({Role.BINDING, Role.EXPECTATION})


def plan(request: PlanRequest) -> tuple[Row, ...]:
    """Give every row of the schedule, in the procedure's order."""
    anchors = Anchors(request)
    return tuple(
        row for step_id in _step_ids(request) for row in _step_rows(step_id, request, anchors)
    )


def day_of(request: PlanRequest, step_id: str) -> date | None:
    """Give the day a step falls on, done or planned, whatever its instances."""
    return Anchors(request).anchor(f"step:{step_id}", None).day


def what_if(request: PlanRequest, trials: Mapping[str, date]) -> tuple[Row, ...]:
    """Plan as things are, with a row beside each binding one that the trial dates would move."""
    tried = request
    for event, day in trials.items():
        tried = tried.with_event(event, day)
    trial = {_key(r): r for r in plan(tried) if r.role in _BINDING}
    return tuple(shown for row in plan(request) for shown in _with_trial(row, trial))


def _with_trial(row: Row, trials: Mapping[tuple[str, str], Row]) -> Iterator[Row]:
    yield row
    trial = trials.get(_key(row))
    if trial and trial.due != row.due and row.role in _BINDING:
        yield _as_trial(trial)


def _as_trial(row: Row) -> Row:
    return replace(row, role=Role.WHAT_IF, actual=None, warnings=())


def _key(row: Row) -> tuple[str, str]:
    return row.step, row.instance.key if row.instance else ""


def _step_ids(request: PlanRequest) -> list[str]:
    ids = dict.fromkeys(request.procedure_on(request.as_of).steps)
    for start in request.book.starts:
        ids.update(dict.fromkeys(request.procedure_on(start).steps))
    return list(ids)


def _step_rows(step_id: str, request: PlanRequest, anchors: Anchors) -> Iterator[Row]:
    for instance in _instances(step_id, request, anchors):
        step = anchors.step(step_id, instance)
        if step is not None:
            yield from StepRows(step, instance, request, anchors).rows()


def _instances(
    step_id: str, request: PlanRequest, anchors: Anchors
) -> tuple[InstancePlan | None, ...]:
    step = anchors.any_version(step_id)
    if step is None or not step.each:
        return (None,)
    return tuple(p for p in request.instances.get(step.each, ()) if _wanted(step, p))


def _wanted(step: Step, plan: InstancePlan) -> bool:
    menu_fits = step.option_menu in ("", plan.menu)
    return menu_fits and step.option_choice in ("", plan.choice)
