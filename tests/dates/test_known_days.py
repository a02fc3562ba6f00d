"""Dates known only in part: read, refused, written."""

from datetime import date

import pytest

from sgdocs.dates import (
    DateProblem,
    KnownDay,
    known_words,
    parse_known_day,
    read_known_day,
)


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2025-12-19", date(2025, 12, 19), date(2025, 12, 19), "19/12/2025"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "2024"),
    ],
)
def test_what_is_known_of_a_day(text: str, first: date, last: date, words: str) -> None:
    assert parse_known_day(text) == KnownDay(first, last)
    assert known_words(text) == words


def test_nothing_may_be_known_of_it() -> None:
    assert parse_known_day("unknown") == KnownDay()
    assert known_words("unknown") == "Not known"
    assert not KnownDay().exact


@pytest.mark.parametrize(
    "text",
    ["2024-13", "2024-00", "0000", "March 2024", "03/2024", "2024-2", "", "2024-02-30"],
)
def test_other_ways_are_refused_with_how_to_write_it(text: str) -> None:
    with pytest.raises(DateProblem, match="2025-12 where only the month is known"):
        parse_known_day(text)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("19/12/2025", "2025-12-19"),
        (" 1.3.2024 ", "2024-03-01"),
        ("March 2024", "2024-03"),
        ("mar 2024", "2024-03"),
        ("Sept. 2024", "2024-09"),
        ("03/2024", "2024-03"),
        ("2024", "2024"),
        ("Not known", "unknown"),
        ("2025-12-19", "2025-12-19"),
    ],
)
def test_a_form_is_read_day_first(written: str, kept: str) -> None:
    assert read_known_day(written) == kept
    parse_known_day(kept)


@pytest.mark.parametrize("written", ["about Easter", "13/2024", "Marchy 2024", "31/02/2024", ""])
def test_what_cannot_be_read_on_a_form_is_refused(written: str) -> None:
    with pytest.raises(DateProblem):
        read_known_day(written)


@pytest.mark.parametrize(
    ("text", "days"), [("2026-02-03", 1), ("2026-02", 28), ("2024", 366), ("unknown", 0)]
)
def test_how_many_days_it_may_have_been(text: str, days: int) -> None:
    assert parse_known_day(text).length == days


def test_a_year_of_two_figures_is_taken_only_where_that_is_allowed():
    assert read_known_day("19/12/25", allow_two_digit_year=True) == "2025-12-19"
    with pytest.raises(DateProblem):
        read_known_day("19/12/25")
