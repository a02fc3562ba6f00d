"""Steps that have no date yet, in a compact list, so that nothing is forgotten."""

from collections.abc import Iterable
from dataclasses import dataclass

from sgdocs.drawing.ink import Box, Ink, Paint
from sgdocs.drawing.lettering import SMALL, wrapped
from sgdocs.drawing.palette import GREY
from sgdocs.schedule import Row, Status
from sgdocs.timeline.columns import GUTTER, HEAD, column_width, draw_heading, in_rows
from sgdocs.timeline.heading import Heading
from sgdocs.timeline.lines import MANY, folded

__all__ = ["Undated", "undated_groups", "undated_titles"]

_INDENT = 8.0


@dataclass(frozen=True, slots=True)
class Undated:
    """The section of steps without a date."""

    title: str
    width: float
    items: tuple[str, ...]

    def head(self, _: int) -> float:
        """Give the height of its heading."""
        return HEAD

    @property
    def heights(self) -> tuple[float, ...]:
        """Give the height of each row of items."""
        return tuple(
            max(len(self._words(i)) for i in row) * SMALL.leading + 2 for row in in_rows(self.items)
        )

    def draw(self, ink: Ink, top: float, part: range) -> None:
        """Draw the heading and some rows of items."""
        draw_heading(ink, top, self.title, self.width)
        y = top + HEAD
        for n in part:
            for column, item in enumerate(in_rows(self.items)[n]):
                self._item(ink, item, column * (column_width(self.width) + GUTTER), y)
            y += self.heights[n]

    def _item(self, ink: Ink, item: str, left: float, top: float) -> None:
        ink.box(Box(left + 1, top + 4, 3, 3), Paint(GREY))
        for n, words in enumerate(self._words(item)):
            ink.text((left + _INDENT, top + 8 + n * SMALL.leading), words, SMALL)

    def _words(self, item: str) -> tuple[str, ...]:
        return wrapped(item, SMALL, column_width(self.width) - _INDENT)


def undated_groups(rows: Iterable[Row]) -> tuple[tuple[Row, ...], ...]:
    """Give the steps that have no date, other readings of them left out."""
    return tuple(
        group
        for group in folded(rows)
        if group[0].due is None and group[0].actual is None and not group[0].is_reading
    )


def undated_titles(rows: Iterable[Row], heading: Heading, *, waiting: bool) -> tuple[str, ...]:
    """Name the steps that wait for a date to be recorded, or those that have no time limit."""
    groups = (g for g in undated_groups(rows) if (g[0].status is Status.WAITING) == waiting)
    return tuple(_item(g, heading) for g in groups)


def _item(group: tuple[Row, ...], heading: Heading) -> str:
    row = group[0]
    many = f"{MANY}{len(group)}" if len(group) > 1 else ""
    one = f": {row.instance.label}" if row.instance and not many else ""
    return f"{row.title}{many}{one} ({heading.role(row.responsible)})"
