"""Which version of a procedure is in force on a day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from sgdocs.procedure.building import Layer, build
from sgdocs.procedure.model import Procedure
from sgdocs.procedure.timing import Timing

__all__ = ["ProcedureBook"]

Data = Mapping[str, Any]


class ProcedureBook:
    """A procedure in all its versions, over the shared rules in all of theirs."""

    def __init__(
        self, data: Data, shared: Mapping[str, Data], trees: Mapping[str, object] | None = None
    ) -> None:
        self.id: str = data["id"]
        self.name: str = data["name"]
        self._data = data
        self._shared = shared
        self._trees = trees or {}
        self._built: dict[date, Procedure] = {}
        self._on: dict[date, Procedure] = {}
        self._whole: dict[date, Procedure] = {}

    @property
    def files(self) -> tuple[str, ...]:
        """Name the procedure and the shared rules it takes in, as their files are named."""
        return (self.id, *sorted(self._shared))

    @property
    def receipts(self) -> Mapping[str, str]:
        """Give the event that each kind of referral begins with, where it is a special one."""
        receipts: Mapping[str, str] = self._data.get("receipts", {})
        return receipts

    @cached_property
    def starts(self) -> tuple[date, ...]:
        """Give the first days of all versions, oldest first."""
        days = {
            date.fromisoformat(a["in_force_from"])
            for data in (self._data, *self._shared.values())
            for a in data.get("amendments", ())
        }
        first = date.fromisoformat(self._data["in_force_from"])
        return (first, *sorted(d for d in days if d > first))

    def in_force(self, day: date) -> Procedure:
        """Give the procedure as it stands on a day; the first version before that one began."""
        found = self._on.get(day)
        if found is None:
            start = max((s for s in self.starts if s <= day), default=self.starts[0])
            if start not in self._built:
                self._built[start] = self._build(start)
            found = self._on[day] = self._built[start]
        return found

    def whole(self, day: date) -> Procedure:
        """Give the procedure as it stands on a day, with the steps of its other versions too."""
        found = self._whole.get(day)
        if found is None:
            found = self._whole[day] = self._with_other_steps(day)
        return found

    def _with_other_steps(self, day: date) -> Procedure:
        steps = {i: s for start in self.starts for i, s in self.in_force(start).steps.items()}
        today = self.in_force(day)
        return replace(
            today, steps={**today.steps, **{k: v for k, v in steps.items() if k not in today.steps}}
        )

    @cached_property
    def versioned(self) -> frozenset[str]:
        """Give the steps that are not in every version, or not under one name of a version."""
        every = [self.in_force(start).steps for start in self.starts]
        ids = {i for steps in every for i in steps}
        return frozenset(i for i in ids if len({s[i].version if i in s else "" for s in every}) > 1)

    @cached_property
    def version_names(self) -> frozenset[str]:
        """Give the names of all versions, with and without whose they are."""
        names = {s.version for start in self.starts for s in self.in_force(start).steps.values()}
        return frozenset(names | {name.partition(" ")[2] for name in names})

    def timing_by(self, step: str, version: str) -> Timing | None:
        """Give when a step falls by the version of that name."""
        for start in self.starts:
            found = self.in_force(start).steps.get(step)
            if found and found.version == version:
                return found.timing
        return None

    def amendment(self, version: str) -> tuple[str, date] | None:
        """Say what a version changed, and from when; nothing for a first version."""
        whose, _, name = version.partition(" ")
        data = self._data if whose == self.id else self._shared.get(whose, {})
        for one in data.get("amendments", ()):
            if one["version"] == name:
                return one["title"], date.fromisoformat(one["in_force_from"])
        return None

    def _build(self, day: date) -> Procedure:
        shared = tuple(
            _layer(self._shared[i["procedure"]], day, frozenset(i.get("without", ())))
            for i in self._data.get("includes", ())
        )
        return build(_layer(self._data, day, frozenset()), shared, self._trees)


def _layer(data: Data, day: date, without: frozenset[str]) -> Layer:
    version: str = data["version"]
    steps = {s["id"]: s for s in data["steps"]}
    for amendment in data.get("amendments", ()):
        if date.fromisoformat(amendment["in_force_from"]) > day:
            break
        version = amendment["version"]
        _amend(steps, amendment)
    return Layer(data, version, (s for s in steps.values() if s["id"] not in without))


def _amend(steps: dict[str, Data], amendment: Data) -> None:
    for name, change in amendment.get("steps", {}).items():
        timing = {**steps[name]["timing"], **change.get("timing", {})}
        steps[name] = {**steps[name], **change, "timing": timing}
    for step in amendment.get("add", ()):
        steps[step["id"]] = step
    for name in amendment.get("remove", ()):
        steps.pop(name, None)
