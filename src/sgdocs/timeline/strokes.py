"""One line's own drawing on the days: its bar, what joins its dates, its marks and its words."""

from sgdocs.drawing.ink import Box, Ink, Paint
from sgdocs.drawing.lettering import BOLD, SMALL, Lettering, shortened
from sgdocs.drawing.palette import BLACK, BLUE, GREY, PALE_RED, RED, WHITE
from sgdocs.timeline.axis import Axis
from sgdocs.timeline.lines import Line, Mark
from sgdocs.timeline.marks import RADIUS, draw_mark

__all__ = ["draw_line", "lettering_of"]

_GAP = 3.0
_URGENT = frozenset({Mark.OVERDUE, Mark.TODAY, Mark.SOON, Mark.DONE_LATE})


def draw_line(ink: Ink, line: Line, axis: Axis, y: float) -> None:
    """Draw a line's marks on its days, with words beside them."""
    _bar(ink, line, axis, y)
    _joins(ink, line, axis, y)
    for other in line.others:
        draw_mark(ink, Mark.OTHER, (axis.centre(other.day), y))
    draw_mark(ink, line.mark, (axis.centre(line.day), y), expected=line.expected)
    _words(ink, line, axis, y)


def lettering_of(line: Line) -> Lettering:
    """Give the lettering of a line's words: bold where somebody should act or explain."""
    colour = RED if line.mark is Mark.OVERDUE else BLACK
    return Lettering(SMALL.size, BOLD if line.mark in _URGENT else SMALL.font, colour)


def _extent(line: Line, axis: Axis) -> tuple[float, float]:
    """Give how far the drawing reaches, so that the words can stand beside it."""
    places = [axis.centre(day) for day in (line.day, *(o.day for o in line.others))]
    left, right = min(places) - RADIUS - 1, max(places) + RADIUS + 1
    if line.earliest:
        left = min(left, axis.x(line.earliest))
        right = max(right, axis.centre(line.due or line.day) + axis.day_width / 2)
    if line.mark is Mark.DONE_LATE and line.due:
        left = min(left, axis.centre(line.due) - 1)
    if line.mark is Mark.OVERDUE:
        right = max(right, axis.centre(axis.as_of) + 1)
    return max(left, axis.left), min(right, axis.right)


def _bar(ink: Ink, line: Line, axis: Axis, y: float) -> None:
    if line.earliest is None or line.due is None:
        return
    left, right = axis.x(line.earliest) + 1, axis.centre(line.due) + axis.day_width / 2 - 1
    right = min(right, axis.right)
    ink.box(Box(left, y - 3.4, right - left, 6.8), Paint(WHITE, BLUE, 1.1), rounded=1.5)


def _joins(ink: Ink, line: Line, axis: Axis, y: float) -> None:
    x = axis.centre(line.day)
    for other in line.others:
        ink.line((x, y), (axis.centre(other.day), y), Paint(stroke=GREY, width=0.9, dash=(2, 1.6)))
    if line.mark is Mark.OVERDUE:
        ink.box(Box(x, y - 2.2, max(axis.centre(axis.as_of) - x, 0), 4.4), Paint(PALE_RED))
    if line.mark is Mark.DONE_LATE and line.due:
        due = axis.centre(line.due)
        ink.line((due, y), (x, y), Paint(stroke=BLACK, width=1.1))
        ink.line((due, y - 3.5), (due, y + 3.5), Paint(stroke=BLACK, width=1.4))


def _words(ink: Ink, line: Line, axis: Axis, y: float) -> None:
    lettering = lettering_of(line)
    left, right = _extent(line, axis)
    words, start = _beside(_said(line), lettering, (left, axis.centre(line.day), right), axis)
    end = start + lettering.width(words)
    if start - 1 <= axis.centre(axis.as_of) <= end + 1 or left < start < right:
        ink.box(Box(start - 1, y - 4.5, end - start + 2, 9), Paint(WHITE))
    ink.text((start, y + 2.8), words, lettering)


def _said(line: Line) -> tuple[str, ...]:
    others = [o.phrase for o in line.others]
    return (", ".join((line.phrases[0], *others)), *line.phrases)


def _beside(
    said: tuple[str, ...], lettering: Lettering, reach: tuple[float, float, float], axis: Axis
) -> tuple[str, float]:
    """Choose the fullest words that fit on the right, or on the left, or else on the bar itself."""
    left, mark, right = reach
    for words in said:
        width = lettering.width(words) + _GAP
        if right + width <= axis.right - 2:
            return words, right + _GAP
        if left - width >= axis.left + 2:
            return words, left - width
    inside = mark + RADIUS + 2 * _GAP
    room = axis.right - 2 * RADIUS - inside
    words = shortened(said[-1], lettering, room)
    return (words if lettering.width(words) <= room else ""), inside
