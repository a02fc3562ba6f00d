"""The days across and who does what down: one line for each step, in a lane for each role."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sgdocs.drawing.ink import Box, Ink, Paint
from sgdocs.drawing.lettering import BOLD, LABEL, Lettering, shortened, wrapped
from sgdocs.drawing.palette import BLACK, LANE, RULE
from sgdocs.timeline.axis import Axis
from sgdocs.timeline.lines import Line
from sgdocs.timeline.strokes import draw_line

__all__ = ["TITLE_WIDTH", "Chart", "LaneRow", "lanes"]

TITLE_WIDTH = 326.0
_INDENT = 8.0
_NUMBERS_WIDTH = 62.0
_WHO = Lettering(8.5, BOLD)
_NUMBER = Lettering(8, BOLD)
_LANE = 12.6
_PADDING = 3.0
_BASE = 9.4
_TITLE_LINES = 2
_STRONG = Paint(stroke=BLACK, width=0.9)


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A line, and whether it is the first of its lane."""

    line: Line
    first: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The section with a column for each day; its lines stand in lanes."""

    axis: Axis
    rows: tuple[LaneRow, ...]

    def head(self, start: int) -> float:
        """Give the height above a line: the axis, and the lane's name where it comes again."""
        return self.axis.height + (0 if self.rows[start].first else _LANE)

    @property
    def heights(self) -> tuple[float, ...]:
        """Give the height of each line, with its lane's name where it is the lane's first."""
        return tuple(_height(r.line) + (_LANE if r.first else 0) for r in self.rows)

    def draw(self, ink: Ink, top: float, part: range) -> None:
        """Draw the axis and some of the lines beneath it."""
        y = top + self.head(part.start)
        bottom = y + sum(self.heights[n] for n in part)
        self.axis.draw(ink, top, bottom)
        if not self.rows[part.start].first:
            self._name(ink, f"{self.rows[part.start].line.who}, continued", y - _LANE)
        for n in part:
            self._row(ink, self.rows[n], y)
            y += self.heights[n]
        ink.line((0, bottom), (self.axis.right, bottom), _STRONG)

    def _row(self, ink: Ink, row: LaneRow, top: float) -> None:
        if row.first:
            self._name(ink, row.line.who, top)
            self._line(ink, row.line, top + _LANE)
        else:
            ink.line((_INDENT, top), (self.axis.right, top), Paint(stroke=RULE, width=0.5))
            self._line(ink, row.line, top)

    def _name(self, ink: Ink, who: str, top: float) -> None:
        ink.box(Box(0, top, TITLE_WIDTH, _LANE), Paint(LANE))
        ink.line((0, top), (self.axis.right, top), _STRONG)
        ink.text((2, top + 9.8), shortened(who, _WHO, TITLE_WIDTH - 10), _WHO)

    def _line(self, ink: Ink, line: Line, top: float) -> None:
        for n, words in enumerate(_title(line)):
            ink.text((_INDENT, top + _BASE + n * LABEL.leading), words, LABEL)
        for n, numbers in enumerate(_numbers(line)):
            left = TITLE_WIDTH - _NUMBERS_WIDTH
            ink.text((left, top + _BASE + n * LABEL.leading), numbers, _NUMBER)
        draw_line(ink, line, self.axis, top + _height(line) / 2)


def lanes(lines: Iterable[Line]) -> Iterator[LaneRow]:
    """Gather the lines in lanes, the lane with the first date on top, each lane by date."""
    found: dict[str, list[Line]] = {}
    for line in sorted(lines, key=lambda one: min(one.days)):
        found.setdefault(line.who, []).append(line)
    for lane in found.values():
        for n, line in enumerate(lane):
            yield LaneRow(line, first=n == 0)


def _title(line: Line) -> tuple[str, ...]:
    room = TITLE_WIDTH - _INDENT - (_NUMBERS_WIDTH if line.numbers else 0)
    return wrapped(line.title, LABEL, room - 8, _TITLE_LINES)


def _numbers(line: Line) -> tuple[str, ...]:
    return wrapped(", ".join(line.numbers), _NUMBER, _NUMBERS_WIDTH - 4) if line.numbers else ()


def _height(line: Line) -> float:
    return max(len(_title(line)), len(_numbers(line))) * LABEL.leading + _PADDING
