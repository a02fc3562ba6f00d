"""What a pack is made of: pieces of paper, sent together to one person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from sgdocs.artefacts import Addressee, Wanted
from sgdocs.documents import Document

__all__ = ["Contents", "Kept", "Pack", "Piece", "Sending"]

Contents = Literal["all", "papers", "word"]
"""What a pack holds: everything, the papers as Word and PDF, or the Word files alone."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One paper of a sending, and the name its files have."""

    stem: str
    wanted: Wanted
    document: Document
    made_from: str = ""
    """The fingerprint of everything it was made from."""


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
class Kept:
    """A sending taken over from an earlier pack as it is: all it was made from is the same."""

    day: date
    to: Addressee
    files: Mapping[str, bytes]
    """Its files by their path in the pack."""
    papers: tuple[Mapping[str, Any], ...]
    """What the earlier pack's list says of its papers."""


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything that is made for a case on a day."""

    reference: str
    sendings: tuple[Sending | Kept, ...]
    bound: Mapping[tuple[date, str], bytes] = field(default_factory=dict)
    """The papers of one person on one day as one PDF, by day and the person's key."""
    beside: Mapping[str, bytes] = field(default_factory=dict)
    """What concerns the whole case: the timetable, the calendar entries, the call sheet."""
