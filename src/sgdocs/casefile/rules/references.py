"""Names that point elsewhere must point at something: people, agencies, events, steps, papers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sgdocs.casefile.rules.context import Context, Fault, Steps
from sgdocs.findings import Severity
from sgdocs.spelling import nearest

__all__ = [
    "duplicate_events",
    "duplicate_ids",
    "known_names",
    "known_options",
    "known_versions",
    "people_and_agencies",
    "recipients",
    "recommendations",
    "what_it_was_for",
]

_PEOPLE = ("children", "family", "other_people", "professionals")
_PERSON_FIELDS = frozenset({"about", "person", "people", "carers", "involved_with"})
_LISTS_WITH_IDS = (*_PEOPLE, "places", "agencies", "actions", "meetings", "parallel_reviews")


def duplicate_ids(context: Context) -> Iterator[Fault]:
    """Two entries cannot have one short name."""
    seen: set[str] = set()
    for kind in _LISTS_WITH_IDS:
        for number, entry in enumerate(context.case.each(kind)):
            name = entry.get("id")
            if name in seen:
                yield Fault(
                    "duplicate",
                    (kind, number, "id"),
                    "another entry already has this short name.",
                    "Give it one of its own.",
                )
            seen.update({name} if name else ())


def duplicate_events(context: Context) -> Iterator[Fault]:
    """An event is planned once and happens once; for several children, once for each."""
    seen: set[tuple[str, str, bool]] = set()
    for number, entry in enumerate(context.case.each("events")):
        key = (entry["event"], entry.get("for", ""), "actual" in entry)
        told = (entry["event"], entry.get("for", ""), True)
        if key in seen or ("actual" not in entry and told in seen):
            yield Fault(
                "duplicate-event",
                ("events", number, "event"),
                "this event is recorded twice.",
                "Keep one; for several children, say for which child each is.",
            )
        seen.add(key)


def people_and_agencies(context: Context) -> Iterator[Fault]:
    """A short name used anywhere must be the short name of an entry."""
    case = context.case
    people = _ids(case.data, _PEOPLE)
    agencies = _ids(case.data, ("agencies",))
    for steps, node in context.texts:
        # The field of an entry of a list is the list's own.
        field = steps[-1] if type(steps[-1]) is str else steps[-2] if len(steps) > 1 else ""
        if field in _PERSON_FIELDS and node not in people | agencies and not _in_return(steps):
            yield _unknown(steps, "nobody in this file has this short name.")
        if field == "agency" and not _in_return(steps) and node not in agencies:
            yield _unknown(steps, "no agency in this file has this short name.")
        if field == "to_children" and node not in _ids(case.data, ("children",)):
            yield _unknown(steps, "no child in this file has this short name.")
        if field == "place_id" and node not in _ids(case.data, ("places",)):
            yield _unknown(steps, "no place in this file has this short name.")


def _in_return(steps: Steps) -> bool:
    """An agency's own words, inside what it returned, are not ours to check."""
    return len(steps) > 3 and steps[0] == "returns" and steps[2] == "content"


def _ids(data: Mapping[str, Any], kinds: Iterable[str]) -> set[str]:
    return {e["id"] for k in kinds for e in data.get(k, ()) if "id" in e}


def known_names(context: Context) -> Iterator[Fault]:
    """Events, steps and papers must be the procedure's own."""
    procedure, case = context.procedure, context.case
    kinds: tuple[tuple[str, str, Iterable[str], str], ...] = (
        ("events", "event", procedure.events, "event"),
        ("steps_done", "step", procedure.steps, "step"),
        ("dispatches", "step", procedure.steps, "step"),
        ("dispatches", "artefact", context.artefacts, "paper"),
        ("returns", "form", context.artefacts, "paper"),
    )
    for kind, field, known, noun in kinds:
        for number, entry in enumerate(case.each(kind)):
            if field in entry:
                yield from _one_of(entry[field], known, (kind, number, field), noun)
    for number, entry in enumerate(case.each("events")):
        if "for" in entry and entry["for"] not in _ids(case.data, ("children", "agencies")):
            yield _unknown(("events", number, "for"), "no entry in this file has this short name.")


def known_versions(context: Context) -> Iterator[Fault]:
    """A person's choice of version names a step and a version that there are."""
    for number, entry in enumerate(context.case.get("case.procedure_choices", ())):
        here: Steps = ("case", "procedure_choices", number)
        yield from _one_of(entry["step"], context.procedure.steps, (*here, "step"), "step")
        there = ", ".join(f"“{name}”" for name in sorted(context.versions))
        for fault in _one_of(entry["version"], context.versions, (*here, "version"), "version"):
            yield replace(fault, remedy=f"There are: {there}.")


def known_options(context: Context) -> Iterator[Fault]:
    """A chosen option must be on one of the procedure's menus."""
    menus = context.procedure.options
    for number, entry in enumerate(context.case.each("chosen_options")):
        here: Steps = ("chosen_options", number)
        yield from _one_of(entry["menu"], menus, (*here, "menu"), "menu of options")
        if entry["menu"] in menus:
            choices = menus[entry["menu"]].choices
            yield from _one_of(entry["choice"], choices, (*here, "choice"), "choice on that menu")


def _one_of(name: str, known: Iterable[str], steps: Steps, noun: str) -> Iterator[Fault]:
    names = list(known)
    if name not in names:
        yield Fault(
            "unknown-name",
            steps,
            f"the procedure has no such {noun}.",
            suggestion=nearest(name, names),
        )


def what_it_was_for(context: Context) -> Iterator[Fault]:
    """What a record says it was for must be an entry of the file, or a chosen option."""
    case = context.case
    options = {o["choice"] for o in case.each("chosen_options")}
    known = _ids(case.data, _LISTS_WITH_IDS) | options | set(context.procedure.roles)
    for kind in ("steps_done", "dispatches"):
        for number, entry in enumerate(case.each(kind)):
            if entry.get("for", "") not in known | {""}:
                yield _unknown((kind, number, "for"), "no entry in this file has this short name.")


def recommendations(context: Context) -> Iterator[Fault]:
    """An action answers a recommendation that there is, and each has a short name of its own."""
    given = context.case.get("report.recommendations", ())
    seen: set[str] = set()
    for number, recommendation in enumerate(given):
        if recommendation["id"] in seen:
            yield Fault(
                "duplicate",
                ("report", "recommendations", number, "id"),
                "another entry already has this short name.",
                "Give it one of its own.",
            )
        seen.add(recommendation["id"])
    for number, action in enumerate(context.case.each("actions")):
        if given and action.get("recommendation", "") not in seen | {""}:
            where: Steps = ("actions", number, "recommendation")
            yield _unknown(where, "no recommendation in this file has this short name.")


def recipients(context: Context) -> Iterator[Fault]:
    """A dispatch must say to whom, where more than one step sends the paper."""
    procedure = context.procedure
    known = set(procedure.roles) | _ids(context.case.data, (*_PEOPLE, "agencies"))
    for number, entry in enumerate(context.case.each("dispatches")):
        for place, name in enumerate(entry.get("to", ())):
            if name not in known:
                yield _unknown(
                    ("dispatches", number, "to", place),
                    "this is neither a role of the procedure nor an entry of this file.",
                )
        if (
            "to" not in entry
            and "step" not in entry
            and len(procedure.senders(entry["artefact"])) > 1
        ):
            yield Fault(
                "dispatch-to",
                ("dispatches", number),
                "this paper is sent at more than one step, and nothing says which.",
                "Add “to”, or “step”.",
                severity=Severity.WARNING,
            )


def _unknown(steps: Steps, message: str) -> Fault:
    return Fault("unknown-reference", steps, message, "Check the spelling, or add the entry.")
