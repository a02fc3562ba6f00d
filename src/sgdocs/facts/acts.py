"""Which steps are done: from events, dispatches, calls, returns and the record of steps."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sgdocs.casefile import Case
from sgdocs.facts.known import Horizon
from sgdocs.procedure import Direction, Procedure, Step
from sgdocs.schedule import Done, EventDates, InstancePlan

__all__ = ["Record", "acts", "begun"]

# Instances that papers are sent to; of the others, a dispatch says which it was about.
_ADDRESSED = frozenset({"agency", "family_member", "partner"})


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
        self._senders = _steps_by_paper(procedure)
        self._markers = _steps_by_event(procedure)
        self._steps_done: dict[str, list[Mapping[str, Any]]] = {}
        for entry in case.each("steps_done"):
            self._steps_done.setdefault(entry["step"], []).append(entry)
        self._dispatches: dict[str, list[tuple[date, Mapping[str, Any]]]] = {}
        for entry in sorted(case.each("dispatches"), key=lambda d: str(d["sent"])):
            if day := horizon.day(entry["sent"]):
                self._dispatches.setdefault(entry["artefact"], []).append((day, entry))

    def done(self, step: Step, plan: InstancePlan | None) -> Done:
        """Say whether and when a step was done, by the first record that says so."""
        written = self._written(step, plan)
        if written.on:
            return written
        by_event = self._by_event(step, plan)
        found = by_event or self._by_log(step, plan)
        if found is None:
            on, note = self._by_dispatch(step, plan)
            planned = written.planned or self._planned(step, plan)
            return Done(on, planned, note, sure=self._only_sender(step))
        sure = by_event is None or self._markers[step.marks] == {step.id}
        return Done(found, written.planned, sure=sure)

    def _only_sender(self, step: Step) -> bool:
        return all(self._senders.get(a, {step.id}) == {step.id} for a in step.artefacts) or any(
            entry.get("step") == step.id for entry in self._case.each("dispatches")
        )

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

    def _by_dispatch(self, step: Step, plan: InstancePlan | None) -> tuple[date | None, str]:
        if not step.sends:
            return None, ""
        wanted = self._wanted(step, plan)
        sent = {a: self._sent(a, step, plan, wanted) for a in step.artefacts}
        full = [day for day, reached in sent.values() if day and reached >= wanted]
        if len(full) == len(sent):
            return max(full), ""
        return None, _partly({a: reached & wanted for a, (_, reached) in sent.items()}, wanted)

    def _wanted(self, step: Step, plan: InstancePlan | None) -> frozenset[str]:
        if plan and plan.instance.kind in _ADDRESSED:
            return frozenset({plan.instance.id})
        roles = (m for r in step.recipients for m in self._procedure.members(r))
        return frozenset(roles)

    def _sent(
        self, artefact: str, step: Step, plan: InstancePlan | None, wanted: frozenset[str]
    ) -> tuple[date | None, frozenset[str]]:
        """Give the day the last of the wanted recipients was reached, and who was."""
        reached: set[str] = set()
        last: date | None = None
        for day, entry in self._dispatches.get(artefact, ()):
            if reached >= wanted > frozenset():
                break
            new = self._reached(entry, step, plan, wanted)
            if new is not None:
                reached |= new
                last = max(filter(None, (last, day)))
        return last, frozenset(reached)

    def _reached(
        self,
        entry: Mapping[str, Any],
        step: Step,
        plan: InstancePlan | None,
        wanted: frozenset[str],
    ) -> frozenset[str] | None:
        """Give whom one dispatch reached for this step, or nothing where it was another's."""
        if entry.get("step", step.id) != step.id or not _about(entry, plan):
            return None
        if "to" in entry:
            named = {m for r in entry["to"] for m in self._procedure.members(r)}
            everybody = bool(plan) and bool(set(step.recipients) & set(entry["to"]))
            return wanted if everybody else (frozenset(named) & wanted or None)
        alone = "step" in entry or self._senders[entry["artefact"]] == {step.id}
        return wanted if alone else None


def _about(entry: Mapping[str, Any], plan: InstancePlan | None) -> bool:
    """Say whether a dispatch was about an instance; one of several actions has to be named."""
    if plan is None or plan.instance.kind in _ADDRESSED:
        return True
    return entry.get("for") == plan.instance.id


def _partly(reached: Mapping[str, frozenset[str]], wanted: frozenset[str]) -> str:
    """Say what has gone out where not everybody has everything; nothing where nothing has."""
    if not any(reached.values()):
        return ""
    short = ((paper, len(to)) for paper, to in reached.items() if not to >= wanted)
    told = (f"{paper} has reached {number} of {len(wanted)} recipients" for paper, number in short)
    return f"Sent in part: {'; '.join(told)}."


def _steps_by_event(procedure: Procedure) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for step in procedure.steps.values():
        found.setdefault(step.marks, set()).add(step.id)
    return found


def _steps_by_paper(procedure: Procedure) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for step in procedure.steps.values():
        for artefact in step.artefacts if step.sends else ():
            found.setdefault(artefact, set()).add(step.id)
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
