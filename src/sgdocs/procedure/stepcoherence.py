"""What the steps of a procedure file refer to must exist."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

__all__ = ["Names", "all_steps", "sourced", "step_references"]

Data = Mapping[str, Any]
Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Everything the file may refer to: its own and what it includes."""

    conditions: frozenset[str]
    roles: frozenset[str]
    events: frozenset[str]
    steps: frozenset[str]
    sections: frozenset[tuple[str, str]]
    options: frozenset[tuple[str, str]]
    artefacts: frozenset[str]


def all_steps(layer: Data) -> Iterator[Data]:
    """Give the steps of a file, and those its amendments add."""
    yield from layer["steps"]
    for amendment in layer.get("amendments", ()):
        yield from amendment.get("add", ())


def step_references(data: Data, names: Names) -> Iterator[tuple[Steps, str]]:
    """Give what the steps and amendments of a file refer to and that does not exist."""
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


def _amendment(amendment: Data, names: Names) -> Iterator[tuple[Steps, str]]:
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


def _step(step: Data, names: Names) -> Iterator[tuple[Steps, str]]:
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


def _readings(step: Data, names: Names) -> Iterator[tuple[Steps, str]]:
    for number, reading in enumerate(step.get("readings", ())):
        if reading.get("when", "") not in names.conditions | {""}:
            yield ("readings", number, "when"), "this condition is not defined."
        for where, message in _timed(reading, names):
            yield ("readings", number, *where), message


def _timed(step: Data, names: Names) -> Iterator[tuple[Steps, str]]:
    timing = step.get("timing", {})
    anchor = timing.get("anchor", "")
    kind, _, name = anchor.rpartition(":")
    if anchor and name not in (names.steps if kind else names.events):
        yield ("timing", "anchor"), "this is counted from something that is not defined."
    if "unit" in timing and (timing["unit"] == "none") == ("offset" in timing):
        yield ("timing",), "give an offset, or the unit none where there is no time limit."
    if timing.get("limit") == "window" and "earliest_offset" not in timing:
        yield ("timing",), "a window needs its earliest day."
    yield from sourced(step, names)


def sourced(step: Data, names: Names) -> Iterator[tuple[Steps, str]]:
    """Give each source that names a section its document does not list."""
    for part in ("source", "also_in"):
        given = step.get(part, ())
        for number, source in enumerate((given,) if part == "source" and given else given):
            where: Steps = (part,) if part == "source" else (part, number)
            if (source["document"], source["section"]) not in names.sections:
                yield where, "this section is not listed under its document."
