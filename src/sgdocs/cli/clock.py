"""The one place that reads the clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sgdocs.dates import Moment

__all__ = ["now"]


def now() -> Moment:
    """Give London's date and time, to the minute."""
    here = datetime.now(ZoneInfo("Europe/London"))
    return Moment(here.date(), here.time().replace(second=0, microsecond=0))
