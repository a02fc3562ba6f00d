"""The rows of one step: the binding one, and each other reading that says something else."""

from collections.abc import Iterator
from datetime import date

from sgdocs.dates import words
from sgdocs.procedure import Duty, Limit, Step, Timing, Unit
from sgdocs.schedule.anchors import Anchors, Candidate
from sgdocs.schedule.request import Done, EventDates, InstancePlan, PlanRequest, Verdict, key_of
from sgdocs.schedule.rows import Role, Row, Status, Why
from sgdocs.schedule.standing import NEVER_LATE, standing, working_days_left
from sgdocs.schedule.warnings import warnings_for

__all__ = ["StepRows"]

_ROLE_BY_LIMIT = {
    Limit.SAME_DAY: Role.ADVISORY,
    Limit.AT_LEAST: Role.MINIMUM,
    Limit.WINDOW_START: Role.WINDOW_START,
}
_ROLE_BY_DUTY = {Duty.ADVISORY: Role.ADVISORY, Duty.EXPECTATION: Role.EXPECTATION}


class StepRows:
    """The rows of one step for one instance."""

    def __init__(
        self, step: Step, instance: InstancePlan | None, request: PlanRequest, anchors: Anchors
    ) -> None:
        self._step = step
        self._instance = instance
        self._request = request
        self._anchors = anchors
        self._done = request.done.get((step.id, key_of(instance)), Done())
        self._verdicts = {c: request.verdict(c, instance) for c in step.when}

    def rows(self) -> Iterator[Row]:
        """Give the binding row first, then each other reading that says something else."""
        happened = self._done.on and self._done.sure
        if Verdict.NO in self._verdicts.values() and not happened:
            yield self._not_applicable()
            return
        binding, *others = self._anchors.candidates(self._step, self._instance)
        same = [c for c in others if c.dated and binding.dated and c.dated.due == binding.dated.due]
        yield self._row(binding, self._role_of(binding.timing), same)
        for other in others:
            if other not in same:
                yield self._row(other, Role.ALTERNATIVE, [])

    def _role_of(self, timing: Timing) -> Role:
        if timing.unit is Unit.NONE:
            return Role.NO_LIMIT
        by_duty = _ROLE_BY_DUTY.get(self._step.duty, Role.BINDING)
        return _ROLE_BY_LIMIT.get(timing.limit, by_duty)

    def _row(self, candidate: Candidate, role: Role, same: list[Candidate]) -> Row:
        step, dated, request = self._step, candidate.dated, self._request
        due = dated.due if dated else None
        send_by = dated.send_by if dated else None
        return Row(
            step=step.id,
            title=step.title,
            responsible=step.responsible,
            artefacts=step.artefacts,
            recipients=step.recipients,
            instance=self._instance.instance if self._instance else None,
            role=role,
            earliest=dated.earliest if dated else None,
            due=due,
            send_by=send_by,
            time_of_day=candidate.timing.time_of_day,
            planned=self._planned(send_by),
            actual=self._done.on,
            status=self._status(role, candidate),
            working_days_left=working_days_left(send_by, self._done.on, request),
            why=self._why(candidate, same, role),
            reading=self._label(candidate),
            warnings=warnings_for(
                step, candidate, role, self._done, request, self._verdicts, self._instance
            ),
        )

    def _status(self, role: Role, candidate: Candidate) -> Status:
        if self._held and not self._done.on:
            return Status.WAITING
        return standing(self._lasting(role), self._done.on, candidate, self._request)

    @property
    def _held(self) -> bool:
        """Say whether the step waits for a decision that nobody has taken yet."""
        conditions = self._request.procedure_on(self._request.as_of).conditions
        return any(
            verdict is Verdict.UNDECIDED and name in conditions and conditions[name].holds
            for name, verdict in self._verdicts.items()
        )

    def _lasting(self, role: Role) -> Role:
        """Judge another reading of a mere target as a target: neither can be late."""
        own = self._role_of(self._step.timing)
        return own if role is Role.ALTERNATIVE and own in NEVER_LATE else role

    def _planned(self, send_by: date | None) -> date | None:
        event = self._request.events.get(self._step.marks, EventDates())
        return self._done.planned or event.planned or (None if self._done.on else send_by)

    def _label(self, candidate: Candidate) -> str:
        if candidate.reading:
            return candidate.reading.label
        return self._step.source.section if self._step.readings else ""

    def _why(self, candidate: Candidate, same: list[Candidate], role: Role) -> Why:
        dated, anchor = candidate.dated, candidate.anchor
        source = candidate.reading.source if candidate.reading else self._step.source
        also = tuple(f"The same day by: {self._label(c)}." for c in same)
        return Why(
            anchor=candidate.timing.anchor,
            anchor_title=self._anchor_title(candidate.timing.anchor),
            anchor_date=anchor.day,
            anchor_planned=anchor.planned,
            counted=dated.counted if dated else self._uncounted(candidate),
            skipped=dated.skipped if dated else (),
            source=source,
            procedure_version=self._step.version,
            calendar_edition=self._request.calendar.edition.label,
            notes=self._notes(candidate, also, role),
        )

    def _notes(self, candidate: Candidate, also: tuple[str, ...], role: Role) -> tuple[str, ...]:
        """Give what explains this reading; the step's own notes stand on its binding row only."""
        if role is Role.ALTERNATIVE:
            own: tuple[str, ...] = ()
        else:
            own = (*self._step.notes, *(f"Also in: {source}." for source in self._step.also_in))
        return (*also, *filter(None, (candidate.timing.counting, candidate.anchor.reason)), *own)

    def _anchor_title(self, anchor: str) -> str:
        kind, _, name = anchor.rpartition(":")
        if kind:
            step = self._anchors.step(name, self._instance)
            lead = "the step" if kind == "step" else "the day due for"
            return f"{lead} “{step.title}”" if step else anchor
        events = self._request.procedure_on(self._request.as_of).events
        return events[anchor].title if anchor in events else anchor.replace("_", " ")

    def _uncounted(self, candidate: Candidate) -> str:
        if candidate.timing.unit is Unit.NONE:
            day = candidate.anchor.day
            after = f" It follows {words(day)}." if day else ""
            return f"The procedure gives no time limit, and none is invented.{after}"
        return f"Not dated yet; it waits for: {self._anchor_title(candidate.timing.anchor)}."

    def _not_applicable(self) -> Row:
        step = self._step
        reasons = tuple(c for c, v in self._verdicts.items() if v is Verdict.NO)
        titles = self._request.procedure_on(self._request.as_of).conditions
        why = "; ".join(titles[c].title for c in reasons if c in titles)
        return Row(
            step=step.id,
            title=step.title,
            responsible=step.responsible,
            artefacts=step.artefacts,
            recipients=step.recipients,
            instance=self._instance.instance if self._instance else None,
            role=Role.NO_LIMIT if step.timing.unit is Unit.NONE else Role.BINDING,
            earliest=None,
            due=None,
            send_by=None,
            time_of_day=step.timing.time_of_day,
            planned=None,
            actual=None,
            status=Status.NOT_APPLICABLE,
            working_days_left=None,
            why=Why(
                anchor=step.timing.anchor,
                anchor_title=self._anchor_title(step.timing.anchor),
                anchor_date=None,
                anchor_planned=True,
                counted=f"Only if {why}.",
                skipped=(),
                source=step.source,
                procedure_version=step.version,
                calendar_edition=self._request.calendar.edition.label,
                notes=step.notes,
            ),
        )
