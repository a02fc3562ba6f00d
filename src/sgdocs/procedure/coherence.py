"""What a procedure file refers to must exist: conditions, roles, events, steps, sections."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sgdocs.findings import Finding, json_path, ordered
from sgdocs.procedure.questions import World, questionable
from sgdocs.reading import Document

__all__ = ["incoherences"]

Data = Mapping[str, Any]
Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    """Everything the file may refer to: its own and what it includes."""

    conditions: frozenset[str]
    roles: frozenset[str]
    events: frozenset[str]
    steps: frozenset[str]
    sections: frozenset[tuple[str, str]]
    options: frozenset[tuple[str, str]]
    artefacts: frozenset[str]


# Anchors that belong to the agency, action or option a step is repeated for.
_INSTANCE_EVENTS = frozenset(
    {
        "action_deadline_in_force",
        "governance_meeting_planned",
        "option_chosen",
        "parallel_review_started",
    }
)


def incoherences(
    document: Document, shared: Mapping[str, Data], world: World
) -> tuple[Finding, ...]:
    """Give every reference in the file to something that does not exist."""
    data = document.data
    names = _names((data, *shared.values()), world)
    found = (
        *_steps(data, names),
        *questionable(data, world),
        *_roles(data, names),
        *_twice(data, shared),
        *_events_and_menus(data, names),
        *_look_back(data, names),
    )
    return ordered(_finding(document, steps, message) for steps, message in found)


def _names(layers: tuple[Data, ...], world: World) -> _Names:
    def keys(part: str) -> frozenset[str]:
        return frozenset(k for layer in layers for k in layer.get(part, {}))

    steps = {s["id"] for layer in layers for s in _all_steps(layer)}
    sections = {
        (name, section)
        for layer in layers
        for name, document in layer["documents"].items()
        for section in document["sections"]
    }
    options = {
        (menu, choice["id"])
        for layer in layers
        for menu, data in layer.get("options", {}).items()
        for choice in data["choices"]
    } | {(menu, "") for layer in layers for menu in layer.get("options", {})}
    return _Names(
        keys("conditions"),
        keys("roles"),
        keys("events") | _INSTANCE_EVENTS,
        frozenset(steps),
        frozenset(sections),
        frozenset(options),
        world.artefacts,
    )


def _all_steps(layer: Data) -> Iterator[Data]:
    yield from layer["steps"]
    for amendment in layer.get("amendments", ()):
        yield from amendment.get("add", ())


def _steps(data: Data, names: _Names) -> Iterator[tuple[Steps, str]]:
    for number, step in enumerate(data["steps"]):
        for where, message in _step(step, names):
            yield ("steps", number, *where), message
    for number, amendment in enumerate(data.get("amendments", ())):
        for where, message in _amendment(amendment, names):
            yield ("amendments", number, *where), message
    days = [amendment["in_force_from"] for amendment in data.get("amendments", ())]
    for number, (one, other) in enumerate(pairwise((data["in_force_from"], *days))):
        if other <= one:
            late: Steps = ("amendments", number, "in_force_from")
            yield late, "amendments stand in the order they come into force."


def _amendment(amendment: Data, names: _Names) -> Iterator[tuple[Steps, str]]:
    for name, change in amendment.get("steps", {}).items():
        if name not in names.steps:
            yield ("steps", name), "this changes a step that does not exist."
        for where, message in _step(change, names):
            yield ("steps", name, *where), message
    for removed, name in enumerate(amendment.get("remove", ())):
        if name not in names.steps:
            yield ("remove", removed), "there is no such step to end."
    for added, step in enumerate(amendment.get("add", ())):
        for where, message in _step(step, names):
            yield ("add", added, *where), message


def _step(step: Data, names: _Names) -> Iterator[tuple[Steps, str]]:
    cautions = enumerate(step.get("cautions", ()))
    given: list[tuple[Steps, str, frozenset[str], str]] = [
        *((("when", n), c, names.conditions, "condition") for n, c in _listed(step, "when")),
        *((("cautions", n), c["while"], names.conditions, "condition") for n, c in cautions),
        *((("artefacts", n), a, names.artefacts, "paper") for n, a in _listed(step, "artefacts")),
        *((("recipients", n), r, names.roles, "role") for n, r in _listed(step, "recipients")),
        (("responsible",), step.get("responsible", ""), names.roles, "role"),
        (("marks",), step.get("marks", ""), names.events, "event"),
    ]
    for where, name, known, noun in given:
        if name and name not in known:
            yield where, f"this {noun} is not defined."
    option = step.get("option", {})
    if option and (option["menu"], option.get("choice", "")) not in names.options:
        yield ("option",), "this option is not on any menu."
    yield from _timed(step, names)
    yield from _readings(step, names)


def _listed(step: Data, field: str) -> Iterator[tuple[int, str]]:
    yield from enumerate(step.get(field, ()))


def _readings(step: Data, names: _Names) -> Iterator[tuple[Steps, str]]:
    for number, reading in enumerate(step.get("readings", ())):
        if reading.get("when", "") not in names.conditions | {""}:
            yield ("readings", number, "when"), "this condition is not defined."
        for where, message in _timed(reading, names):
            yield ("readings", number, *where), message


def _timed(step: Data, names: _Names) -> Iterator[tuple[Steps, str]]:
    timing = step.get("timing", {})
    anchor = timing.get("anchor", "")
    kind, _, name = anchor.rpartition(":")
    if anchor and name not in (names.steps if kind else names.events):
        yield ("timing", "anchor"), "this is counted from something that is not defined."
    if "unit" in timing and (timing["unit"] == "none") == ("offset" in timing):
        yield ("timing",), "give an offset, or the unit none where there is no time limit."
    if timing.get("limit") == "window" and "earliest_offset" not in timing:
        yield ("timing",), "a window needs its earliest day."
    yield from _sourced(step, names)


def _sourced(step: Data, names: _Names) -> Iterator[tuple[Steps, str]]:
    for part in ("source", "also_in"):
        given = step.get(part, ())
        for number, source in enumerate((given,) if part == "source" and given else given):
            where: Steps = (part,) if part == "source" else (part, number)
            if (source["document"], source["section"]) not in names.sections:
                yield where, "this section is not listed under its document."


def _look_back(data: Data, names: _Names) -> Iterator[tuple[Steps, str]]:
    for kind, rule in data.get("look_back", {}).items():
        for number, start in enumerate(rule.get("starts", ())):
            known = names.steps if start.startswith("step:") else names.events
            if start.removeprefix("step:") not in known:
                where: Steps = ("look_back", kind, "starts", number)
                yield where, "this is counted from something that is not defined."


def _roles(data: Data, names: _Names) -> Iterator[tuple[Steps, str]]:
    for name, role in data.get("roles", {}).items():
        for number, member in enumerate(role.get("members", ())):
            if member not in names.roles:
                yield ("roles", name, "members", number), "this role is not defined."


def _twice(data: Data, shared: Mapping[str, Data]) -> Iterator[tuple[Steps, str]]:
    """Find steps that are here twice, and shared rules left out that are not there."""
    seen: set[str] = set()
    for number, include in enumerate(data.get("includes", ())):
        there = {s["id"] for s in _all_steps(shared[include["procedure"]])}
        for place, name in enumerate(include.get("without", ())):
            if name not in there:
                where: Steps = ("includes", number, "without", place)
                yield where, "there is no such shared step to leave out."
        seen |= there - set(include.get("without", ()))
    for number, step in enumerate(data["steps"]):
        if step["id"] in seen:
            yield ("steps", number, "id"), "this step is here twice, or also in the shared rules."
        seen.add(step["id"])


def _events_and_menus(data: Data, names: _Names) -> Iterator[tuple[Steps, str]]:
    for name, event in data.get("events", {}).items():
        for number, earlier in enumerate(event.get("after", ())):
            if earlier not in names.events:
                yield ("events", name, "after", number), "this event is not defined."
    for name, menu in data.get("options", {}).items():
        for where, message in _sourced(menu, names):
            yield ("options", name, *where), message


def _finding(document: Document, steps: Steps, message: str) -> Finding:
    place = document.place(steps)
    return Finding(
        "procedure",
        message,
        file=document.name,
        path=json_path(steps),
        line=place.line,
        column=place.column,
    )
