"""Gather what one paper may print, as letters/README.md lists it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sgdocs.artefacts import AGENCY_ROLES, Addressee
from sgdocs.content import Content
from sgdocs.facts import Horizon
from sgdocs.paperfacts.actions import actions
from sgdocs.paperfacts.agencies import last_answer, own_agency
from sgdocs.paperfacts.blanks import filled
from sgdocs.paperfacts.casewide import CaseWide, of_partnership
from sgdocs.paperfacts.kin import family_pictures
from sgdocs.paperfacts.meetings import meetings, rapid_review_meeting
from sgdocs.paperfacts.people import as_of_age, with_organisations
from sgdocs.paperfacts.seeing import person_seen, seen_by_agency
from sgdocs.paperfacts.timetable import dates
from sgdocs.paperfacts.vocabulary import vocabulary
from sgdocs.papers import Figure
from sgdocs.procedure import Artefact, Procedure
from sgdocs.schedule import Row
from sgdocs.standing import Ground, Scheduled

__all__ = ["Occasion", "blank", "blank_fields", "fields", "figures", "gather"]


Facts = dict[str, Any]
Rows = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Occasion:
    """For what a paper is made: which paper, of which step, to whom, dated by which rows."""

    artefact: Artefact
    row: Row | None
    to: Addressee
    rows: tuple[Row, ...]
    """The schedule, as it stands once this paper has gone."""
    day: date
    """The day the paper bears."""


def gather(found: Scheduled, on: Occasion, wide: CaseWide | None = None) -> Facts:
    """Give everything the paper may print; a paper for an agency sees no other agency.

    `wide` holds what other papers of the case were given already.
    """
    wide = wide or CaseWide(found)
    own = {**wide.common(), **_of_paper(found, on), **_of_instance(found, on)}
    if on.to.role in AGENCY_ROLES:
        people = [person_seen(child) for child in own["children"]]
        met = _met(rapid_review_meeting(found, meetings(found, found.case), on.rows))
        return {**own, "case": seen_by_agency(found.case), "children": people, "meeting": met}
    return {**own, **wide.of_the_office(on.rows)}


def _met(meeting: Facts) -> Facts:
    """Give of a meeting what somebody who is asked to come needs, and not who else comes."""
    return {key: meeting[key] for key in ("planned", "place", "link") if key in meeting}


def fields(found: Scheduled, on: Occasion, rows: Rows) -> Facts:
    """Give every field of a form: blank for the agency that is to fill it, else as recorded.

    `rows` says how many rows a list has at least.
    """
    if on.to.role in AGENCY_ROLES:
        return blank_fields(found.content, rows)
    instance = on.row.instance if on.row else None
    agency = instance.id if instance and instance.kind == "agency" else ""
    back = last_answer(found, agency) or {}
    seen = Horizon(found.as_of).seen(found.case)
    return {
        **filled(found.content, "case", with_organisations(seen), rows),
        **filled(found.content, "agency-return", back.get("content", {}), rows),
    }


def figures(found: Scheduled, on: Occasion) -> dict[str, Figure]:
    """Draw the pictures a paper may show; none in one that goes to an agency."""
    if on.to.role in AGENCY_ROLES:
        return {}
    seen = Horizon(found.as_of).seen(found.case)
    return family_pictures(seen, vocabulary(found.content, found.procedure), found.content)


def blank_fields(content: Content, rows: Rows) -> Facts:
    """Give every field any form has, blank; the two schemas share no name."""
    return {**filled(content, "case", {}, rows), **filled(content, "agency-return", {}, rows)}


def blank(ground: Ground, procedure: Procedure, content: Content, day: date) -> Facts:
    """Give what a form may print that belongs to no case yet."""
    return {
        **of_partnership(ground.partnership, procedure),
        "words": vocabulary(content, procedure),
        "today": day,
        "reference": "",
        "paper_titles": {a.id: a.title for a in ground.artefacts.values()},
    }


def _of_paper(found: Scheduled, on: Occasion) -> Facts:
    return {
        "dates": dates(on.rows, on.row),
        "recipient": on.to.as_data(),
        "today": on.day,
        "paper": {"id": on.artefact.id, "title": on.artefact.title, "number": on.artefact.number},
        "enclosed": _beside(found, on),
        **({"step": _step(on.row)} if on.row else {}),
    }


def _of_instance(found: Scheduled, on: Occasion) -> Facts:
    """Give the one agency, action, relative or option a paper is about."""
    instance = on.row.instance if on.row else None
    facts: Facts = {}
    if instance is not None and instance.kind == "agency":
        facts["agency"] = own_agency(found, instance.id, on.rows)
    elif instance is not None and instance.kind == "action":
        numbered = {a["id"]: a for a in actions(found, found.case)}
        facts["action"] = numbered[instance.id]
    elif instance is not None:
        facts |= _entry(found, instance.kind, instance.id)
    if "family_member" in facts:
        facts["family_member"] = as_of_age(facts["family_member"], on.day)
    return facts


def _entry(found: Scheduled, kind: str, name: str) -> Facts:
    lists = {
        "family_member": "family",
        "parallel_review": "parallel_reviews",
        "child": "children",
    }
    for entry in found.case.each(lists.get(kind, "")):
        if entry["id"] == name:
            return {kind: entry}
    if kind == "option":
        return _option(found, name)
    held = [m for m in found.case.each("meetings") if m.get("id") == name]
    return {kind: held[0]} if held else {}


def _option(found: Scheduled, name: str) -> Facts:
    for option in found.case.each("chosen_options"):
        if option["choice"] == name:
            menu = found.procedure.options.get(option["menu"])
            choice = menu.choices.get(name) if menu else None
            return {"option": {**option, "title": choice.title if choice else name}}
    return {}


def _step(row: Row) -> Facts:
    step: Facts = {"id": row.step, "title": row.title, "source": str(row.why.source)}
    return step | {k: v for k, v in (("due", row.due), ("send_by", row.send_by)) if v}


def _beside(found: Scheduled, on: Occasion) -> list[str]:
    """Give the titles of the papers that the same step sends."""
    others = (a for a in (on.row.artefacts if on.row else ()) if a != on.artefact.id)
    return [found.ground.artefacts[other].title for other in others]
