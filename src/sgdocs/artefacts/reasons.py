"""Say why a paper is not made, in words for the person who wonders where it is."""

from dataclasses import dataclass

from sgdocs.dates import short_words
from sgdocs.procedure import Artefact
from sgdocs.schedule import Row, Status
from sgdocs.standing import Scheduled

__all__ = ["Kept", "against"]

_UNDECIDED = frozenset({None, "", False, "undecided", "none"})


@dataclass(frozen=True, slots=True)
class Kept:
    """How a paper that stays in the file comes about."""

    received: bool
    by_name: bool
    called: bool
    """True where the day calls for it."""


def against(found: Scheduled, row: Row | None, artefact: Artefact, kept: Kept | None) -> str:
    """Say why a paper is not made; nothing where it is."""
    if row is not None and row.status is Status.NOT_APPLICABLE:
        return row.why.counted
    if waits := _undecided(found, row, artefact):
        return f"It makes known what is not decided yet ({waits.replace('_', ' ')})."
    return _of_the_file(found, row, kept) if row and kept else ""


def _undecided(found: Scheduled, row: Row | None, artefact: Artefact) -> str:
    """Name the fact that the paper, or the step that sends it, makes known before its time."""
    step = found.procedure.steps[row.step] if row else None
    waits = (artefact.announces, step.announces if step else "")
    return next((w for w in waits if w and found.facts.values.get(w) in _UNDECIDED), "")


def _of_the_file(found: Scheduled, row: Row, kept: Kept) -> str:
    if kept.received and not row.actual:
        return "It has not come in yet."
    if kept.by_name:
        return ""
    if kept.received:
        today = row.actual == found.as_of.day
        return "" if today or not row.actual else f"It came in on {short_words(row.actual)}."
    if row.actual:
        return f"It was done on {short_words(row.actual)}."
    return "" if kept.called else "It is not due yet."
