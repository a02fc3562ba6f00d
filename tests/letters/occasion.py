"""The examples as one letter of theirs sees them, on a day, for one reader."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.expressions import FILTERS
from sgdocs.letters import Frame, compose, load_letter
from sgdocs.papers import Letterhead, Paper, Run, Table, as_text
from sgdocs.pipeline import schedule_case
from sgdocs.reading import read_file
from sgdocs.schedule import Row
from sgdocs.standing import Scheduled

Facts = dict[str, Any]

CONTENT = Content()
EXAMPLES = Path(__file__).parents[2] / "examples"
_TODAY = Moment(date(2026, 11, 21))
_INITIALS = FILTERS["initials"].function
_PARTNERS = ("partner_la", "partner_police", "partner_health")
_AGENCY_SEES = ("case", "authorities", "children", "family", "incident")
_AGENCY_SEES_OF = {
    "rapid_review": ("reason_for_meeting", "key_lines_of_enquiry", "look_back_from", "return_by"),
    "review": ("methodology", "scope", "period_from", "period_to", "terms_of_reference"),
}


@dataclass(frozen=True)
class Occasion:
    """A letter of a step of an example, to a role; `changed` gives parts of the case anew."""

    artefact: str
    example: str
    step: str
    role: str
    day: str = "2026-11-21"
    agency: str = ""
    changed: Mapping[str, Any] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)


def made(on: Occasion) -> Paper:
    """Compose it."""
    found = _scheduled(on.example, on.day)
    letter = load_letter(CONTENT, found.case.procedure, on.artefact)
    office = found.ground.partnership.office
    frame = Frame(
        letterhead=Letterhead(office.name, office.address, office.email, office.phone),
        addressee=("A. Recipient", "A body"),
        date=found.as_of.day,
        reference=found.case.reference,
        document_id=f"{found.case.reference}/{on.artefact}",
        version="1",
        marking="OFFICIAL-SENSITIVE",
        artefact_titles={name: paper.title for name, paper in found.ground.artefacts.items()},
    )
    return compose(letter, _data(found, on), frame)


def told(on: Occasion) -> str:
    """Compose it and give its words, with each row of a table in one line as well."""
    paper = made(on)
    rows = [row for block in paper.blocks if isinstance(block, Table) for row in block.rows]
    lines = [
        ": ".join("".join(run.text for run in cell if isinstance(run, Run)) for cell in row)
        for row in rows
    ]
    return "\n".join((as_text(paper), *lines))


def case_of(example: str) -> Facts:
    """Give an example's case, for a test to change."""
    data: Facts = _copied(_scheduled(example, _TODAY.day.isoformat()).case.data)
    return data


def without(group: Mapping[str, Any], name: str) -> Facts:
    """Leave one entry out."""
    return {key: value for key, value in group.items() if key != name}


@cache
def _scheduled(example: str, day: str) -> Scheduled:
    moment = Moment(date.fromisoformat(day))
    return schedule_case(EXAMPLES / example / "case.yaml", CONTENT, moment, _TODAY)


def _data(found: Scheduled, on: Occasion) -> Facts:
    case = _copied({**found.case.data, **on.changed})
    partnership = found.ground.partnership
    office = partnership.office
    row = next(r for r in found.rows if r.step == on.step and _own(r, on))
    common = {
        "case": _seen_by_agency(case) if on.role == "agency" else case,
        "children": [_child(child) for child in case["children"]],
        "child_label": FILTERS["and_list"].function(
            [_INITIALS(child["name"]["full"]) for child in case["children"]]
        ),
        "facts": dict(found.facts.values),
        "dates": {
            other.step.replace("-", "_"): {"due": other.due, "time_of_day": other.time_of_day}
            for other in found.rows
            if other.due and str(other.role) in ("binding", "expectation") and _own(other, on)
        },
        "events": {n: d for n, e in found.facts.events.items() if (d := e.actual or e.planned)},
        "office": {"name": office.name, "email": office.email, "phone": office.phone},
        "sender": {"organisation": "A council", "email": "c@example.org", "phone": "01632 960009"},
        "partnership": {"name": partnership.name, "terms": dict(found.procedure.terms)},
        "recipient": {
            "name": "A. Recipient",
            "job_title": "Director",
            "organisation": "A body",
            "role": on.role,
        },
        "today": found.as_of.day,
        "words": words(),
        "step": {"id": row.step, "title": row.title, "source": str(row.why.source)},
        "enclosed": [
            found.ground.artefacts[name].title for name in row.artefacts if name != on.artefact
        ],
    }
    own = _of_agency(case, on) if on.agency else {}
    common["meeting"] = _meeting(case, seen_by_agency=on.role == "agency")
    ours = {} if on.role == "agency" else _of_the_office(case)
    return {**common, **own, **ours, **on.extra}


def _meeting(case: Facts, *, seen_by_agency: bool) -> Facts:
    held = (m for m in case.get("meetings", ()) if m["kind"] == "rapid_review")
    meeting = next(held, {})
    names = ("planned", "place", "link") if seen_by_agency else tuple(meeting)
    return {name: meeting[name] for name in names if name in meeting}


def _own(row: Row, on: Occasion) -> bool:
    return row.instance is None or row.instance.id == on.agency


def _of_agency(case: Facts, on: Occasion) -> Facts:
    agency = next(dict(a) for a in case["agencies"] if a["id"] == on.agency)
    due = agency.get("return_by") or case.get("rapid_review", {}).get("return_by")
    return {"agency": {**agency, **({"return_by": date.fromisoformat(due)} if due else {})}}


def _of_the_office(case: Facts) -> Facts:
    answers = {p["partner"]: p for p in case.get("decision", {}).get("partners", [])}
    given = {"methodology": m} if (m := case.get("review", {}).get("methodology")) else {}
    return {
        "partners": [_partner(role, answers.get(role, {})) for role in _PARTNERS],
        "dispatches": case.get("dispatches", []),
        "actions": [
            {**a, "status": words()[a["status"]], "lead": a["agency"]}
            for a in case.get("actions", [])
            if "agency" in a
        ],
        **given,
    }


def _partner(role: str, answer: Mapping[str, Any]) -> Facts:
    told = {key: answer[key] for key in ("response", "rationale") if key in answer}
    signed = {"signed_on": s["signed_on"]} if (s := answer.get("signature")) else {}
    return {"role": words()[role], "organisation": f"Body of {role}", **told, **signed}


def _child(child: Facts) -> Facts:
    return {**child, "initials": _INITIALS(child["name"]["full"])}


def _seen_by_agency(case: Facts) -> Facts:
    seen = {name: case[name] for name in _AGENCY_SEES if name in case}
    for group, names in _AGENCY_SEES_OF.items():
        if kept := {name: case[group][name] for name in names if name in case.get(group, {})}:
            seen[group] = kept
    return seen


@cache
def words() -> Mapping[str, str]:
    """Give the wording editor's words for keywords, and spaces for the underscores of others."""
    shape = read_file(CONTENT.path("schemas", "case.schema.json")).data
    own = yaml.safe_load(CONTENT.path("letters", "words.yaml").read_text(encoding="utf-8"))
    return {**{key: key.replace("_", " ") for key in _keywords(shape)}, **own}


def _keywords(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from (value for value in node.get("enum", ()) if isinstance(value, str))
        for part in node.values():
            yield from _keywords(part)
    elif isinstance(node, list):
        for part in node:
            yield from _keywords(part)


def _copied(value: Any) -> Any:
    """Copy what was read, so that a test may change it."""
    if isinstance(value, Mapping):
        return {key: _copied(part) for key, part in value.items()}
    return [_copied(part) for part in value] if isinstance(value, list | tuple) else value
