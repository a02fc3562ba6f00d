"""What a procedure file refers to must exist: conditions, roles, events, steps, sections."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sgdocs.expressions import ExpressionRefused, compile_condition
from sgdocs.findings import Finding, json_path, ordered
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


# Anchors that belong to the agency, action or option a step is repeated for.
_INSTANCE_EVENTS = frozenset(
    {"option_chosen", "parallel_review_started", "governance_meeting_planned"}
)


def incoherences(document: Document, shared: Mapping[str, Data]) -> tuple[Finding, ...]:
    """Give every reference in the file to something that does not exist."""
    data = document.data
    names = _names((data, *shared.values()))
    found = (*_steps(data, names), *_conditions(data), *_roles(data, names), *_twice(data))
    return ordered(_finding(document, steps, message) for steps, message in found)


def _names(layers: tuple[Data, ...]) -> _Names:
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
        for name, change in amendment.get("steps", {}).items():
            here: Steps = ("amendments", number, "steps", name)
            if name not in names.steps:
                yield here, "this changes a step that does not exist."
            for where, message in _step(change, names):
                yield (*here, *where), message
        for added, step in enumerate(amendment.get("add", ())):
            for where, message in _step(step, names):
                yield ("amendments", number, "add", added, *where), message


def _step(step: Data, names: _Names) -> Iterator[tuple[Steps, str]]:
    given: list[tuple[Steps, str, frozenset[str], str]] = [
        *((("when", n), c, names.conditions, "condition") for n, c in _listed(step, "when")),
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
    known = names.steps if anchor.startswith("step:") else names.events
    if anchor and anchor.removeprefix("step:") not in known:
        yield ("timing", "anchor"), "this is counted from something that is not defined."
    if "unit" in timing and (timing["unit"] == "none") == ("offset" in timing):
        yield ("timing",), "give an offset, or the unit none where there is no time limit."
    if timing.get("limit") == "window" and "earliest_offset" not in timing:
        yield ("timing",), "a window needs its earliest day."
    for part in ("source", "also_in"):
        given = step.get(part, ())
        for number, source in enumerate((given,) if part == "source" and given else given):
            where: Steps = (part,) if part == "source" else (part, number)
            if (source["document"], source["section"]) not in names.sections:
                yield where, "this section is not listed under its document."


def _conditions(data: Data) -> Iterator[tuple[Steps, str]]:
    for name, condition in data.get("conditions", {}).items():
        for part in ("test", "undecided"):
            try:
                compile_condition(condition.get(part, "false"), name=name)
            except ExpressionRefused as refused:
                yield ("conditions", name, part), refused.what


def _roles(data: Data, names: _Names) -> Iterator[tuple[Steps, str]]:
    for name, role in data.get("roles", {}).items():
        for number, member in enumerate(role.get("members", ())):
            if member not in names.roles:
                yield ("roles", name, "members", number), "this role is not defined."


def _twice(data: Data) -> Iterator[tuple[Steps, str]]:
    seen: set[str] = set()
    for number, step in enumerate(data["steps"]):
        if step["id"] in seen:
            yield ("steps", number, "id"), "this step is here twice."
        seen.add(step["id"])


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
