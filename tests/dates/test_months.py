"""Months and ages, in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdocs.dates import add_months, age_on, words
from sgdocs.errors import InputRefused

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        ("Wednesday 3 May 2023", 6, "Friday 3 November 2023"),
        ("Sunday 31 August 2025", 6, "Saturday 28 February 2026"),
        ("Thursday 31 August 2023", 6, "Thursday 29 February 2024"),
        ("Wednesday 31 December 2025", 2, "Saturday 28 February 2026"),
        ("Tuesday 31 March 2026", 1, "Thursday 30 April 2026"),
        ("Saturday 28 February 2026", 6, "Friday 28 August 2026"),
        ("Thursday 15 January 2026", -12, "Wednesday 15 January 2025"),
        ("Thursday 29 February 2024", -12, "Tuesday 28 February 2023"),
        ("Tuesday 31 March 2026", -1, "Saturday 28 February 2026"),
        ("Friday 19 December 2025", 0, "Friday 19 December 2025"),
        ("Friday 19 December 2025", 12, "Saturday 19 December 2026"),
    ],
)
def test_the_corresponding_date_is_never_moved_later(day, start, n, due):
    assert words(add_months(day(start), n)) == due


@pytest.mark.parametrize("n", [10**9, -(10**9), 12 * 9999])
def test_a_period_beyond_the_calendar_is_refused_plainly(n):
    with pytest.raises(InputRefused, match="1 to 9999"):
        add_months(date(2025, 12, 19), n)


@given(start=DAYS, n=st.integers(-600, 600))
def test_the_month_is_right_and_the_day_is_the_same_or_the_last(start, n):
    due = add_months(start, n)
    assert (due.year * 12 + due.month) - (start.year * 12 + start.month) == n
    assert due.day == start.day or (due.day < start.day and add_months(due, 1).month != due.month)


@given(first=DAYS, second=DAYS, n=st.integers(-600, 600))
def test_a_later_start_never_gives_an_earlier_date(first, second, n):
    first, second = sorted((first, second))
    assert add_months(first, n) <= add_months(second, n)


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("Wednesday 4 March 2020", "Monday 3 March 2025", 4),
        ("Wednesday 4 March 2020", "Tuesday 4 March 2025", 5),
        ("Wednesday 4 March 2020", "Wednesday 4 March 2020", 0),
        ("Friday 31 December 2021", "Saturday 1 January 2022", 0),
        # born on 29 February: the birthday is 1 March when there is no 29th
        ("Saturday 29 February 2020", "Friday 28 February 2025", 4),
        ("Saturday 29 February 2020", "Saturday 1 March 2025", 5),
        ("Saturday 29 February 2020", "Wednesday 28 February 2024", 3),
        ("Saturday 29 February 2020", "Thursday 29 February 2024", 4),
    ],
)
def test_ages_in_whole_years(day, born, on, age):
    assert age_on(day(born), day(on)) == age


def test_an_age_before_birth_is_refused_without_the_dates(day):
    with pytest.raises(InputRefused) as refused:
        age_on(day("Wednesday 4 March 2020"), day("Tuesday 3 March 2020"))
    assert "2020" not in str(refused.value)


def test_the_first_and_the_last_year_are_within_the_calendar() -> None:
    assert add_months(date(2, 1, 31), -12) == date(1, 1, 31)
    assert add_months(date(9998, 12, 31), 12) == date(9999, 12, 31)
