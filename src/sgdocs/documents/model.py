"""What is asked of the maker, and what it gives."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from sgdocs.artefacts import Addressee
from sgdocs.binding import Part
from sgdocs.forms import FormIdentity
from sgdocs.papers import Figure, Letterhead, Paper
from sgdocs.procedure import Artefact

__all__ = ["Document", "Enclosures", "Order", "Sender"]

Enclosures = Sequence[Part | str]


@dataclass(frozen=True, slots=True)
class Sender:
    """Somebody other than the office whom a letter comes from."""

    name: str
    job_title: str
    letterhead: Letterhead

    def as_data(self) -> dict[str, str]:
        """Give what a letter may print."""
        return {
            "name": self.name,
            "job_title": self.job_title,
            "organisation": self.letterhead.office,
            "email": self.letterhead.email,
            "phone": self.letterhead.phone,
        }


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: which paper, for whom, as which version, with which facts."""

    artefact: Artefact
    to: Addressee
    facts: Mapping[str, Any]
    letterhead: Letterhead
    day: date
    marking: str
    senders: Callable[[str], Sender | None]
    """Gives who holds a role that sends letters of its own, such as the local authority."""
    fields: Callable[[Mapping[str, int]], Mapping[str, Any]]
    """Gives the fields of a form, from how many rows its lists have at least."""
    figures: Callable[[], Mapping[str, Figure]] = dict
    """Draws the pictures a report may show."""
    enclosures: Callable[[], Enclosures] = tuple
    """Gives what agencies sent to be included whole, each stamped, or why it cannot be."""
    roles: frozenset[str] = frozenset()
    """The reader's role, and the groups it belongs to."""
    version: int = 1
    draft: bool = False
    instead: str = ""
    """What is printed in place of a fact that is missing; empty where that is a fault."""
    replaces: date | None = None
    """The day the version before was sent."""
    form: FormIdentity | None = None
    """What it is known by when it comes back, where the reader is to fill it in."""
    rows: Mapping[str, int] = field(default_factory=dict)
    """How many rows a list of the form has, where that is more than its template says."""

    @property
    def reference(self) -> str:
        """Give the case's reference."""
        return str(self.facts["reference"])

    @property
    def document_id(self) -> str:
        """Name the paper within the case."""
        agency = self.form.agency if self.form else ""
        return "/".join(filter(None, (self.reference, self.artefact.id, agency)))


@dataclass(frozen=True, slots=True)
class Document:
    """One paper, made."""

    order: Order
    title: str
    paper: Paper | None
    """Its blocks; a briefing, which has a page of its own, has none."""
    word: bytes
    pdf: bytes
    """Empty where the paper cannot be set; `unset` says why."""
    kind: Literal["letter", "form", "record", "report"]
    wording: str
    """The file its words come from."""
    unset: str = ""
    foreign: bool = False
    """Pages that came from elsewhere stand behind it."""
