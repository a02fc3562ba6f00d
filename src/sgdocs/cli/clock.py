"""The one place that reads the clock."""

import time
from datetime import datetime
from zoneinfo import ZoneInfo

from sgdocs.dates import Moment

__all__ = ["Stopwatch", "now"]


def now() -> Moment:
    """Give London's date and time, to the minute."""
    here = datetime.now(ZoneInfo("Europe/London"))
    return Moment(here.date(), here.time().replace(second=0, microsecond=0))


class Stopwatch:
    """Tells how long something has taken."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    @property
    def seconds(self) -> float:
        """Give the seconds since it was begun."""
        return time.monotonic() - self._begun
