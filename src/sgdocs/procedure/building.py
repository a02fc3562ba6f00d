"""Turn validated procedure data into the model."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sgdocs.procedure.model import (
    Caution,
    Choice,
    Condition,
    Event,
    LookBack,
    Menu,
    Procedure,
    RoleName,
    Step,
)
from sgdocs.procedure.timing import Direction, Duty, Limit, Reading, Source, Timing, Unit

__all__ = ["Layer", "build"]

Data = Mapping[str, Any]


class Layer:
    """One procedure file's data as it stands on a day, with the steps it leaves out of others."""

    __slots__ = ("data", "steps", "version")

    def __init__(self, data: Data, version: str, steps: Iterable[Data]) -> None:
        self.data = data
        self.version = version
        self.steps = tuple(steps)


def build(own: Layer, shared: tuple[Layer, ...], trees: Mapping[str, object]) -> Procedure:
    """Build a procedure from its own layer over the shared ones; `trees` are of its conditions."""
    layers = (*shared, own)
    titles = _titles(layers)
    steps = {
        step["id"]: _step(step, f"{layer.data['id']} {layer.version}", titles)
        for layer in _own_first(own, shared)
        for step in layer.steps
    }
    merged = {key: _merge(layers, key) for key in _SHARED}
    return Procedure(
        id=own.data["id"],
        name=own.data["name"],
        title=own.data["title"],
        version=f"{own.data['id']} {own.version}",
        in_force_from=date.fromisoformat(own.data["in_force_from"]),
        terms=merged["terms"],
        roles={k: _role(k, v) for k, v in merged["roles"].items()},
        events={k: _event(k, v) for k, v in merged["events"].items()},
        conditions={k: _condition(k, v, trees) for k, v in merged["conditions"].items()},
        look_back={k: _look_back(v, titles) for k, v in own.data.get("look_back", {}).items()},
        options={k: _menu(k, v) for k, v in merged["options"].items()},
        steps=steps,
    )


_SHARED = ("terms", "roles", "events", "conditions", "options")


def _own_first(own: Layer, shared: tuple[Layer, ...]) -> tuple[Layer, ...]:
    return (own, *shared)


def _merge(layers: Iterable[Layer], key: str) -> dict[str, Any]:
    return {name: value for layer in layers for name, value in layer.data.get(key, {}).items()}


def _titles(layers: Iterable[Layer]) -> dict[str, str]:
    return {k: v["title"] for layer in layers for k, v in layer.data["documents"].items()}


def _source(data: Data, titles: Mapping[str, str]) -> Source:
    return Source(data["document"], titles[data["document"]], data["section"])


def timing(data: Data) -> Timing:
    """Build a timing; what the data leaves out has the plainest meaning."""
    return Timing(
        anchor=data["anchor"],
        offset=data.get("offset"),
        earliest_offset=data.get("earliest_offset"),
        unit=Unit(data["unit"]),
        direction=Direction(data.get("direction", "after")),
        limit=Limit(data.get("limit", "within")),
        counting=data.get("counting", ""),
        time_of_day=data.get("time_of_day", ""),
    )


def _reading(data: Data, titles: Mapping[str, str]) -> Reading:
    return Reading(
        issue=data.get("issue", ""),
        label=data["label"],
        timing=timing(data["timing"]),
        source=_source(data["source"], titles),
        when=data.get("when", ""),
        says=data["says"],
    )


def _step(data: Data, version: str, titles: Mapping[str, str]) -> Step:
    option = data.get("option", {})
    return Step(
        id=data["id"],
        title=data["title"],
        responsible=data["responsible"],
        action=data["action"],
        duty=Duty(data.get("duty", "procedure")),
        timing=timing(data["timing"]),
        source=_source(data["source"], titles),
        version=version,
        binds_earliest=data.get("binds") == "earliest",
        readings=tuple(_reading(r, titles) for r in data.get("readings", ())),
        when=tuple(data.get("when", ())),
        each=data.get("each", ""),
        option_menu=option.get("menu", ""),
        option_choice=option.get("choice", ""),
        marks=data.get("marks", ""),
        call_kind=data.get("call_kind", ""),
        artefacts=tuple(data.get("artefacts", ())),
        recipients=tuple(data.get("recipients", ())),
        also_in=tuple(_source(s, titles) for s in data.get("also_in", ())),
        timeline=tuple(data.get("timeline", ())),
        notes=tuple(data.get("notes", ())),
        warns=tuple(data.get("warns", ())),
        cautions=tuple(Caution(c["while"], c["says"]) for c in data.get("cautions", ())),
        announces=data.get("announces", ""),
    )


def _role(name: str, data: Data) -> RoleName:
    return RoleName(name, data["title"], tuple(data.get("members", ())))


def _event(name: str, data: Data) -> Event:
    return Event(name, data["title"], data.get("receipt", False), tuple(data.get("after", ())))


def _condition(name: str, data: Data, trees: Mapping[str, object]) -> Condition:
    return Condition(
        name=name,
        title=data["title"],
        test=data["test"],
        undecided=data.get("undecided", ""),
        ask=data.get("ask", ""),
        holds=data.get("holds", False),
        trees=trees,
    )


def _look_back(data: Data, titles: Mapping[str, str]) -> LookBack:
    return LookBack(
        data.get("period"),
        data["unit"],
        tuple(data.get("starts", ())),
        _source(data["source"], titles),
        data.get("note", ""),
    )


def _menu(name: str, data: Data) -> Menu:
    choices = {c["id"]: Choice(c["id"], c["title"], c) for c in data["choices"]}
    return Menu(name, data["title"], data.get("chosen_by", ""), choices)
