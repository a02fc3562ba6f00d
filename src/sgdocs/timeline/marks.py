"""The marks: each status has a shape of its own, so that nobody needs colour to tell them apart."""

from collections.abc import Callable

from sgdocs.drawing.ink import Box, Ink, Paint
from sgdocs.drawing.lettering import BOLD, Lettering
from sgdocs.drawing.palette import AMBER, BLACK, BLUE, GREEN, GREY, PALE_AMBER, RED, WHITE
from sgdocs.timeline.lines import Mark

__all__ = ["RADIUS", "draw_mark"]

RADIUS = 4.6
_DOTS = (1.0, 1.3)
Point = tuple[float, float]


def draw_mark(ink: Ink, mark: Mark, centre: Point, *, expected: bool = False) -> None:
    """Draw a mark; what is only expected of another body has a dotted outline."""
    _DRAWN[mark](ink, centre, _DOTS if expected else ())


def _done(ink: Ink, centre: Point, _: tuple[float, ...]) -> None:
    ink.circle(centre, RADIUS, Paint(GREEN, GREEN))
    _tick(ink, centre, WHITE)


def _done_late(ink: Ink, centre: Point, _: tuple[float, ...]) -> None:
    ink.circle(centre, RADIUS, Paint(WHITE, BLACK, 1.5))
    _tick(ink, centre, BLACK)


def _overdue(ink: Ink, centre: Point, _: tuple[float, ...]) -> None:
    x, y = centre
    ink.polygon([(x, y - 5.6), (x + 5.9, y + 4.6), (x - 5.9, y + 4.6)], Paint(RED, RED))
    lettering = Lettering(8.5, BOLD, WHITE)
    ink.text((x - lettering.width("!") / 2, y + 3.8), "!", lettering)


def _today(ink: Ink, centre: Point, dots: tuple[float, ...]) -> None:
    ink.polygon(_diamond(centre), Paint(AMBER, BLACK, 1.2, dots))


def _soon(ink: Ink, centre: Point, dots: tuple[float, ...]) -> None:
    ink.polygon(_diamond(centre), Paint(PALE_AMBER, BLACK, 1.2, dots))


def _coming(ink: Ink, centre: Point, dots: tuple[float, ...]) -> None:
    ink.circle(centre, RADIUS - 0.4, Paint(WHITE, BLUE, 1.2, dots))


def _period(ink: Ink, centre: Point, _: tuple[float, ...]) -> None:
    x, y = centre
    ink.polygon([(x - 3.6, y - 4.4), (x + 4.4, y), (x - 3.6, y + 4.4)], Paint(WHITE, BLUE, 1.2))


def _passed(ink: Ink, centre: Point, _: tuple[float, ...]) -> None:
    ink.circle(centre, RADIUS - 1.2, Paint(WHITE, GREY, 0.9))
    ink.line((centre[0] - 1.6, centre[1]), (centre[0] + 1.6, centre[1]), Paint(stroke=GREY))


def _other(ink: Ink, centre: Point, _: tuple[float, ...]) -> None:
    ink.box(Box(centre[0] - 2.6, centre[1] - 2.6, 5.2, 5.2), Paint(WHITE, GREY, 0.9))


def _tick(ink: Ink, centre: Point, colour: str) -> None:
    x, y = centre
    paint = Paint(stroke=colour, width=1.3)
    ink.line((x - 2.3, y + 0.1), (x - 0.6, y + 1.9), paint)
    ink.line((x - 0.6, y + 1.9), (x + 2.4, y - 1.9), paint)


def _diamond(centre: Point) -> list[Point]:
    x, y = centre
    return [(x, y - 5.6), (x + 5.6, y), (x, y + 5.6), (x - 5.6, y)]


_DRAWN: dict[Mark, Callable[[Ink, Point, tuple[float, ...]], None]] = {
    Mark.DONE: _done,
    Mark.DONE_LATE: _done_late,
    Mark.OVERDUE: _overdue,
    Mark.TODAY: _today,
    Mark.SOON: _soon,
    Mark.COMING: _coming,
    Mark.PERIOD: _period,
    Mark.PASSED: _passed,
    Mark.OTHER: _other,
}
