"""A dated edition of the bank holidays, as data with a source and a date it is confirmed to."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sgdocs.dates.moments import parse_date
from sgdocs.errors import InputRefused

__all__ = ["Edition", "Holiday"]

_REMEDY = "Compare the calendar file with the schema calendar.schema.json and put it right."


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which offices are closed everywhere."""

    date: date
    title: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The bank holidays as known when the edition was made; later ones may still be proclaimed."""

    id: str
    edition: str
    title: str
    source: str
    confirmed_from: date
    confirmed_to: date
    holidays: tuple[Holiday, ...]

    def __post_init__(self) -> None:
        if self.confirmed_to < self.confirmed_from:
            raise InputRefused("A calendar is confirmed to a day before it starts.", remedy=_REMEDY)
        if any(n > 1 for n in Counter(h.date for h in self.holidays).values()):
            raise InputRefused("A calendar lists the same day twice.", remedy=_REMEDY)

    @property
    def label(self) -> str:
        """Name the edition the way a schedule quotes it: england-and-wales 2026.1."""
        return f"{self.id} {self.edition}"

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Edition":
        """Take an edition from a calendar file's parsed data, whose dates are still text."""
        try:
            return cls(
                **{part: data[part] for part in ("id", "edition", "title", "source")},
                confirmed_from=parse_date(data["confirmed_from"]),
                confirmed_to=parse_date(data["confirmed_to"]),
                holidays=tuple(
                    Holiday(parse_date(h["date"]), h["title"]) for h in data["holidays"]
                ),
            )
        except (KeyError, TypeError, ValueError) as fault:
            raise InputRefused("A calendar file is not complete.", remedy=_REMEDY) from fault
