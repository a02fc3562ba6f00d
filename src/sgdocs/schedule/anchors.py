"""Where counting starts: recorded dates first, then the plan, for each step and instance."""

from dataclasses import dataclass
from datetime import date

from sgdocs.procedure import Duty, Limit, Reading, Step, Timing, Unit
from sgdocs.schedule.dating import Dated, date_by
from sgdocs.schedule.request import Done, EventDates, InstancePlan, PlanRequest, Verdict, key_of

__all__ = ["Anchor", "Anchors", "Candidate"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day counting starts from; planned where nothing is recorded yet."""

    day: date | None
    planned: bool = True
    reason: str = ""
    hoped: bool = False
    """True where it rests on another body's act that is expected and has not happened."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a step, dated as far as its anchor is known."""

    reading: Reading | None
    timing: Timing
    anchor: Anchor
    dated: Dated | None


_UNKNOWN = Anchor(None)


class Anchors:
    """Find the day of every event and step, each once."""

    def __init__(self, request: PlanRequest) -> None:
        self._request = request
        self._today = request.procedure_on(request.as_of)
        past = (request.procedure_on(start) for start in reversed(request.book.starts))
        self._versions = (self._today, *past)
        self._known: dict[tuple[str, str], Anchor] = {}
        self._under_way: set[tuple[str, str]] = set()

    def anchor(self, name: str, plan: InstancePlan | None) -> Anchor:
        """Give the day of an event, of a step (`step:NAME`), or of a step's limit (`due:NAME`)."""
        key = (name, key_of(plan))
        if key in self._known:
            return self._known[key]
        if key in self._under_way:  # a step that marks the event it is counted from
            return _UNKNOWN
        self._under_way.add(key)
        found = self._find(name, plan)
        self._under_way.discard(key)
        self._known[key] = found
        return found

    def step(self, step_id: str, plan: InstancePlan | None) -> Step | None:
        """Give a step as the version in force on the day it is counted from has it."""
        first = self.any_version(step_id)
        if first is None:
            return None
        chosen = self._request.versions_chosen.get(step_id)
        if chosen:
            return self._version_named(step_id, chosen) or first
        if step_id not in self._request.book.versioned:
            return first
        return self._in_force(step_id, first, plan)

    def _in_force(self, step_id: str, first: Step, plan: InstancePlan | None) -> Step | None:
        """Give the step of the newest version in force on the day that step is counted from."""
        dated = False
        for start in reversed(self._request.book.starts):
            step = self._request.procedure_on(start).steps.get(step_id)
            day = self.anchor((step or first).timing.anchor, plan).day
            dated = dated or day is not None
            if day and day >= start:
                return step
        oldest = self._request.procedure_on(self._request.book.starts[0])
        return (oldest if dated else self._today).steps.get(step_id)

    def any_version(self, step_id: str) -> Step | None:
        """Give a step as today's version has it, or the latest that had it."""
        for procedure in self._versions:
            if step := procedure.steps.get(step_id):
                return step
        return None

    def candidates(self, step: Step, plan: InstancePlan | None) -> tuple[Candidate, ...]:
        """Date the step's own timing and each of its readings; the binding one first."""
        own = self._candidate(step.timing, None, plan)
        others = [
            self._candidate(r.timing, r, plan)
            for r in step.readings
            if not r.when or self._request.verdict(r.when, plan) is not Verdict.NO
        ]
        every = [own, *others]
        if step.binds_earliest:
            every.sort(key=lambda c: c.dated.due if c.dated else date.max)
        return tuple(every)

    def _candidate(
        self, timing: Timing, reading: Reading | None, plan: InstancePlan | None
    ) -> Candidate:
        anchor = self.anchor(timing.anchor, plan)
        if anchor.day is None or timing.unit is Unit.NONE:
            return Candidate(reading, timing, anchor, None)
        dated = date_by(timing, anchor.day, self._request.calendar)
        return Candidate(reading, timing, anchor, self._not_before(dated, timing, plan))

    def _not_before(self, dated: Dated, timing: Timing, plan: InstancePlan | None) -> Dated:
        """Move a first act towards an agency found later to the day it was found."""
        late = plan.not_before if plan else None
        if late is None or timing.anchor_step or late <= dated.due:
            return dated
        if timing.limit in (Limit.AT_LEAST, Limit.WINDOW_START):
            return dated
        day = self._request.calendar.on_or_after(late)
        counted = f"{dated.counted} It was found later, so the date is the day it was found."
        return Dated(day, None, day, counted, dated.skipped)

    def _find(self, name: str, plan: InstancePlan | None) -> Anchor:
        if name.startswith("step:"):
            return self._of_step(name.removeprefix("step:"), plan)
        if name.startswith("due:"):
            return self._due_of(name.removeprefix("due:"), plan)
        if plan and name in plan.anchors:
            return Anchor(plan.anchors[name], planned=False)
        recorded = self._event(name)
        if recorded.counts_from:
            return Anchor(recorded.counts_from, planned=False, reason=recorded.reason)
        if recorded.planned:
            return Anchor(recorded.planned)
        return self._of_marking_steps(name)

    def _due_of(self, step_id: str, plan: InstancePlan | None) -> Anchor:
        """Give the day a step is due, whether or when it was done."""
        step = self.step(step_id, plan)
        if step is None:
            return _UNKNOWN
        first = self.candidates(step, plan if step.each else None)[0]
        return Anchor(first.dated.due if first.dated else None, planned=first.anchor.planned)

    def _event(self, name: str) -> EventDates:
        return self._request.events.get(name, EventDates())

    def _of_marking_steps(self, event: str) -> Anchor:
        marking = [
            (day, step.duty is Duty.EXPECTATION)
            for step in self._today.steps.values()
            if step.marks == event
            and not step.each
            and self._applies(step, None)
            and (day := self._of_step(step.id, None).day)
        ]
        day, hoped = min(marking, default=(None, False))
        return Anchor(day, hoped=hoped)

    def _of_step(self, step_id: str, plan: InstancePlan | None) -> Anchor:
        step = self.step(step_id, plan)
        if step is None:
            return _UNKNOWN
        if step.each and (plan is None or plan.instance.kind != step.each):
            return self._last_of_all(step)
        if not step.each:
            plan = None
        done = self._request.done.get((step_id, key_of(plan)), Done())
        if done.on:
            return Anchor(done.on, planned=False)
        planned = done.planned or self._event(step.marks).planned
        if planned:
            return Anchor(planned)
        first = self.candidates(step, plan)[0]
        return Anchor(first.dated.due if first.dated else None, hoped=first.anchor.hoped)

    def _last_of_all(self, step: Step) -> Anchor:
        plans = [p for p in self._request.instances.get(step.each, ()) if self._applies(step, p)]
        found = [self._of_step(step.id, p) for p in plans]
        days = [a.day for a in found if a.day]
        return Anchor(max(days, default=None), planned=any(a.planned for a in found))

    def _applies(self, step: Step, plan: InstancePlan | None) -> bool:
        verdicts = (self._request.verdict(c, plan) for c in step.when)
        return all(v is not Verdict.NO for v in verdicts)

    def _version_named(self, step_id: str, version: str) -> Step | None:
        for start in self._request.book.starts:
            step = self._request.procedure_on(start).steps.get(step_id)
            if step and version in (step.version, step.version.partition(" ")[2]):
                return step
        return None
