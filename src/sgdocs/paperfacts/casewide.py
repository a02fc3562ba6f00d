"""What every paper of one case may print, gathered once however many papers there are."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sgdocs.facts import Horizon
from sgdocs.paperfacts.actions import actions
from sgdocs.paperfacts.answers import answered, standings, told_otherwise, unanswered
from sgdocs.paperfacts.callsdue import calls_due
from sgdocs.paperfacts.combining import combined
from sgdocs.paperfacts.logs import calls, contacts, dispatches
from sgdocs.paperfacts.meetings import meetings, rapid_review_meeting
from sgdocs.paperfacts.people import child_label, children, partners
from sgdocs.paperfacts.timetable import timeliness, timetable
from sgdocs.paperfacts.vocabulary import vocabulary
from sgdocs.partnership import Partnership
from sgdocs.procedure import Procedure
from sgdocs.schedule import Row
from sgdocs.standing import Scheduled

__all__ = ["CaseWide", "of_partnership"]

Facts = dict[str, Any]


@dataclass(slots=True)
class CaseWide:
    """The facts that a case's papers have in common; those who print them change none."""

    found: Scheduled
    _common: Facts = field(default_factory=dict, repr=False)
    _office: dict[int, tuple[tuple[Row, ...], Facts]] = field(default_factory=dict, repr=False)

    def common(self) -> Facts:
        """Give what any reader may see."""
        if not self._common:
            self._common = _common(self.found)
        return self._common

    def of_the_office(self, rows: tuple[Row, ...]) -> Facts:
        """Give what only the partnership's own readers may see, dated by these rows."""
        known = self._office.get(id(rows))
        if known is None:
            known = self._office[id(rows)] = (rows, _of_the_office(self.found, rows))
        return known[1]


def _common(found: Scheduled) -> Facts:
    words = vocabulary(found.content, found.procedure)
    return {
        **of_partnership(found.ground.partnership, found.procedure),
        "facts": found.facts.values,
        "events": _events(found),
        "reference": found.case.reference,
        "child_label": child_label(found.case, words),
        "words": words,
        "children": children(found.case, words),
        "criteria": _criteria(found),
        "paper_titles": {a.id: a.title for a in found.ground.artefacts.values()},
        **_methodology(found),
    }


def of_partnership(partnership: Partnership, procedure: Procedure) -> Facts:
    """Give what names the office."""
    office = partnership.office
    return {
        "office": {
            "name": office.name,
            "address": list(office.address),
            "email": office.email,
            "phone": office.phone,
            "hours": office.hours,
            **({"signatory": office.signatory} if office.signatory else {}),
        },
        "partnership": {"name": partnership.name, "terms": dict(procedure.terms)},
    }


def _of_the_office(found: Scheduled, rows: tuple[Row, ...]) -> Facts:
    case = Horizon(found.as_of).seen(found.case)
    back = answered(found, case, rows)
    stand = standings(found, case, rows)
    held = meetings(found, case)
    every = timeliness(found)
    return {
        "case": case.data,
        "returns": back,
        "nil_returns": [r["agency"] for r in back if r["nil_return"]],
        "not_returned": unanswered(found, case, rows),
        "told_otherwise": told_otherwise(found, case, rows),
        "standings": stand,
        **combined(found, back),
        "timetable": timetable(found, rows),
        "calls": calls(found, case),
        "calls_due": calls_due(found, case, stand),
        "dispatches": dispatches(found, case),
        "contacts": contacts(found),
        "timeliness": every,
        "timeliness_list": list(every.values()),
        "meetings": held,
        "meeting": rapid_review_meeting(found, held, rows),
        "actions": actions(found, case),
        "parallel": [dict(p) for p in case.each("parallel_reviews")],
        "partners": partners(found, case),
        "figures": {},
    }


def _events(found: Scheduled) -> dict[str, date]:
    """Give each event the day it happened or is planned for."""
    days = {n: e.actual or e.planned for n, e in found.facts.events.items()}
    return {name: day for name, day in days.items() if day}


def _criteria(found: Scheduled) -> list[Facts]:
    words = vocabulary(found.content, found.procedure)
    return [
        {**c, "criterion": words[c["criterion"]], "met": words[c.get("met", "not_known")]}
        for c in found.case.get("rapid_review.criteria", ())
    ]


def _methodology(found: Scheduled) -> Facts:
    chosen = str(found.facts.values.get("methodology", ""))
    for menu in found.procedure.options.values():
        if chosen in menu.choices:
            return {"methodology": menu.choices[chosen].title}
    return {"methodology": chosen} if chosen else {}
