"""Which days get a column."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sgdocs.schedule import Role
from sgdocs.timeline.lines import Mark, dated_lines
from sgdocs.timeline.span import MOST_DAYS, Placed, place
from timeline.rows import BEFORE, MIDDLE, case, heading, on

FIRST = date(2025, 1, 1)


def placed(days: list[int], as_of: date) -> Placed:
    rows = [on(as_of, FIRST + timedelta(days=n), step=f"s{i}") for i, n in enumerate(days)]
    return place(dated_lines(rows, heading(as_of)), as_of)


def test_the_rapid_review_has_columns_and_the_rest_is_later() -> None:
    found = place(dated_lines(case(MIDDLE), heading(MIDDLE)), MIDDLE)
    assert (found.span.first, found.span.last) == (date(2025, 12, 21), date(2026, 1, 15))
    assert [line.step for line in found.later] == ["answer", "complete", "keep"]


def test_today_is_shown_where_it_is_near() -> None:
    assert FIRST in placed([20, 21], FIRST).span


def test_a_few_steps_near_today_come_before_a_crowd_further_off() -> None:
    found = placed([8, 9, 36], FIRST)
    assert FIRST in found.span
    assert len(found.later) == 1


def test_another_reading_beyond_the_days_has_its_own_place() -> None:
    rows = [
        on(BEFORE, date(2025, 12, 30), title="Meet"),
        on(BEFORE, date(2026, 9, 1), title="Meet", role=Role.ALTERNATIVE),
    ]
    found = place(dated_lines(rows, heading(BEFORE)), BEFORE)
    assert [line.others for line in found.inside] == [()]
    assert [line.mark for line in found.later] == [Mark.OTHER]


@given(st.lists(st.integers(0, 900), max_size=25), st.integers(0, 900))
def test_every_line_has_one_place_and_there_are_never_too_many_columns(
    days: list[int], today: int
) -> None:
    found = placed(days, FIRST + timedelta(days=today))
    assert 14 <= len(found.span.days) <= MOST_DAYS
    assert len(found.earlier) + len(found.inside) + len(found.later) == len(days)
    assert all(line.day in found.span for line in found.inside)
