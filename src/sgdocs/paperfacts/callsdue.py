"""The calls that are to be made now, with whom to ask for, and how each answer stands."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sgdocs.casefile import Case
from sgdocs.paperfacts.vocabulary import vocabulary
from sgdocs.schedule import Row
from sgdocs.standing import Scheduled

__all__ = ["calls_due"]

_CHASE = "chase"

Facts = dict[str, Any]


def calls_due(found: Scheduled, case: Case, standings: Sequence[Facts]) -> list[Facts]:
    """Give each call that a step asks for now, and those whose promised day has passed."""
    agencies = {a["id"]: a for a in case.each("agencies")}
    by_name = {one["agency"]: one for one in standings}
    due = [_by_step(found, case, row, agencies) for row in found.rows if _now(found, row)]
    chased = {call["about"] for call in due if call["kind"] == _CHASE}
    due += _promised(found, agencies, by_name, chased)
    words = vocabulary(found.content, found.procedure)
    for call in due:
        standing = by_name.get(call.get("whom", ""))
        if standing and call["about"] in agencies:
            call["standing"] = _stands(standing, words)
    return due


def _now(found: Scheduled, row: Row) -> bool:
    return found.procedure.steps[row.step].action == "call" and row.is_open and not row.actual


def _by_step(
    found: Scheduled, case: Case, row: Row, agencies: Mapping[str, Mapping[str, Any]]
) -> Facts:
    name = row.instance.id if row.instance else ""
    kind = found.procedure.steps[row.step].call_kind or "other"
    entry: Facts = {"what": row.title, "kind": kind, "about": name}
    if name in agencies:
        entry |= _reached(agencies[name])
    for relative in case.each("family"):
        if relative["id"] == name:
            entry |= {"whom": relative["name"]["full"], **_numbered(relative)}
    return entry | ({"due": row.due} if row.due else {})


def _promised(
    found: Scheduled,
    agencies: Mapping[str, Mapping[str, Any]],
    by_name: Mapping[str, Facts],
    chased: set[str],
) -> Iterator[Facts]:
    """Give the agencies that are late and whose last promised day has come without an answer."""
    words = vocabulary(found.content, found.procedure)
    for name, agency in agencies.items():
        standing = by_name.get(agency["name"], {})
        promised = str(standing.get("promised_for", ""))[:10]
        if name in chased or not promised or not standing["late"]:
            continue
        day = date.fromisoformat(promised)
        if day <= found.as_of.day:
            why = {"what": words["call_promise_passed"], "kind": _CHASE, "about": name, "due": day}
            yield why | _reached(agency)


def _stands(standing: Facts, words: Mapping[str, str]) -> str:
    late = f", {words['late']}" if standing["late"] else ""
    again = standing.get("asked_again_on")
    asked = f"; {words['asked_again']} {again:%d/%m/%Y}" if again else ""
    return f"{standing['state']}{late}{asked}"


def _reached(agency: Mapping[str, Any]) -> Facts:
    contact = agency.get("manager") or agency.get("contact") or {}
    named = {"ask_for": contact["name"]["full"]} if "name" in contact else {}
    return {"whom": agency["name"], **named, **_numbered(contact)}


def _numbered(person: Mapping[str, Any]) -> Facts:
    return {"phone": person["phone"]} if "phone" in person else {}
