"""The timetable as an accessible PDF: the picture with its essentials in words, then every date."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from math import ceil
from typing import Any

from sgdocs.content import Content
from sgdocs.dates import WorkingCalendar
from sgdocs.drawing.lettering import BOLD, Lettering, wrapped
from sgdocs.errors import InputRefused
from sgdocs.schedule import Row
from sgdocs.timeline.heading import Heading
from sgdocs.timeline.picture import draw_sheets
from sgdocs.timeline.summary import summary
from sgdocs.timeline.table import dated_cells, undated_cells
from sgdocs.timeline.timetable import Timetable, timetable
from sgdocs.typesetting import Sheet, printable, typeset

__all__ = ["typeset_pdf"]

_TEMPLATE = "timeline.typ"
# What an A4 page has in points between its margins, less a little for rounding.
_WIDTH, _HEIGHT = 786, 526
_TITLE = Lettering(16, BOLD)
_STANDS = Lettering(9.5)


def typeset_pdf(
    rows: Iterable[Row],
    heading: Heading,
    calendar: WorkingCalendar,
    as_of: date,
    content: Content,
) -> bytes:
    """Set a schedule as a PDF that meets PDF/UA-1 and PDF/A-2a; the same bytes every time."""
    table = timetable(rows, heading, calendar, as_of)
    data = json.dumps(_data(table), ensure_ascii=False, sort_keys=True)
    _refuse_unprintable(data, content)
    return typeset(Sheet(_TEMPLATE, data, as_of), content)


def _refuse_unprintable(text: str, content: Content) -> None:
    """Say that a character has no font, before the typesetter blames the template."""
    known = printable(content)
    if any(ord(c) not in known and c.isprintable() for c in text):
        raise InputRefused(
            "a name or title in this schedule has a character that no font here has.",
            remedy="Put a font that has it into the workspace's folder fonts, or use --format "
            "table, csv or xlsx, which keep every character.",
        )


def _data(table: Timetable) -> dict[str, Any]:
    sheets = draw_sheets(table, _WIDTH, _HEIGHT - _strip(table.heading))
    return {
        "title": table.heading.title,
        "stands": table.heading.stands,
        "as_of": table.heading.as_of,
        "reference": table.heading.reference,
        "strip": _strip(table.heading),
        "marking": table.heading.marking,
        "notes": table.notes,
        "day": {"year": table.as_of.year, "month": table.as_of.month, "day": table.as_of.day},
        "sheets": [
            {"svg": svg, "alt": _alt(table, n, len(sheets))} for n, svg in enumerate(sheets, 1)
        ],
        "dated": [asdict(cells) for cells in dated_cells(table)],
        "undated": [asdict(cells) for cells in undated_cells(table)],
    }


def _strip(heading: Heading) -> int:
    """Give the height of the strip over the picture: as a rule two lines beside the title."""
    room = _WIDTH - _TITLE.width(heading.title) - 24
    lines = wrapped(heading.stands, _STANDS, max(room, _WIDTH / 4))
    return ceil(max(2, len(lines)) * 12)


def _alt(table: Timetable, number: int, count: int) -> str:
    if number == 1:
        return f"{summary(table)} The tables after the picture give every date in words."
    return (
        f"The picture continued, sheet {number} of {count}. "
        "The tables after the picture give every date in words."
    )
