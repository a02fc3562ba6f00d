"""What the record says was sent before: a later version of a paper has the next number."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sgdocs.artefacts.addressing import Addressee
from sgdocs.artefacts.model import Wanted
from sgdocs.facts import ADDRESSED, Horizon
from sgdocs.procedure import Direction
from sgdocs.schedule import Row
from sgdocs.standing import Scheduled

__all__ = ["Sent", "last_sent", "sent_to"]

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sent:
    """The last version of a paper that went out, and when; version 0 where none has."""

    version: int = 0
    on: date | None = None


def last_sent(found: Scheduled, artefact: str, row: Row) -> Sent:
    """Give the last version of a step's paper that had been sent by the day asked about."""
    return _last(_dispatches(found, artefact, row))


def sent_to(found: Scheduled, wanted: Wanted, to: Addressee) -> Sent:
    """Give the last version of it that one of those it is for had been sent by that day."""
    row = wanted.row
    if row is None:
        return Sent()
    every = _dispatches(found, wanted.artefact.id, row)
    return _last(one for one in every if _names(found, one, row, to))


def _last(dispatches: Iterable[Data]) -> Sent:
    sent = (Sent(one.get("version", 1), _day(one)) for one in dispatches)
    return max(sent, key=lambda one: one.version, default=Sent())


def _day(dispatch: Data) -> date:
    return date.fromisoformat(dispatch["sent"][:10])


def _dispatches(found: Scheduled, artefact: str, row: Row) -> Iterator[Data]:
    horizon = Horizon(found.as_of)
    for dispatch in found.case.each("dispatches"):
        if (
            dispatch["artefact"] == artefact
            and horizon.moment(dispatch["sent"])
            and dispatch.get("step", row.step) == row.step
            and _about(dispatch, row)
            and _of_the_step(found, dispatch, row)
        ):
            yield dispatch


def _about(dispatch: Data, row: Row) -> bool:
    """Say whether it was about whom a row is for; one of several actions has to be named."""
    if row.instance is None:
        return True
    name, to = row.instance.id, {*dispatch.get("to", (row.instance.id,))}
    if row.instance.kind not in ADDRESSED:
        return bool(dispatch.get("for") == name)
    return dispatch.get("for", name) == name and bool({name, *row.recipients} & to)


def _of_the_step(found: Scheduled, dispatch: Data, row: Row) -> bool:
    """Say whether it was this step's: where several send the paper, it must have begun by then."""
    steps = found.procedure.steps
    senders = {s.id for s in steps.values() if s.sends and dispatch["artefact"] in s.artefacts}
    if "step" in dispatch or senders == {row.step}:
        return True
    timing, began = steps[row.step].timing, row.why.anchor_date
    if "to" not in dispatch or row.step not in senders:
        return False
    if timing.anchor_step or timing.direction is Direction.BEFORE:
        return True
    return began is not None and began <= _day(dispatch)


def _names(found: Scheduled, dispatch: Data, row: Row, to: Addressee) -> bool:
    """Say whether it went to somebody: by role, group or short name, or to everybody."""
    if "to" not in dispatch or (row.instance and row.instance.kind in ADDRESSED):
        return True
    named = {m for role in dispatch["to"] for m in found.procedure.members(role)}
    return bool({to.role, to.key} & named)
