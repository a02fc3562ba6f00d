"""What the record says was sent before: a later version of a paper has the next number."""

from dataclasses import dataclass
from datetime import date

from sgdocs.facts import Horizon
from sgdocs.schedule import Row
from sgdocs.standing import Scheduled

__all__ = ["Sent", "last_sent"]


@dataclass(frozen=True, slots=True)
class Sent:
    """The last version of a paper that went out, and when; version 0 where none has."""

    version: int = 0
    on: date | None = None


def last_sent(found: Scheduled, artefact: str, row: Row) -> Sent:
    """Give the last version of a step's paper that had been sent by the day asked about."""
    horizon = Horizon(found.as_of)
    sent = [
        Sent(dispatch.get("version", 1), date.fromisoformat(dispatch["sent"][:10]))
        for dispatch in found.case.each("dispatches")
        if dispatch["artefact"] == artefact
        and horizon.moment(dispatch["sent"])
        and dispatch.get("step", row.step) == row.step
        and (row.instance is None or dispatch.get("for", row.instance.id) == row.instance.id)
        and _went_to(dispatch.get("to"), row)
    ]
    return max(sent, key=lambda one: one.version, default=Sent())


def _went_to(to: list[str] | None, row: Row) -> bool:
    return to is None or row.instance is None or row.instance.id in to or "agency" in to
