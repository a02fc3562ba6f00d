"""What was found in a folded text, before it becomes a mask or a flag."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Hit", "Sort", "Spans"]


class Sort(StrEnum):
    """What becomes of what was found."""

    MASK = "mask"
    KEEP = "keep"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of the folded text, and what is to become of it."""

    start: int
    end: int
    sort: Sort
    key: str = ""
    """Of a mask: who or what it is."""
    label: str = ""
    words: str = ""
    """Of a mask: what takes its place, before grammar has its say."""
    reason: str = ""


class Spans:
    """Which parts of the text are taken already."""

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length + 1)

    def free(self, start: int, end: int) -> bool:
        """Say whether nothing has been found there yet."""
        return not any(self._taken[start:end])

    def take(self, start: int, end: int) -> None:
        """Mark a stretch as found."""
        self._taken[start:end] = b"\x01" * (end - start)
