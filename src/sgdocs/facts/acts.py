"""Which steps are done: from events, dispatches, calls, returns and the record of steps."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sgdocs.casefile import Case
from sgdocs.facts.known import Horizon
from sgdocs.facts.sent import Sent
from sgdocs.procedure import Direction, Procedure, Step
from sgdocs.schedule import Done, EventDates, InstancePlan

__all__ = ["Record", "acts", "begun"]


class Record:
    """The case's own record of what happened, as known on a day."""

    def __init__(
        self,
        case: Case,
        procedure: Procedure,
        events: Mapping[str, EventDates],
        horizon: Horizon,
    ) -> None:
        self._case = case
        self._procedure = procedure
        self._events = events
        self._horizon = horizon
        self._sent = Sent(case, procedure, horizon)
        self._markers = _steps_by_event(procedure)
        self._steps_done: dict[str, list[Mapping[str, Any]]] = {}
        for entry in case.each("steps_done"):
            self._steps_done.setdefault(entry["step"], []).append(entry)

    def done(self, step: Step, plan: InstancePlan | None) -> Done:
        """Say whether and when a step was done, by the first record that says so."""
        written = self._written(step, plan)
        if written.on:
            return written
        by_event = self._by_event(step, plan)
        found = by_event or self._by_log(step, plan)
        if found is None:
            on, note = self._sent.by(step, plan)
            planned = written.planned or self._planned(step, plan)
            return Done(on, planned, note, sure=self._sent.is_only_by(step))
        sure = by_event is None or self._markers[step.marks] == {step.id}
        return Done(found, written.planned, sure=sure)

    def _written(self, step: Step, plan: InstancePlan | None) -> Done:
        name = plan.instance.id if plan else None
        entries = [
            e
            for e in self._steps_done.get(step.id, ())
            if (name is None or e.get("for", name) == name)
        ]
        days = [d for e in entries if (d := self._horizon.day(e.get("on")))]
        planned = [date.fromisoformat(e["planned"]) for e in entries if "planned" in e]
        for_all = name is not None and all("for" not in e for e in entries)
        return Done(min(days, default=None), planned[-1] if planned else None, sure=not for_all)

    def _planned(self, step: Step, plan: InstancePlan | None) -> date | None:
        """Give the return date a person or a meeting set for an agency."""
        if plan is None or plan.instance.kind != "agency" or step.action != "receive":
            return None
        agency = next(a for a in self._case.each("agencies") if a["id"] == plan.instance.id)
        text = agency.get("return_by") or self._case.get("rapid_review.return_by")
        return date.fromisoformat(text) if text else None

    def _by_event(self, step: Step, plan: InstancePlan | None) -> date | None:
        known = self._events.get(step.marks)
        return known.actual if known and plan is None else None

    def _by_log(self, step: Step, plan: InstancePlan | None) -> date | None:
        if step.action == "call" and step.call_kind:
            return self._first(self._calls(step, plan), "at")
        if step.action == "receive" and plan and plan.instance.kind == "agency":
            return self._first(self._returns(step, plan), "received")
        if plan and plan.instance.kind == "governance_meeting":
            held = [m for m in self._case.each("meetings") if m.get("id") == plan.instance.id]
            return self._first(held, "held")
        return None

    def _calls(self, step: Step, plan: InstancePlan | None) -> Iterable[Mapping[str, Any]]:
        for call in self._case.each("calls"):
            about = call.get("agency", call.get("person"))
            answered = call.get("receipt_confirmed") != "no"
            ours = plan is None or about == plan.instance.id
            if call["kind"] == step.call_kind and answered and ours:
                yield call

    def _returns(self, step: Step, plan: InstancePlan) -> Iterable[Mapping[str, Any]]:
        for back in self._case.each("returns"):
            fits = not step.artefacts or back.get("form", step.artefacts[0]) in step.artefacts
            if back["agency"] == plan.instance.id and fits:
                yield back

    def _first(self, entries: Iterable[Mapping[str, Any]], field: str) -> date | None:
        days = (self._horizon.day(e.get(field)) for e in entries)
        return min((d for d in days if d), default=None)


def _steps_by_event(procedure: Procedure) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for step in procedure.steps.values():
        found.setdefault(step.marks, set()).add(step.id)
    return found


def acts(
    record: Record, procedure: Procedure, plans: Mapping[str, Iterable[InstancePlan]]
) -> dict[tuple[str, str], Done]:
    """Give what is recorded of every step, for each of its instances."""
    found: dict[tuple[str, str], Done] = {}
    for step in procedure.steps.values():
        for plan in plans.get(step.each, ()) if step.each else (None,):
            done = record.done(step, plan)
            if done.on or done.planned or done.note:
                name = plan.instance.key if plan else ""
                found[step.id, name] = done
    return found


def begun(
    done: Mapping[tuple[str, str], Done], procedure: Procedure, events: Mapping[str, EventDates]
) -> dict[tuple[str, str], Done]:
    """Leave out what another step's paper seems to say of a step that could not have begun."""
    return {
        key: d for key, d in done.items() if d.sure or _could(d, procedure.steps[key[0]], events)
    }


def _could(done: Done, step: Step, events: Mapping[str, EventDates]) -> bool:
    if done.on is None or step.timing.anchor_step or step.timing.direction is Direction.BEFORE:
        return True
    began = events.get(step.timing.anchor, EventDates()).actual
    return began is not None and began <= done.on
