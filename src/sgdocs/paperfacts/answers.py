"""What the agencies answered, who has not, and who answered in another way."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sgdocs.casefile import Case
from sgdocs.facts import Horizon
from sgdocs.paperfacts.agencies import asked, due_back, last_answer
from sgdocs.paperfacts.logs import calls
from sgdocs.paperfacts.vocabulary import vocabulary
from sgdocs.schedule import Row, Status
from sgdocs.standing import Scheduled

__all__ = ["answer_states", "answered", "standings", "told_otherwise", "unanswered"]

_OVER = frozenset({Status.DONE, Status.DONE_LATE, Status.DONE_NO_LIMIT, Status.NOT_APPLICABLE})

Facts = dict[str, Any]
Rows = Sequence[Row]


def answered(found: Scheduled, case: Case, rows: Rows) -> list[Facts]:
    """Give each agency that has answered, in the order the case lists them."""
    given = []
    for agency in case.each("agencies"):
        if back := last_answer(found, agency["id"]):
            received = date.fromisoformat(back["received"][:10])
            due = due_back(found, agency, rows)
            given.append(
                {
                    "agency": agency["name"],
                    "kind": agency.get("kind", "other"),
                    "received": received,
                    "late": due is not None and due < received,
                    "nil_return": back["state"] == "nil_return",
                    "answer": back.get("content", {}),
                    "enclosed": _enclosed(found, agency["id"]),
                    **({"due": due} if due else {}),
                }
            )
    return given


def _enclosed(found: Scheduled, agency: str) -> list[str]:
    """Name what an agency sent that is included whole."""
    horizon = Horizon(found.as_of)
    return [
        entry["title"]
        for back in found.case.each("returns")
        if back["agency"] == agency and horizon.moment(back["received"])
        for entry in back.get("attachments", ())
        if entry.get("include") == "whole"
    ]


def unanswered(found: Scheduled, case: Case, rows: Rows) -> list[Facts]:
    """Give each agency whose answer is still awaited, with the calls made to it."""
    every = calls(found, case)
    agencies = {a["id"]: a for a in case.each("agencies")}
    awaited: dict[str, Facts] = {}
    for row in rows:
        name = row.instance.id if row.instance else ""
        if name in awaited or name not in agencies or not _awaited(found, row):
            continue
        if last_answer(found, name) is None:
            due = row.due or due_back(found, agencies[name], rows)
            made = [c for c in every if c.get("agency") == agencies[name]["name"]]
            awaited[name] = {
                "agency": agencies[name]["name"],
                "calls": made,
                "late": due is not None and due < found.as_of.day,
                **({"due": due} if due else {}),
                **asked(found, agencies[name], rows),
                **_promised(made),
            }
    return list(awaited.values())


def told_otherwise(found: Scheduled, case: Case, rows: Rows) -> list[Facts]:
    """Give each agency whose answer is recorded as come, but not on its form."""
    agencies = {a["id"]: a["name"] for a in case.each("agencies")}
    notes = {(s["step"], s.get("for")): s for s in case.each("steps_done")}
    found_so: dict[str, Facts] = {}
    for row in rows:
        if row.instance is None or row.actual is None or row.instance.id not in agencies:
            continue
        step, name = found.procedure.steps[row.step], row.instance.id
        if step.action == "receive" and last_answer(found, name) is None:
            note = notes.get((row.step, name), {}).get("note")
            told = {"agency": agencies[name], "on": row.actual}
            found_so[name] = told | ({"note": note} if note else {})
    return list(found_so.values())


def standings(found: Scheduled, case: Case, rows: Rows) -> list[Facts]:
    """Say of each agency that was asked how its answer stands, in the order the case lists them."""
    words = vocabulary(found.content, found.procedure)
    by_agency: dict[str, Facts] = {}
    for state, agency, facts in _states(found, case, rows):
        by_agency.setdefault(agency, {"agency": agency, "state": words[state], **facts})
    ours = [a for a in case.each("agencies") if a["name"] in by_agency]
    return [
        {**by_agency[a["name"]], **asked(found, a, rows), "chased": _chased(found, case, a["id"])}
        for a in ours
    ]


def answer_states(
    found: Scheduled, case: Case, rows: Rows
) -> Iterator[tuple[str, str, date | None]]:
    """Give the state of each agency's answer and the day it was due; none before it is asked."""
    by_name = {a["name"]: a for a in case.each("agencies")}
    for state, name, facts in _states(found, case, rows):
        if state != "not_received" or "asked_on" in asked(found, by_name[name], rows):
            yield state, name, facts.get("due")


def _states(found: Scheduled, case: Case, rows: Rows) -> Iterator[tuple[str, str, Facts]]:
    for back in answered(found, case, rows):
        state = "nil_return" if back["nil_return"] else "returned"
        due = {"due": back["due"]} if "due" in back else {}
        yield state, back["agency"], {"late": back["late"], "on": back["received"], **due}
    for other in unanswered(found, case, rows):
        kept: Facts = {k: other[k] for k in ("late", "due", "promised_for") if k in other}
        yield "not_received", other["agency"], kept
    for told in told_otherwise(found, case, rows):
        yield "told_otherwise", told["agency"], {"late": False, "on": told["on"]}


def _chased(found: Scheduled, case: Case, agency: str) -> int:
    horizon = Horizon(found.as_of)
    made = (c for c in case.each("calls") if c.get("agency") == agency and c["kind"] == "chase")
    return sum(horizon.moment(call["at"]) is not None for call in made)


def _awaited(found: Scheduled, row: Row) -> bool:
    receives = found.procedure.steps[row.step].action == "receive"
    ours = row.instance is not None and row.instance.kind == "agency"
    return receives and ours and not row.is_reading and row.status not in _OVER


def _promised(made: Sequence[Facts]) -> Facts:
    """Give what the agency promised in the last call; a later call without a promise ends it."""
    last = made[-1] if made else {}
    return {"promised_for": last["promised_for"]} if "promised_for" in last else {}
