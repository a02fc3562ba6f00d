"""The examples as a letter sees them on a day, with what belongs to one agency or person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from sgdocs.artefacts import Addressee
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.letters import Frame, compose, load_letter
from sgdocs.paperfacts import Occasion, gather
from sgdocs.papers import Letterhead, Paper
from sgdocs.pipeline import schedule_case
from sgdocs.schedule import Role, Row
from sgdocs.standing import Scheduled

CONTENT = Content()
EXAMPLES = Path(__file__).parents[2] / "examples"
_TODAY = Moment(date(2026, 11, 21))
_READINGS = (Role.ALTERNATIVE, Role.WHAT_IF)


@dataclass(frozen=True)
class Asked:
    """One letter: which, of which example, on which day, to which role, about whom or what."""

    artefact: str
    example: str
    day: str
    role: str
    about: str = ""
    changed: Mapping[str, Any] = field(default_factory=dict)
    """Parts of the case that are written otherwise."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """What the letter sees besides."""


def made(asked: Asked) -> Paper:
    """Compose it."""
    found = _scheduled(asked.example, Moment(date.fromisoformat(asked.day)))
    letter = load_letter(CONTENT, found.case.procedure, asked.artefact)
    return compose(letter, _data(found, asked), _frame(found, asked.artefact))


def entry(example: str, group: str, name: str) -> dict[str, Any]:
    """Give one agency, action or family member as the example has it."""
    entries = _scheduled(example, _TODAY).case.each(group)
    return next(dict(each) for each in entries if each["id"] == name)


@cache
def _scheduled(example: str, moment: Moment) -> Scheduled:
    return schedule_case(EXAMPLES / example / "case.yaml", CONTENT, moment, _TODAY)


def _data(found: Scheduled, asked: Asked) -> dict[str, Any]:
    to = Addressee(asked.role, asked.role, "A. Recipient", "", "A body", "", ())
    paper = found.ground.artefacts[asked.artefact]
    data = gather(found, Occasion(paper, _row(found, asked), to, found.rows, found.as_of.day))
    sender = {"organisation": "BCP Council", "email": "c@example.org", "phone": "01632 960140"}
    seen = {**data["case"], **asked.changed}
    return {"sender": sender, **data, "case": seen, **asked.extra}


def _row(found: Scheduled, asked: Asked) -> Row | None:
    """Give the step's row that the letter belongs to."""
    rows = [
        row
        for row in found.rows
        if asked.artefact in row.artefacts
        and row.role not in _READINGS
        and (row.instance.id if row.instance else "") == asked.about
    ]
    return next((r for r in rows if asked.role in r.recipients), rows[0] if rows else None)


def _frame(found: Scheduled, artefact: str) -> Frame:
    office = found.ground.partnership.office
    return Frame(
        letterhead=Letterhead(office.name, office.address, office.email, office.phone),
        addressee=("A. Recipient", "A body"),
        date=found.as_of.day,
        reference=found.case.reference,
        document_id=f"{found.case.reference}/{artefact}",
        version="1",
        marking="OFFICIAL-SENSITIVE",
        artefact_titles={n: paper.title for n, paper in found.ground.artefacts.items()},
    )
