"""Dates before and after the days shown: listed under the name of their month, months across."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sgdocs.dates import month_words, short_words
from sgdocs.drawing.ink import Box, Ink, Paint
from sgdocs.drawing.lettering import BOLD, LABEL, Lettering, shortened, wrapped
from sgdocs.drawing.palette import BLACK, BLUE, WHITE
from sgdocs.timeline.columns import GUTTER, HEAD, column_width, draw_heading, in_rows
from sgdocs.timeline.lines import Line
from sgdocs.timeline.marks import RADIUS, draw_mark
from sgdocs.timeline.strokes import lettering_of

__all__ = ["Card", "Months", "cards"]

_MONTH = Lettering(9, BOLD)
_TODAY = Lettering(8.5, BOLD, WHITE)
_INDENT = 2 * RADIUS + 6
_MONTH_HEIGHT = 14.0
_PADDING = 3.5
_MOST_ENTRIES = 7


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated line in a month, or today where it lies among them."""

    day: date
    line: Line | None

    def words(self, width: float) -> tuple[str, ...]:
        """Give what to do, and who does it, broken into lines."""
        if self.line is None:
            return ()
        return wrapped(f"{self.line.title} ({self.line.who})", LABEL, width - _INDENT, 4)

    def height(self, width: float) -> float:
        """Give its height in a column."""
        return (1 + len(self.words(width))) * LABEL.leading + _PADDING


@dataclass(frozen=True, slots=True)
class Card:
    """Some entries of one month."""

    month: str
    entries: tuple[Entry, ...]

    def height(self, width: float) -> float:
        """Give its height in a column."""
        return _MONTH_HEIGHT + sum(e.height(width) for e in self.entries)


@dataclass(frozen=True, slots=True)
class Months:
    """The section of dates that have no column of their own."""

    title: str
    width: float
    cards: tuple[Card, ...]

    def head(self, _: int) -> float:
        """Give the height of its heading."""
        return HEAD

    @property
    def heights(self) -> tuple[float, ...]:
        """Give the height of each row of months."""
        width = column_width(self.width)
        return tuple(max(c.height(width) for c in row) + 6 for row in in_rows(self.cards))

    def draw(self, ink: Ink, top: float, part: range) -> None:
        """Draw the heading and some rows of months."""
        draw_heading(ink, top, self.title, self.width)
        y = top + HEAD
        for n in part:
            for column, card in enumerate(in_rows(self.cards)[n]):
                self._card(ink, card, column * (column_width(self.width) + GUTTER), y)
            y += self.heights[n]

    def _card(self, ink: Ink, card: Card, left: float, top: float) -> None:
        width = column_width(self.width)
        ink.text((left, top + 9.5), card.month, _MONTH)
        ink.line((left, top + 12.5), (left + width, top + 12.5), Paint(stroke=BLACK, width=0.6))
        y = top + _MONTH_HEIGHT
        for entry in card.entries:
            _draw_entry(ink, entry, Box(left, y, width, entry.height(width)))
            y += entry.height(width)


def cards(lines: Iterable[Line], today: date | None) -> tuple[Card, ...]:
    """Gather lines by month; today is listed among them where a day is given."""
    entries = [Entry(line.day, line) for line in lines]
    if today:
        entries.append(Entry(today, None))
    months: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda e: e.day):
        months.setdefault(month_words(entry.day), []).append(entry)
    return tuple(card for month, there in months.items() for card in _shared(month, there))


def _shared(month: str, entries: Sequence[Entry]) -> Iterable[Card]:
    for start in range(0, len(entries), _MOST_ENTRIES):
        name = f"{month}, continued" if start else month
        yield Card(name, tuple(entries[start : start + _MOST_ENTRIES]))


def _draw_entry(ink: Ink, entry: Entry, box: Box) -> None:
    base = box.y + 10
    if entry.line is None:
        words = f"Today, {short_words(entry.day)}"
        flag = Box(box.x, box.y + 1, _TODAY.width(words) + 10, LABEL.leading + 2)
        ink.box(flag, Paint(BLUE), rounded=2)
        ink.text((flag.x + 5, base), words, _TODAY)
        return
    line = entry.line
    draw_mark(ink, line.mark, (box.x + RADIUS + 1.5, base - 2.9), expected=line.expected)
    phrase = shortened(line.phrases[0], lettering_of(line), box.width - _INDENT)
    ink.text((box.x + _INDENT, base), phrase, lettering_of(line))
    for n, said in enumerate(entry.words(box.width), 1):
        ink.text((box.x + _INDENT, base + n * LABEL.leading), said, LABEL)
