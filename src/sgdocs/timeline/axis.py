"""The days across: a column each, weekends and bank holidays shaded and named, today marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from sgdocs.dates import WorkingCalendar, day_name, month_words, short_words
from sgdocs.drawing.ink import Box, Ink, Paint
from sgdocs.drawing.lettering import BOLD, SMALL, Lettering, shortened
from sgdocs.drawing.palette import BLACK, BLUE, GREY, HOLIDAY, PALE_BLUE, WEEKEND, WHITE
from sgdocs.timeline.named_days import NamedDay, named_days
from sgdocs.timeline.span import Span

__all__ = ["Axis"]

_FLAG = 13.0
_MONTH = 12.5
_NAME = 10.0
_WEEKDAY = 9.5
_NUMBER = 11.0
_COUNT = 11.0
_STRONG = Lettering(8.5, BOLD)
_QUIET = Lettering(7.75, colour=GREY)
_SATURDAY = 5


@dataclass(frozen=True)  # no slots: the named days are worked out once
class Axis:
    """The days of a span, drawn between two edges of the sheet."""

    span: Span
    left: float
    right: float
    calendar: WorkingCalendar
    as_of: date
    zero: date | None

    @property
    def day_width(self) -> float:
        """Give the width of a day's column."""
        return (self.right - self.left) / len(self.span.days)

    @property
    def height(self) -> float:
        """Give the height of everything above the first lane."""
        names = _NAME * max((n.storey + 1 for n in self._names), default=0)
        return self._flag + _MONTH + names + self._heads

    def x(self, day: date) -> float:
        """Give the left edge of a day's column; beyond the span, the nearest edge of the axis."""
        return self._within((day - self.span.first).days)

    def centre(self, day: date) -> float:
        """Give the middle of a day's column; beyond the span, the nearest edge of the axis."""
        return self._within((day - self.span.first).days + 0.5)

    def draw(self, ink: Ink, top: float, bottom: float) -> None:
        """Draw the columns down to the bottom, and what stands above them."""
        shaded = top + self.height - self._heads
        self._shade(ink, shaded, bottom)
        if self.as_of in self.span:
            self._today(ink, top, bottom)
        self._months(ink, top + self._flag)
        self._name_days(ink, shaded)
        for day in self.span.days:
            self._head(ink, day, shaded)
        if self.zero:
            self._zero(ink, top + self.height)

    def _within(self, days: float) -> float:
        return min(max(self.left + days * self.day_width, self.left), self.right)

    @property
    def _flag(self) -> float:
        return _FLAG if self.as_of in self.span else 0

    @property
    def _heads(self) -> float:
        return _WEEKDAY + _NUMBER + (_COUNT if self.zero else 0)

    @cached_property
    def _names(self) -> tuple[NamedDay, ...]:
        return named_days(self.span, self.calendar, self.x, self.right)

    def _shade(self, ink: Ink, top: float, bottom: float) -> None:
        for day in self.span.days:
            box = Box(self.x(day), top, self.day_width, bottom - top)
            if day == self.as_of:
                ink.box(box, Paint(PALE_BLUE))
            elif not self.calendar.is_working_day(day):
                ink.box(box, Paint(WEEKEND if day.weekday() >= _SATURDAY else HOLIDAY))
            elif self.calendar.closures_hit(day - timedelta(days=1), day):
                ink.box(box, Paint(WEEKEND))

    def _today(self, ink: Ink, top: float, bottom: float) -> None:
        x = self.centre(self.as_of)
        ink.line((x, top + _FLAG), (x, bottom), Paint(stroke=BLUE, width=1.5))
        words, lettering = f"Today, {short_words(self.as_of)}", Lettering(8.5, BOLD, WHITE)
        width = lettering.width(words) + 10
        flag = Box(min(max(x - width / 2, self.left), self.right - width), top, width, _FLAG)
        ink.box(flag, Paint(BLUE), rounded=2)
        ink.text((flag.x + 5, flag.bottom - 3.8), words, lettering)

    def _months(self, ink: Ink, top: float) -> None:
        for first, last in _months(self.span):
            left, right = self.x(first), self.x(last) + self.day_width
            words = shortened(month_words(first), _STRONG, right - left - 4)
            if len(words) > 3:
                self._on_white(ink, (left + 3, top + 9), words, _STRONG)
            paint = Paint(stroke=BLACK, width=0.9)
            ink.line((left, top + 1), (left, top + _MONTH), paint)

    def _name_days(self, ink: Ink, bottom: float) -> None:
        for name in self._names:
            x = self.x(name.day) + 0.4
            # A name set to the left of its column, near the edge, stands above its own stroke.
            storeys = name.storey + (1 if name.left > x else 0)
            ink.line((x, bottom - _NAME * storeys), (x, bottom), Paint(stroke=GREY, width=0.6))
        for name in self._names:
            base = bottom - _NAME * name.storey - 2.5
            self._on_white(ink, (name.left, base), name.words, SMALL)

    def _head(self, ink: Ink, day: date, top: float) -> None:
        here = day == self.as_of
        if here:
            box = Box(self.x(day), top, self.day_width, self._heads)
            ink.box(box, Paint(BLUE))
        colour = WHITE if here else BLACK
        open_day = self.calendar.is_working_day(day)
        weekday = Lettering(7.75, colour=colour if open_day or here else GREY)
        number = Lettering(8.5, BOLD, weekday.colour)
        name = day_name(day)[:3]
        if weekday.width("Wed") > self.day_width - 1.5:
            name = name[:2]
        self._centred(ink, day, top + 8, name, weekday)
        self._centred(ink, day, top + _WEEKDAY + 8, str(day.day), number)
        if self.zero and open_day and day >= self.zero:
            quiet = Lettering(_QUIET.size, colour=WHITE if here else GREY)
            count = self.calendar.between(self.zero, day)
            self._centred(ink, day, top + _WEEKDAY + _NUMBER + 8, str(count), quiet)

    def _zero(self, ink: Ink, bottom: float) -> None:
        if self.zero is None:
            return
        words = f"Working day, counted from {short_words(self.zero)}, day 0"
        ink.text((self.left - 4 - _QUIET.width(words), bottom - 3), words, _QUIET)

    def _centred(self, ink: Ink, day: date, base: float, words: str, lettering: Lettering) -> None:
        ink.text((self.centre(day) - lettering.width(words) / 2, base), words, lettering)

    def _on_white(
        self, ink: Ink, place: tuple[float, float], words: str, lettering: Lettering
    ) -> None:
        x, base = place
        width = lettering.width(words)
        if x - 1 <= self.centre(self.as_of) <= x + width + 1:
            ink.box(Box(x - 1, base - 7, width + 2, 9), Paint(WHITE))
        ink.text(place, words, lettering)


def _months(span: Span) -> Iterator[tuple[date, date]]:
    first = span.first
    for day in span.days:
        following = day + timedelta(days=1)
        if following.month != day.month or day == span.last:
            yield first, day
            first = following
