"""The days across and who does what down: one line for each step, in a lane for each role."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sgdocs.timeline.axis import Axis
from sgdocs.timeline.ink import Box, Ink, Paint
from sgdocs.timeline.lettering import BOLD, LABEL, Lettering, wrapped
from sgdocs.timeline.lines import Line
from sgdocs.timeline.palette import BLACK, RULE
from sgdocs.timeline.strokes import draw_line

__all__ = ["Chart", "Chunk", "chunks"]

LANE_WIDTH = 86.0
TITLE_WIDTH = 226.0
_WHO = Lettering(8.5, BOLD)
_PADDING = 4.0
_MOST_LINES = 6
_TITLE_LINES = 2


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some lines of a lane that stay together."""

    who: str
    lines: tuple[Line, ...]

    @property
    def height(self) -> float:
        """Give the height of the lines, or of the lane's name where that is taller."""
        name = len(_name(self.who)) * _WHO.leading + _PADDING
        return max(name, sum(_height(line) for line in self.lines))


@dataclass(frozen=True, slots=True)
class Chart:
    """The section with a column for each day."""

    axis: Axis
    chunks: tuple[Chunk, ...]

    @property
    def head(self) -> float:
        """Give the height above the first lane."""
        return self.axis.height

    @property
    def heights(self) -> tuple[float, ...]:
        """Give the height of each chunk of a lane."""
        return tuple(chunk.height for chunk in self.chunks)

    def draw(self, ink: Ink, top: float, part: range) -> None:
        """Draw the axis and the chunks beneath it."""
        y = top + self.head
        bottom = y + sum(self.heights[n] for n in part)
        self.axis.draw(ink, top, bottom)
        before = ""
        for chunk in (self.chunks[n] for n in part):
            self._chunk(ink, chunk, y, named=chunk.who != before)
            y, before = y + chunk.height, chunk.who
        self._rule(ink, 0, bottom, Paint(stroke=BLACK, width=0.9))

    def _chunk(self, ink: Ink, chunk: Chunk, top: float, *, named: bool) -> None:
        if named:
            self._rule(ink, 0, top, Paint(stroke=BLACK, width=0.9))
            for n, words in enumerate(_name(chunk.who)):
                ink.text((0, top + 10 + n * _WHO.leading), words, _WHO)
        y = top
        for n, line in enumerate(chunk.lines):
            if n or not named:
                self._rule(ink, LANE_WIDTH, y, Paint(stroke=RULE, width=0.5))
            self._line(ink, line, y)
            y += _height(line)

    def _line(self, ink: Ink, line: Line, top: float) -> None:
        title = _title(line)
        for n, words in enumerate(title):
            ink.text((LANE_WIDTH, top + 10 + n * LABEL.leading), words, LABEL)
        draw_line(ink, line, self.axis, top + _height(line) / 2)

    def _rule(self, ink: Ink, left: float, y: float, paint: Paint) -> None:
        ink.line((left, y), (self.axis.right, y), paint)


def chunks(lines: Iterable[Line]) -> Iterator[Chunk]:
    """Gather the lines in lanes, the lane with the first date on top, each lane by date."""
    lanes: dict[str, list[Line]] = {}
    for line in sorted(lines, key=lambda one: min(one.days)):
        lanes.setdefault(line.who, []).append(line)
    for who, lane in lanes.items():
        for part in _shared(lane):
            yield Chunk(who, part)


def _shared(lane: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    count = -(-len(lane) // _MOST_LINES)
    size = -(-len(lane) // count)
    for start in range(0, len(lane), size):
        yield tuple(lane[start : start + size])


def _name(who: str) -> tuple[str, ...]:
    return wrapped(who, _WHO, LANE_WIDTH - 8)


def _title(line: Line) -> tuple[str, ...]:
    return wrapped(line.title, LABEL, TITLE_WIDTH - 8, _TITLE_LINES)


def _height(line: Line) -> float:
    return len(_title(line)) * LABEL.leading + _PADDING
