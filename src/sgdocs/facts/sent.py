"""When a step's papers had reached everybody they are for, by the dispatches that are recorded."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sgdocs.casefile import Case
from sgdocs.facts.known import Horizon
from sgdocs.procedure import Procedure, Step
from sgdocs.schedule import InstancePlan

__all__ = ["ADDRESSED", "Sent"]

ADDRESSED = frozenset({"agency", "family_member", "partner"})
"""Instances that papers are sent to; of the others, a dispatch says which it was about."""


class Sent:
    """The dispatches of a case, as known on a day."""

    def __init__(self, case: Case, procedure: Procedure, horizon: Horizon) -> None:
        self._case = case
        self._procedure = procedure
        self._senders = _steps_by_paper(procedure)
        self._dispatches: dict[str, list[tuple[date, Mapping[str, Any]]]] = {}
        for entry in sorted(case.each("dispatches"), key=lambda d: str(d["sent"])):
            if day := horizon.day(entry["sent"]):
                self._dispatches.setdefault(entry["artefact"], []).append((day, entry))

    def is_only_by(self, step: Step) -> bool:
        """Say whether a dispatch of the step's papers can have been no other step's."""
        return all(self._senders.get(a, {step.id}) == {step.id} for a in step.artefacts) or any(
            entry.get("step") == step.id for entry in self._case.each("dispatches")
        )

    def by(self, step: Step, plan: InstancePlan | None) -> tuple[date | None, str]:
        """Give the day all the papers had reached all they are for, else what is lacking."""
        if not step.sends:
            return None, ""
        wanted = self._wanted(step, plan)
        sent = {a: self._sent(a, step, plan, wanted) for a in step.artefacts}
        full = [day for day, reached in sent.values() if day and reached >= wanted]
        if len(full) == len(sent):
            return max(full), ""
        return None, _partly({a: reached & wanted for a, (_, reached) in sent.items()}, wanted)

    def _wanted(self, step: Step, plan: InstancePlan | None) -> frozenset[str]:
        if plan and plan.instance.kind in ADDRESSED:
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
    if plan is None or plan.instance.kind in ADDRESSED:
        return True
    return entry.get("for") == plan.instance.id


def _partly(reached: Mapping[str, frozenset[str]], wanted: frozenset[str]) -> str:
    """Say what has gone out where not everybody has everything; nothing where nothing has."""
    if not any(reached.values()):
        return ""
    short = ((paper, len(to)) for paper, to in reached.items() if not to >= wanted)
    told = (f"{paper} has reached {number} of {len(wanted)} recipients" for paper, number in short)
    return f"Sent in part: {'; '.join(told)}."


def _steps_by_paper(procedure: Procedure) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for step in procedure.steps.values():
        for artefact in step.artefacts if step.sends else ():
            found.setdefault(artefact, set()).add(step.id)
    return found
