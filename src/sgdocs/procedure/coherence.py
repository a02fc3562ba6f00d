"""What a procedure file refers to must exist: conditions, roles, events, steps, sections."""

from collections.abc import Iterator, Mapping
from typing import Any

from sgdocs.findings import Finding, json_path, ordered
from sgdocs.procedure.questions import World, questionable
from sgdocs.procedure.stepcoherence import Names, all_steps, sourced, step_references
from sgdocs.reading import Document, Steps, unseen_in

__all__ = ["incoherences"]

Data = Mapping[str, Any]


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
    """Give every reference in the file to what does not exist, and what nobody can see in it."""
    data = document.data
    names = _names((data, *shared.values()), world)
    found = (
        *step_references(data, names),
        *questionable(data, world),
        *_roles(data, names),
        *_twice(data, shared),
        *_events_and_menus(data, names),
        *_look_back(data, names),
        *unseen_in(data),
    )
    return ordered(_finding(document, steps, message) for steps, message in found)


def _names(layers: tuple[Data, ...], world: World) -> Names:
    def keys(part: str) -> frozenset[str]:
        return frozenset(k for layer in layers for k in layer.get(part, {}))

    steps = {s["id"] for layer in layers for s in all_steps(layer)}
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
    return Names(
        keys("conditions"),
        keys("roles"),
        keys("events") | _INSTANCE_EVENTS,
        frozenset(steps),
        frozenset(sections),
        frozenset(options),
        world.artefacts,
    )


def _look_back(data: Data, names: Names) -> Iterator[tuple[Steps, str]]:
    for kind, rule in data.get("look_back", {}).items():
        for number, start in enumerate(rule.get("starts", ())):
            known = names.steps if start.startswith("step:") else names.events
            if start.removeprefix("step:") not in known:
                where: Steps = ("look_back", kind, "starts", number)
                yield where, "this is counted from something that is not defined."


def _roles(data: Data, names: Names) -> Iterator[tuple[Steps, str]]:
    for name, role in data.get("roles", {}).items():
        for number, member in enumerate(role.get("members", ())):
            if member not in names.roles:
                yield ("roles", name, "members", number), "this role is not defined."


def _twice(data: Data, shared: Mapping[str, Data]) -> Iterator[tuple[Steps, str]]:
    """Find steps that are here twice, and shared rules left out that are not there."""
    seen: set[str] = set()
    for number, include in enumerate(data.get("includes", ())):
        there = {s["id"] for s in all_steps(shared[include["procedure"]])}
        for place, name in enumerate(include.get("without", ())):
            if name not in there:
                where: Steps = ("includes", number, "without", place)
                yield where, "there is no such shared step to leave out."
        seen |= there - set(include.get("without", ()))
    for number, step in enumerate(data["steps"]):
        if step["id"] in seen:
            yield ("steps", number, "id"), "this step is here twice, or also in the shared rules."
        seen.add(step["id"])


def _events_and_menus(data: Data, names: Names) -> Iterator[tuple[Steps, str]]:
    for name, event in data.get("events", {}).items():
        for number, earlier in enumerate(event.get("after", ())):
            if earlier not in names.events:
                yield ("events", name, "after", number), "this event is not defined."
    for name, menu in data.get("options", {}).items():
        for where, message in sourced(menu, names):
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
