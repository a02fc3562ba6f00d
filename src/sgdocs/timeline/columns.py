"""Lists in columns beneath the days, filled from left to right."""

from collections.abc import Sequence
from typing import TypeVar

from sgdocs.drawing.ink import Ink, Paint
from sgdocs.drawing.lettering import BOLD, Lettering
from sgdocs.drawing.palette import BLUE

__all__ = ["COLUMNS", "GUTTER", "HEAD", "column_width", "draw_heading", "in_rows"]

COLUMNS = 3
GUTTER = 16.0
HEAD = 18.0
_HEADING = Lettering(10.5, BOLD, BLUE)
Item = TypeVar("Item")


def column_width(width: float) -> float:
    """Give the width of one column."""
    return (width - GUTTER * (COLUMNS - 1)) / COLUMNS


def in_rows(items: Sequence[Item]) -> tuple[Sequence[Item], ...]:
    """Put things side by side, row by row."""
    return tuple(items[n : n + COLUMNS] for n in range(0, len(items), COLUMNS))


def draw_heading(ink: Ink, top: float, words: str, width: float) -> None:
    """Write a section's heading over a rule."""
    ink.text((0, top + 10.5), words, _HEADING)
    ink.line((0, top + 14), (width, top + 14), Paint(stroke=BLUE, width=1))
