"""What a pack is made of: pieces of paper, sent together to one person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sgdocs.artefacts import Addressee, Wanted
from sgdocs.documents import Document

__all__ = ["Pack", "Piece", "Sending"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One paper of a sending, and the name its files have."""

    stem: str
    wanted: Wanted
    document: Document


@dataclass(frozen=True, slots=True)
class Sending:
    """The papers of one step for one person, and the mail that takes them."""

    day: date
    to: Addressee
    pieces: tuple[Piece, ...]
    mail: bytes = b""
    body: str = ""

    @property
    def stem(self) -> str:
        """Give the name its mail has: that of its first paper."""
        return self.pieces[0].stem


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything that is made for a case on a day."""

    reference: str
    sendings: tuple[Sending, ...]
    bound: Mapping[tuple[date, str], bytes] = field(default_factory=dict)
    """The papers of one person on one day as one PDF, by day and the person's key."""
    beside: Mapping[str, bytes] = field(default_factory=dict)
    """What concerns the whole case: the timetable, the calendar entries, the call sheet."""
