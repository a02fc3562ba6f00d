"""When something counts as received."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdocs.dates import Moment, ReceiptSettings, deemed_day, words

AS_IT_COMES = ReceiptSettings()
NEXT_DAY = ReceiptSettings(non_working="deemed_next_working_day")
FIVE_O_CLOCK = ReceiptSettings(cut_off=time(17), after_cut_off="next_working_day")
CUT_OFF_IGNORED = ReceiptSettings(cut_off=time(17), after_cut_off="same_day")
STRICT = ReceiptSettings(
    cut_off=time(17),
    non_working="deemed_next_working_day",
    after_cut_off="next_working_day",
)


@pytest.mark.parametrize(
    ("received", "settings", "days"),
    [
        (
            ("Friday 19 December 2025", time(23, 59)),
            AS_IT_COMES,
            ("Friday 19 December 2025", "Monday 22 December 2025"),
        ),
        (
            ("Saturday 20 December 2025", None),
            AS_IT_COMES,
            ("Saturday 20 December 2025", "Monday 22 December 2025"),
        ),
        (
            ("Saturday 20 December 2025", None),
            NEXT_DAY,
            ("Monday 22 December 2025", "Tuesday 23 December 2025"),
        ),
        (
            ("Thursday 25 December 2025", None),
            NEXT_DAY,
            ("Monday 29 December 2025", "Tuesday 30 December 2025"),
        ),
        (
            ("Friday 19 December 2025", time(17, 0)),
            FIVE_O_CLOCK,
            ("Friday 19 December 2025", "Monday 22 December 2025"),
        ),
        (
            ("Friday 19 December 2025", time(17, 0, 1)),
            FIVE_O_CLOCK,
            ("Monday 22 December 2025", "Tuesday 23 December 2025"),
        ),
        (
            ("Wednesday 24 December 2025", time(18)),
            FIVE_O_CLOCK,
            ("Monday 29 December 2025", "Tuesday 30 December 2025"),
        ),
        (
            ("Friday 19 December 2025", None),
            FIVE_O_CLOCK,
            ("Friday 19 December 2025", "Monday 22 December 2025"),
        ),
        (
            ("Friday 19 December 2025", time(18)),
            CUT_OFF_IGNORED,
            ("Friday 19 December 2025", "Monday 22 December 2025"),
        ),
        (
            ("Saturday 20 December 2025", time(9)),
            STRICT,
            ("Monday 22 December 2025", "Tuesday 23 December 2025"),
        ),
        (
            ("Saturday 20 December 2025", time(18)),
            STRICT,
            ("Monday 22 December 2025", "Tuesday 23 December 2025"),
        ),
    ],
)
def test_day_0_and_day_1(calendar, day, received, settings, days):
    came, clock = received
    deemed = deemed_day(Moment(day(came), clock), calendar, settings=settings)
    assert (words(deemed.day), words(calendar.add(deemed.day, 1))) == days
    assert bool(deemed.reason) == (words(deemed.day) != came)


def test_the_reason_is_in_plain_words(calendar, day):
    friday = day("Friday 19 December 2025")
    late = deemed_day(Moment(friday, time(18)), calendar, settings=STRICT)
    assert late.reason == (
        "It came after the 17:00 cut-off on Friday 19 December 2025, so it counts as received on "
        "Monday 22 December 2025."
    )
    weekend = deemed_day(Moment(day("Saturday 20 December 2025")), calendar, settings=NEXT_DAY)
    assert weekend.reason == (
        "It came on Saturday 20 December 2025, which is not a working day, so it counts as "
        "received on Monday 22 December 2025."
    )


@given(
    st.lists(
        st.tuples(st.dates(date(2017, 1, 1), date(2028, 12, 1)), st.times()),
        min_size=2,
        max_size=2,
    )
)
def test_what_comes_later_never_counts_from_earlier(calendar, pair):
    first, second = (Moment(*when) for when in sorted(pair))
    for settings in (AS_IT_COMES, NEXT_DAY, STRICT):
        earlier = deemed_day(first, calendar, settings=settings).day
        assert earlier <= deemed_day(second, calendar, settings=settings).day
