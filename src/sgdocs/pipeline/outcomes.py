"""What is asked of whoever receives forms, and what became of each."""

from dataclasses import dataclass
from enum import StrEnum

from sgdocs.dates import Moment
from sgdocs.errors import InputRefused
from sgdocs.findings import Finding
from sgdocs.pipeline.matching import Unidentified
from sgdocs.returns import Change, Reading
from sgdocs.schedule import Moved

__all__ = ["Asked", "Outcome", "State", "refusal_of"]


class State(StrEnum):
    """What became of a file."""

    ACCEPTED = "accepted"
    READY = "ready"
    INCOMPLETE = "incomplete"
    CONTRADICTORY = "contradictory"
    EMPTY = "empty"
    DUPLICATE = "duplicate"
    UNCHANGED = "unchanged"
    UNIDENTIFIED = "unidentified"
    KEPT_OUT = "kept_out"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wishes: whose form it is where nothing says so, when it came, and to accept."""

    agency: str = ""
    form: str = ""
    received: Moment | None = None
    accept: bool = False
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """One form: what it is, what became of it, what is to put right, what differs from before."""

    file: str
    state: State
    why: str = ""
    remedy: str = ""
    case: str = ""
    agency: str = ""
    form: str = ""
    version: int = 0
    kind: str = ""
    """Whether the form is an answer or a nil return."""
    received: str = ""
    findings: tuple[Finding, ...] = ()
    before: str = ""
    """When the return came that it was compared with."""
    changes: tuple[Change, ...] = ()
    places: tuple[str, ...] = ()
    """Where each change stands, in the words of the form."""
    kept: str = ""
    """Where the file is kept as it came."""
    moved: tuple[Moved, ...] = ()


def refusal_of(form: Reading, refused: InputRefused) -> Outcome:
    """Say that a form was not taken, and why."""
    state = State.UNIDENTIFIED if isinstance(refused, Unidentified) else State.REFUSED
    return Outcome(form.file, state, refused.what, refused.remedy)
