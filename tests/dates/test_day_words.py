"""Dates in words, whatever the computer's language."""

from datetime import date, timedelta

from sgdocs.dates import day_name, month_words, short_words, words


def test_the_three_ways_of_writing_a_date():
    assert words(date(2026, 4, 2)) == "Thursday 2 April 2026"
    assert short_words(date(2026, 4, 2)) == "Thu 2 Apr 2026"
    assert month_words(date(2026, 4, 2)) == "April 2026"
    assert day_name(date(2026, 4, 2)) == "Thursday"


def test_every_day_of_a_year_agrees_with_python_in_its_plain_locale():
    for offset in range(366):
        day = date(2024, 1, 1) + timedelta(days=offset)
        assert words(day) == f"{day:%A} {day.day} {day:%B %Y}"
        assert short_words(day) == f"{day:%a} {day.day} {day:%b %Y}"
