"""The whole picture: its sections shared out over sheets, each sheet with its legend, as SVG."""

from collections.abc import Iterable, Iterator
from datetime import date
from math import ceil, inf

from sgdocs.dates import WorkingCalendar
from sgdocs.drawing.ink import Caption, Ink
from sgdocs.drawing.lettering import BOLD, LABEL, SMALL, Lettering
from sgdocs.schedule import Row
from sgdocs.timeline.axis import Axis
from sgdocs.timeline.chart import TITLE_WIDTH, Chart, lanes
from sgdocs.timeline.heading import Heading
from sgdocs.timeline.legend import Legend, legend_for
from sgdocs.timeline.months import Months, cards
from sgdocs.timeline.sections import Piece, Section, paginate
from sgdocs.timeline.summary import summary
from sgdocs.timeline.timetable import Timetable, timetable
from sgdocs.timeline.undated import Undated, undated_titles

__all__ = ["draw_sheets", "draw_svg"]

_A4 = (842, 595)
_MARGIN = 28
_TOP = 44.0
_GAP = 8.0
_TITLE = Lettering(16, BOLD)
_MARKING = Lettering(10, BOLD)


def draw_svg(rows: Iterable[Row], heading: Heading, calendar: WorkingCalendar, as_of: date) -> str:
    """Draw a schedule as one picture: A4 across where it fits, taller where it does not."""
    table = timetable(rows, heading, calendar, as_of)
    width = _A4[0] - 2 * _MARGIN
    legend = legend_for(table.lines, width)
    (pieces,) = paginate(_sections(table, width), inf)
    tall = _TOP + _bottom(pieces) + _GAP + legend.height + 2 * SMALL.leading + 2 * _MARGIN
    ink = Ink(_A4[0], max(_A4[1], ceil(tall)), (_MARGIN, _MARGIN))
    _title(ink, table, width)
    _fill(ink, pieces, legend, _TOP)
    foot = _TOP + _bottom(pieces) + _GAP + legend.height + SMALL.leading + 4
    ink.text((0, foot), table.notes, SMALL)
    return ink.svg(Caption(heading.title, summary(table)))


def draw_sheets(table: Timetable, width: int, height: int) -> tuple[str, ...]:
    """Draw a schedule on as many sheets as it needs, none taller than allowed, without a title."""
    room = width - 2
    legend = legend_for(table.lines, room)
    pages = paginate(_sections(table, room), height - legend.height - _GAP - 2)
    caption = Caption(table.heading.title, summary(table))
    sheets = []
    for pieces in pages:
        ink = Ink(width, ceil(_bottom(pieces) + _GAP + legend.height) + 2, (1, 1))
        _fill(ink, pieces, legend, 0)
        sheets.append(ink.svg(caption))
    return tuple(sheets)


def _sections(table: Timetable, width: float) -> Iterator[Section]:
    placed, today = table.placed, table.as_of
    earlier = cards(placed.earlier, today if today < placed.span.first else None)
    later = cards(placed.later, today if today > placed.span.last else None)
    if earlier:
        yield Months("Before these days", width, earlier)
    if placed.inside:
        axis = Axis(placed.span, TITLE_WIDTH, width, table.calendar, today, table.zero)
        yield Chart(axis, tuple(lanes(placed.inside)))
    if later:
        yield Months("Later", width, later)
    for title, waiting in (
        ("No date yet: another step or decision comes first", True),
        ("No time limit in the procedure", False),
    ):
        if items := undated_titles(table.rows, table.heading, waiting=waiting):
            yield Undated(title, width, items)


def _title(ink: Ink, table: Timetable, width: float) -> None:
    heading = table.heading
    ink.text((0, 14), heading.title, _TITLE)
    ink.text((width - _MARKING.width(heading.marking), 12), heading.marking, _MARKING)
    ink.text((0, 29), heading.stands, LABEL)


def _fill(ink: Ink, pieces: tuple[Piece, ...], legend: Legend, top: float) -> None:
    for piece in pieces:
        piece.section.draw(ink, top + piece.top, piece.part)
    legend.draw(ink, top + _bottom(pieces) + _GAP)


def _bottom(pieces: tuple[Piece, ...]) -> float:
    return pieces[-1].bottom if pieces else 0
