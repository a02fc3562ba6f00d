"""What the agencies answered, who has not, and their chronologies as one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sgdocs.casefile import Case
from sgdocs.paperfacts.agencies import last_answer
from sgdocs.paperfacts.logs import calls
from sgdocs.schedule import Row, Status
from sgdocs.standing import Scheduled

__all__ = ["answered", "chronology", "told_otherwise", "unanswered"]

_OVER = frozenset({Status.DONE, Status.DONE_LATE, Status.DONE_NO_LIMIT, Status.NOT_APPLICABLE})

Facts = dict[str, Any]


def answered(found: Scheduled, case: Case) -> list[Facts]:
    """Give each agency that has answered, in the order the case lists them."""
    given = []
    for agency in case.each("agencies"):
        if back := last_answer(found, agency["id"]):
            given.append(
                {
                    "agency": agency["name"],
                    "kind": agency.get("kind", "other"),
                    "received": date.fromisoformat(back["received"][:10]),
                    "nil_return": back["state"] == "nil_return",
                    "answer": back.get("content", {}),
                }
            )
    return given


def unanswered(found: Scheduled, case: Case, rows: Sequence[Row]) -> list[Facts]:
    """Give each agency whose answer is still awaited, with the calls made to it."""
    every = calls(found, case)
    agencies = {a["id"]: a["name"] for a in case.each("agencies")}
    awaited: dict[str, Facts] = {}
    for row in rows:
        if row.instance is None or not _awaited(found, row) or row.instance.id in awaited:
            continue
        name = row.instance.id
        if name in agencies and last_answer(found, name) is None:
            awaited[name] = {
                "agency": agencies[name],
                "calls": [c for c in every if c.get("agency") == agencies[name]],
                **({"due": row.due} if row.due else {}),
                **_asked(found, name, rows),
            }
    return list(awaited.values())


def told_otherwise(found: Scheduled, case: Case, rows: Sequence[Row]) -> list[Facts]:
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


def _awaited(found: Scheduled, row: Row) -> bool:
    receives = found.procedure.steps[row.step].action == "receive"
    ours = row.instance is not None and row.instance.kind == "agency"
    return receives and ours and not row.is_reading and row.status not in _OVER


def _asked(found: Scheduled, agency: str, rows: Sequence[Row]) -> Facts:
    for row in rows:
        step = found.procedure.steps[row.step]
        own = row.instance is not None and row.instance.key == f"agency/{agency}"
        if own and step.sends and row.actual:
            return {"asked_on": row.actual}
    return {}


def chronology(back: Sequence[Facts]) -> list[Facts]:
    """Put the rows of all agencies in order of date and time."""
    rows = [
        {"agency": one["agency"], **row}
        for one in back
        for row in one["answer"].get("chronology", ())
    ]
    return sorted(rows, key=lambda row: (row["date"], row.get("time", ""), row["agency"]))
