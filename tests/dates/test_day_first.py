"""Dates as people write them on forms."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdocs.dates import DateProblem, DateReason, parse_day_first


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("19/12/2025", date(2025, 12, 19)),
        ("9/1/2026", date(2026, 1, 9)),
        ("09/01/2026", date(2026, 1, 9)),
        ("19-12-2025", date(2025, 12, 19)),
        ("19.12.2025", date(2025, 12, 19)),
        ("  19/12/2025 \n", date(2025, 12, 19)),
        ("2025-12-19", date(2025, 12, 19)),
    ],
)
def test_dates_are_read_day_first(text, day):
    assert parse_day_first(text) == day


def test_a_two_figure_year_is_read_only_where_the_form_prints_one():
    assert parse_day_first("19/12/25", allow_two_digit_year=True) == date(2025, 12, 19)
    assert parse_day_first("1/2/03", allow_two_digit_year=True) == date(2003, 2, 1)
    assert parse_day_first("19/12/2025", allow_two_digit_year=True) == date(2025, 12, 19)
    with pytest.raises(DateProblem) as refused:
        parse_day_first("19/12/25")
    assert refused.value.reason is DateReason.TWO_DIGIT_YEAR


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31/02/2025", DateReason.IMPOSSIBLE_DATE),
        ("12/31/2025", DateReason.IMPOSSIBLE_DATE),
        ("2025-02-31", DateReason.IMPOSSIBLE_DATE),
        ("00/01/2025", DateReason.IMPOSSIBLE_DATE),
        ("yesterday", DateReason.WORDS),
        ("19 December 2025", DateReason.WORDS),
        ("19/12-2025", DateReason.UNREADABLE),
        ("9/11/202", DateReason.UNREADABLE),
        ("9/11", DateReason.UNREADABLE),
        ("19122025", DateReason.UNREADABLE),
        ("", DateReason.UNREADABLE),
        ("١٩/١٢/٢٠٢٥", DateReason.UNREADABLE),
    ],
)
def test_other_writings_are_refused_with_a_remedy(text, reason):
    with pytest.raises(DateProblem) as refused:
        parse_day_first(text)
    assert refused.value.reason is reason
    assert refused.value.remedy == (
        "Write dates as day, month and full year in figures, like 19/12/2025."
    )
    assert not text.strip() or text not in str(refused.value)


@given(st.dates(date(1000, 1, 1)), st.sampled_from("/.-"))
def test_every_date_is_read_back(day, mark):
    assert parse_day_first(f"{day.day}{mark}{day.month}{mark}{day.year}") == day
    assert parse_day_first(f"{day:%d{mark}%m{mark}%Y}") == day


@given(st.text(max_size=20))
def test_any_text_gives_a_date_or_a_problem(text):
    try:
        read = parse_day_first(text)
    except DateProblem as problem:
        read = problem
    assert isinstance(read, date) or read.remedy
