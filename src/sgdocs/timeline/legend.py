"""What each mark and shade means, written under the picture; only what occurs is listed."""

from collections.abc import Iterable
from dataclasses import dataclass

from sgdocs.drawing.ink import Box, Ink, Paint
from sgdocs.drawing.lettering import SMALL
from sgdocs.drawing.palette import BLUE, GREY, HOLIDAY, WEEKEND, WHITE
from sgdocs.timeline.lines import Line, Mark
from sgdocs.timeline.marks import RADIUS, draw_mark

__all__ = ["Legend", "legend_for"]

_ROW = 13.0
_SWATCH = 14.0
_GAP = 12.0
_EXPECTED = "expected of another body"
_WINDOW = "any day of a period"
_SHADES = {"weekend": WEEKEND, "bank holiday": HOLIDAY}


@dataclass(frozen=True, slots=True)
class Legend:
    """The entries of the legend, in the order of urgency the marks are listed in."""

    entries: tuple[str, ...]
    width: float

    @property
    def height(self) -> float:
        """Give its height."""
        return _ROW * len(self._rows())

    def draw(self, ink: Ink, top: float) -> None:
        """Draw it."""
        for n, row in enumerate(self._rows()):
            x = 0.0
            for entry in row:
                _swatch(ink, entry, (x + RADIUS + 1.5, top + n * _ROW + 6.5))
                ink.text((x + _SWATCH, top + n * _ROW + 9.3), entry, SMALL)
                x += _room(entry)

    def _rows(self) -> list[list[str]]:
        rows: list[list[str]] = [[]]
        for entry in self.entries:
            if rows[-1] and sum(map(_room, (*rows[-1], entry))) - _GAP > self.width:
                rows.append([])
            rows[-1].append(entry)
        return rows


def legend_for(lines: Iterable[Line], width: float) -> Legend:
    """Make the legend for what occurs in some lines."""
    every = tuple(lines)
    found = {line.mark for line in every} | {Mark.OTHER for line in every if line.others}
    marks = [str(mark) for mark in Mark if mark in found]
    if any(line.expected for line in every):
        marks.append(_EXPECTED)
    if any(line.earliest for line in every):
        marks.append(_WINDOW)
    return Legend((*marks, *_SHADES), width)


def _room(entry: str) -> float:
    return _SWATCH + SMALL.width(entry) + _GAP


def _swatch(ink: Ink, entry: str, centre: tuple[float, float]) -> None:
    x, y = centre
    if entry in _SHADES:
        ink.box(Box(x - 5, y - 5, 10, 10), Paint(_SHADES[entry], GREY, 0.4))
    elif entry == _WINDOW:
        ink.box(Box(x - 6, y - 3.4, 12, 6.8), Paint(WHITE, BLUE, 1.1), rounded=1.5)
    elif entry == _EXPECTED:
        draw_mark(ink, Mark.COMING, centre, expected=True)
    else:
        draw_mark(ink, Mark(entry), centre)
