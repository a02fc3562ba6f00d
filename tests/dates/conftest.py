"""The calendar we ship, and days written in words."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from sgdocs.dates import Edition, WorkingCalendar, words

_CALENDAR = Path(__file__).parents[2] / "calendars" / "england-and-wales.yaml"


@pytest.fixture(scope="session")
def calendar_data() -> dict[str, Any]:
    """The calendar file as plain data, every value still text."""
    return yaml.load(_CALENDAR.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


@pytest.fixture(scope="session")
def edition(calendar_data: dict[str, Any]) -> Edition:
    return Edition.from_data(calendar_data)


@pytest.fixture(scope="session")
def calendar(edition: Edition) -> WorkingCalendar:
    return WorkingCalendar(edition)


@pytest.fixture(scope="session")
def day() -> Callable[[str], date]:
    """Read a day in words, and insist that its weekday is the right one."""

    def read(text: str) -> date:
        found = datetime.strptime(text.split(" ", 1)[1], "%d %B %Y").date()
        assert words(found) == text, "the weekday in the table is wrong"
        return found

    return read
