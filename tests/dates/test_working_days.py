"""Working days, as tables to check by eye and as properties against counting day by day."""

import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sgdocs.dates import Closure, Edition, Holiday, WorkingCalendar, words
from sgdocs.errors import InputRefused

ONE_DAY = timedelta(days=1)
DAYS = st.dates(date(1990, 6, 1), date(2100, 6, 1))
LISTED_DAYS = st.dates(date(2017, 1, 1), date(2028, 12, 31))
COUNTS = st.integers(1, 80)


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        ("Friday 19 December 2025", 1, "Monday 22 December 2025"),
        ("Friday 19 December 2025", 2, "Tuesday 23 December 2025"),
        ("Friday 19 December 2025", 5, "Tuesday 30 December 2025"),
        ("Friday 19 December 2025", 7, "Friday 2 January 2026"),
        ("Friday 19 December 2025", 8, "Monday 5 January 2026"),
        ("Friday 19 December 2025", 11, "Thursday 8 January 2026"),
        ("Friday 19 December 2025", 12, "Friday 9 January 2026"),
        ("Friday 19 December 2025", 14, "Tuesday 13 January 2026"),
        ("Friday 19 December 2025", 15, "Wednesday 14 January 2026"),
        ("Thursday 6 April 2023", 5, "Monday 17 April 2023"),
        ("Friday 14 April 2023", 15, "Tuesday 9 May 2023"),
        ("Tuesday 9 May 2023", 15, "Wednesday 31 May 2023"),
        ("Wednesday 1 June 2022", 1, "Monday 6 June 2022"),
        ("Friday 16 September 2022", 1, "Tuesday 20 September 2022"),
        # a trigger on a day that does not count: the next working day is day 1
        ("Saturday 20 December 2025", 1, "Monday 22 December 2025"),
        ("Sunday 21 December 2025", 5, "Tuesday 30 December 2025"),
        ("Thursday 25 December 2025", 1, "Monday 29 December 2025"),
        # n = 0: the day itself, or the next one that counts
        ("Friday 19 December 2025", 0, "Friday 19 December 2025"),
        ("Thursday 25 December 2025", 0, "Monday 29 December 2025"),
        # below zero counts back
        ("Monday 5 January 2026", -2, "Wednesday 31 December 2025"),
    ],
)
def test_adding(calendar, day, start, n, due):
    assert words(calendar.add(day(start), n)) == due


@pytest.mark.parametrize(
    ("before", "n", "latest"),
    [
        ("Thursday 8 January 2026", 5, "Wednesday 31 December 2025"),
        ("Monday 29 December 2025", 1, "Wednesday 24 December 2025"),
        ("Saturday 27 December 2025", 1, "Wednesday 24 December 2025"),
        ("Tuesday 18 April 2023", 4, "Wednesday 12 April 2023"),
        ("Tuesday 11 April 2023", 1, "Thursday 6 April 2023"),
        ("Saturday 27 December 2025", 0, "Wednesday 24 December 2025"),
        ("Friday 19 December 2025", 0, "Friday 19 December 2025"),
        ("Wednesday 24 December 2025", -1, "Monday 29 December 2025"),
    ],
)
def test_no_later_than_so_many_working_days_before(calendar, day, before, n, latest):
    assert words(calendar.subtract(day(before), n)) == latest


@pytest.mark.parametrize(
    ("given_day", "after", "nearest"),
    [
        (
            "Wednesday 24 December 2025",
            "Monday 29 December 2025",
            ("Wednesday 24 December 2025", "Wednesday 24 December 2025"),
        ),
        (
            "Friday 26 December 2025",
            "Monday 29 December 2025",
            ("Wednesday 24 December 2025", "Monday 29 December 2025"),
        ),
    ],
)
def test_the_working_days_around_a_day(calendar, day, given_day, after, nearest):
    found = day(given_day)
    assert words(calendar.next_working_day(found)) == after
    around = calendar.on_or_before(found), calendar.on_or_after(found)
    assert tuple(map(words, around)) == nearest


@pytest.mark.parametrize(
    ("start", "end", "counted"),
    [
        ("Friday 19 December 2025", "Wednesday 14 January 2026", 15),
        ("Friday 19 December 2025", "Friday 19 December 2025", 0),
        ("Friday 19 December 2025", "Sunday 21 December 2025", 0),
        ("Saturday 20 December 2025", "Monday 22 December 2025", 1),
        ("Wednesday 14 January 2026", "Friday 19 December 2025", -15),
        ("Saturday 20 December 2025", "Friday 19 December 2025", -1),
        ("Sunday 21 December 2025", "Saturday 20 December 2025", 0),
    ],
)
def test_counting_between_two_days(calendar, day, start, end, counted):
    assert calendar.between(day(start), day(end)) == counted


def test_the_days_not_counted_are_named(calendar, day):
    skipped = calendar.skipped(day("Friday 19 December 2025"), day("Friday 2 January 2026"))
    assert [(words(s.date), s.name) for s in skipped] == [
        ("Saturday 20 December 2025", "Saturday"),
        ("Sunday 21 December 2025", "Sunday"),
        ("Thursday 25 December 2025", "Christmas Day"),
        ("Friday 26 December 2025", "Boxing Day"),
        ("Saturday 27 December 2025", "Saturday"),
        ("Sunday 28 December 2025", "Sunday"),
        ("Thursday 1 January 2026", "New Year’s Day"),
    ]


def test_counting_back_names_the_days_between_oldest_first(calendar, day):
    skipped = calendar.skipped(day("Tuesday 11 April 2023"), day("Thursday 6 April 2023"))
    assert [s.name for s in skipped] == ["Good Friday", "Saturday", "Sunday", "Easter Monday"]


def test_local_closures_warn_and_never_move_a_date(edition, calendar, day):
    shut = Closure(
        day("Wednesday 24 December 2025"), day("Friday 2 January 2026"), "Council Christmas closure"
    )
    local = WorkingCalendar(edition, (shut,))
    start, due = day("Friday 19 December 2025"), day("Wednesday 14 January 2026")
    assert local.add(start, 15) == due == calendar.add(start, 15)
    assert [words(hit.date) for hit in local.closures_hit(start, due)] == [
        "Wednesday 24 December 2025",
        "Monday 29 December 2025",
        "Tuesday 30 December 2025",
        "Wednesday 31 December 2025",
        "Friday 2 January 2026",
    ]
    assert {hit.name for hit in local.closures_hit(start, due)} == {"Council Christmas closure"}
    assert calendar.closures_hit(start, due) == ()


def test_a_day_in_two_closures_is_shown_once(edition, day):
    first, last = day("Monday 29 December 2025"), day("Tuesday 30 December 2025")
    local = WorkingCalendar(edition, (Closure(first, last, "A"), Closure(last, last, "B")))
    assert [hit.name for hit in local.closures_hit(first - ONE_DAY, last)] == ["A", "A"]


def test_a_closure_that_ends_before_it_begins_is_refused(day):
    with pytest.raises(InputRefused, match="ends before it begins"):
        Closure(day("Friday 2 January 2026"), day("Wednesday 24 December 2025"), "Closure")


def test_a_proclaimed_holiday_moves_the_date(edition, calendar, day):
    proclaimed = Holiday(day("Tuesday 6 January 2026"), "Day of mourning")
    changed = WorkingCalendar(
        Edition(
            edition.id,
            "2026.2",
            edition.title,
            edition.source,
            edition.confirmed_from,
            edition.confirmed_to,
            (*edition.holidays, proclaimed),
        )
    )
    start = day("Friday 19 December 2025")
    assert words(changed.add(start, 15)) == "Thursday 15 January 2026"
    assert words(calendar.add(start, 15)) == "Wednesday 14 January 2026"


def test_years_without_data_still_count_weekdays_but_are_not_confirmed(calendar, day):
    assert words(calendar.add(day("Friday 23 December 2044"), 3)) == "Wednesday 28 December 2044"
    assert words(calendar.add(day("Friday 22 December 1995"), 1)) == "Monday 25 December 1995"
    assert not calendar.confirmed(day("Wednesday 28 December 2044"))


def test_a_holiday_outside_the_years_counted_changes_nothing(edition, day):
    far = Edition(
        "far",
        "1",
        edition.title,
        edition.source,
        edition.confirmed_from,
        edition.confirmed_to,
        (Holiday(date(1989, 12, 25), "Before"), Holiday(date(2101, 1, 3), "After")),
    )
    start = day("Friday 19 December 2025")
    assert words(WorkingCalendar(far).add(start, 5)) == "Friday 26 December 2025"


@pytest.mark.parametrize(
    "ask",
    [
        lambda c: c.add(date(1989, 12, 31), 1),
        lambda c: c.add(date(1989, 12, 31), 0),
        lambda c: c.add(date(1, 1, 1), 1),
        lambda c: c.add(date(2100, 12, 31), 1),
        lambda c: c.add(date(2101, 1, 1), 1),
        lambda c: c.add(date(9999, 12, 31), 1),
        lambda c: c.add(date(2025, 1, 1), 10**9),
        lambda c: c.add(date(2025, 1, 1), -(10**9)),
        lambda c: c.subtract(date(1990, 1, 1), 1),
        lambda c: c.subtract(date(1990, 1, 5), 5),
        lambda c: c.subtract(date(9999, 12, 31), 1),
        lambda c: c.is_working_day(date(2101, 1, 1)),
        lambda c: c.on_or_before(date.max),
        lambda c: c.on_or_after(date.min),
        lambda c: c.between(date.min, date(2025, 1, 1)),
        lambda c: c.between(date(2025, 1, 1), date.max),
        lambda c: c.skipped(date(2025, 1, 1), date.max),
        lambda c: c.skipped(date.max, date.max),
        lambda c: c.closures_hit(date.min, date(2025, 1, 1)),
    ],
)
def test_days_beyond_1990_to_2100_are_refused_plainly(calendar, ask):
    with pytest.raises(InputRefused, match="only be counted from 1990 to 2100") as refused:
        ask(calendar)
    assert refused.value.remedy


def test_the_first_and_last_years_count(calendar):
    assert calendar.is_working_day(date(1990, 1, 1))
    assert calendar.add(date(1990, 1, 1), 1) == date(1990, 1, 2)
    assert calendar.subtract(date(1990, 1, 2), 1) == date(1990, 1, 1)
    assert calendar.add(date(2100, 12, 30), 1) == date(2100, 12, 31)
    assert calendar.subtract(date(2100, 12, 31), 1) == date(2100, 12, 30)


def test_a_calendar_that_has_counted_travels_to_another_process_small(calendar, day):
    start = day("Friday 19 December 2025")
    due = calendar.add(start, 15)
    parcel = pickle.dumps(calendar)
    unpacked = pickle.loads(parcel)  # noqa: S301 - our own bytes
    assert len(parcel) < 20_000
    assert unpacked == calendar
    assert unpacked.add(start, 15) == due


def step_by_step(calendar: WorkingCalendar, start: date, n: int, step: timedelta) -> date:
    """Count the way a person does with a wall calendar."""
    holidays = {h.date for h in calendar.edition.holidays}
    day = start
    while n:
        day += step
        n -= day.weekday() < 5 and day not in holidays
    return day


@given(start=LISTED_DAYS, n=COUNTS)
@settings(max_examples=150)
def test_counting_agrees_with_a_wall_calendar(calendar, start, n):
    assert calendar.add(start, n) == step_by_step(calendar, start, n, ONE_DAY)
    assert calendar.subtract(start, n) == step_by_step(calendar, start, n, -ONE_DAY)


@given(start=DAYS, n=COUNTS)
def test_it_never_lands_on_a_day_that_does_not_count(calendar, start, n):
    for landed in (calendar.add(start, n), calendar.subtract(start, n), calendar.add(start, 0)):
        assert calendar.is_working_day(landed)


@given(start=DAYS, n=COUNTS)
def test_subtracting_undoes_adding_between_working_days(calendar, start, n):
    working = calendar.on_or_after(start)
    assert calendar.subtract(calendar.add(working, n), n) == working
    assert calendar.add(calendar.subtract(working, n), n) == working
    assert calendar.add(start, -n) == calendar.subtract(start, n)
    assert calendar.subtract(start, -n) == calendar.add(start, n)


@given(first=LISTED_DAYS, second=LISTED_DAYS, n=COUNTS)
def test_a_later_start_or_a_longer_count_is_never_due_earlier(calendar, first, second, n):
    first, second = sorted((first, second))
    assert calendar.add(first, n) <= calendar.add(second, n)
    assert calendar.subtract(first, n) <= calendar.subtract(second, n)
    assert calendar.add(first, n) < calendar.add(first, n + 1)


@given(start=DAYS, n=COUNTS)
def test_between_measures_what_was_added(calendar, start, n):
    assert calendar.between(start, calendar.add(start, n)) == n
    assert calendar.between(start, calendar.subtract(start, n)) == -n


@given(first=LISTED_DAYS, second=LISTED_DAYS)
def test_between_two_working_days_reads_the_same_both_ways(calendar, first, second):
    first, second = calendar.on_or_after(first), calendar.on_or_before(second)
    assert calendar.between(first, second) == -calendar.between(second, first)
    assert calendar.add(first, calendar.between(first, second)) == second


@given(start=LISTED_DAYS, span=st.integers(-90, 90))
def test_every_day_is_either_counted_or_skipped(calendar, start, span):
    end = start + timedelta(days=span)
    counted = abs(calendar.between(start, end))
    skipped = calendar.skipped(start, end)
    assert counted + len(skipped) == abs(span)
    assert [s.date for s in skipped] == sorted({s.date for s in skipped})
    assert all(s.name for s in skipped)


def test_the_first_and_the_last_day_of_the_table_are_counted():
    first, last = date(1990, 1, 1), date(2100, 12, 31)  # a Monday and a Friday
    plain = Edition("a", "2026.1", "A", "made up", first, last, ())
    calendar = WorkingCalendar(plain)
    assert calendar.is_working_day(first)
    assert calendar.is_working_day(last)
    assert calendar.between(date(2100, 11, 30), last) == 23
    assert calendar.add(date(2100, 12, 30), 1) == last
    with pytest.raises(InputRefused):
        calendar.add(last, 1)
    with pytest.raises(InputRefused):
        calendar.subtract(first, 1)


def test_a_holiday_on_the_first_or_the_last_day_of_the_table_counts_as_one():
    first, last = date(1990, 1, 1), date(2100, 12, 31)
    beyond = (Holiday(first - ONE_DAY, "Before"), Holiday(last + ONE_DAY, "After"))
    days = (Holiday(first, "First"), Holiday(last, "Last"), *beyond)
    calendar = WorkingCalendar(Edition("a", "2026.1", "A", "made up", first, last, days))
    assert not calendar.is_working_day(first)
    assert not calendar.is_working_day(last)
    assert calendar.is_working_day(last - ONE_DAY)
