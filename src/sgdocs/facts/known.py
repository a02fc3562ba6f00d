"""What was known on a day: records dated later have not happened yet."""

from datetime import date, time

from sgdocs.dates import Moment, parse_moment

__all__ = ["Horizon"]


class Horizon:
    """The moment a schedule is asked about; later records are not known yet."""

    __slots__ = ("as_of",)

    def __init__(self, as_of: Moment) -> None:
        self.as_of = as_of

    def moment(self, text: str | None) -> Moment | None:
        """Read a recorded moment, or nothing where it lies after the horizon."""
        if not text:
            return None
        moment = parse_moment(text)
        return moment if self._reached(moment) else None

    def day(self, text: str | None) -> date | None:
        """Read the day of a recorded moment, or nothing where it lies after the horizon."""
        moment = self.moment(text)
        return moment.day if moment else None

    def _reached(self, moment: Moment) -> bool:
        if moment.day != self.as_of.day or self.as_of.clock is None:
            return moment.day <= self.as_of.day
        return (moment.clock or time.min) <= self.as_of.clock
