"""How long one addition of working days takes, and how many times longer `holidays` takes."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter_ns

import holidays
import yaml

from sgdocs.dates import Edition, WorkingCalendar

_CALENDAR = Path(__file__).parents[1] / "calendars" / "england-and-wales.yaml"
_TERMS = (1, 2, 5, 7, 8, 11, 12, 14, 15)  # the day counts the procedures use
_STARTS = tuple(date(2025, 1, 1) + timedelta(days=step * 7) for step in range(100))
_PAIRS = tuple((day, n) for day in _STARTS for n in _TERMS)


def run() -> dict[str, float]:
    """Time both on the same additions, best of 25 rounds, after they agree on every one."""
    ours = _calendar()
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=range(2017, 2029))
    assert all(ours.add(day, n) == theirs.get_nth_working_day(day, n) for day, n in _PAIRS)
    fast, slow = _in_turn(ours.add, theirs.get_nth_working_day)
    return {
        "ns_per_addition": round(fast, 1),
        "holidays_ns_per_addition": round(slow, 1),
        "ratio": round(slow / fast, 1),
        "first_addition_ms": round(_cold(), 2),
    }


def _calendar() -> WorkingCalendar:
    # BaseLoader leaves every value as text, as the pipeline's own reader does.
    data = yaml.load(_CALENDAR.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return WorkingCalendar(Edition.from_data(data))


def _in_turn(*adders: Callable[[date, int], date]) -> list[float]:
    """Give each one's best nanoseconds an addition, taking turns so that a busy spell hits all."""
    rounds = [[_nanoseconds(add) for add in adders] for _ in range(25)]
    return [min(times) for times in zip(*rounds, strict=True)]


def _nanoseconds(add: Callable[[date, int], date]) -> float:
    started = perf_counter_ns()
    for day, n in _PAIRS:
        add(day, n)
    return (perf_counter_ns() - started) / len(_PAIRS)


def _cold() -> float:
    ours = _calendar().edition
    unseen = WorkingCalendar(
        Edition("unseen", "1", "-", "-", ours.confirmed_from, ours.confirmed_to, ours.holidays)
    )
    started = perf_counter_ns()
    unseen.add(*_PAIRS[0])
    return (perf_counter_ns() - started) / 1e6


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
