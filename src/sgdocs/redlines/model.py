"""A passage of a paper in which something changes."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Change", "Passage"]

Change = Literal["same", "out", "in"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of a paper: its words in order, each kept, taken out or put in."""

    under: str
    """The heading it stands under."""
    words: tuple[tuple[Change, str], ...]
