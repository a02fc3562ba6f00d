"""Dates are found however they are written, each with the place where it begins."""

from datetime import date

import pytest

from sgdocs.gate.dating import days_in

FOUND = """
born 3 june 2025                         | 5 2025-06-03
born on the 3rd of june, 2025            | 12 2025-06-03
born on the third of june 2025           | 12 2025-06-03
on the twenty-first of june 2025         | 7 2025-06-21
on the thirty first june 2025            |
on thirtyfirst may 2025                  | 3 2025-05-31
june 3, 2025                             | 0 2025-06-03
june the 3rd 2025                        | 0 2025-06-03
june 3                                   | 0 3/6
june 30                                  | 0 30/6
3 june                                   | 0 3/6
03 june                                  | 0 3/6
3  rd  of  june                          | 0 3/6
3rd of  june 25                          | 0 1925-06-03, 0 2025-06-03, 8 25/6
3 june at 25:10                          | 0 3/6
3 june 2510: it                          | 0 2510-06-03
3 june 25 :10 of it                      | 0 3/6, 2 1910-06-25, 2 2010-06-25
3 june 20255                             | 0 3/6
the best of june                         | 4 0/6
103 june                                 |
june 103                                 |
3 of    june                             |
3 juneau 2025                            |
3 jun 2025                               | 0 2025-06-03
3 january 2025                           | 0 2025-01-03
3 february 2025                          | 0 2025-02-03
3 march 2025                             | 0 2025-03-03
3 april 2025                             | 0 2025-04-03
3 may 2025                               | 0 2025-05-03
3 july 2025                              | 0 2025-07-03
3 august 2025                            | 0 2025-08-03
3 sept 2025                              | 0 2025-09-03
3 september 2025                         | 0 2025-09-03
3 october 2025                           | 0 2025-10-03
3 november 2025                          | 0 2025-11-03
3 december 2025                          | 0 2025-12-03
on 3/6/2025                              | 3 2025-06-03, 3 2025-03-06
on 03.06.2025                            | 3 2025-06-03, 3 2025-03-06
on 13-06-2025                            | 3 2025-06-13
on 3 / 6 / 2025                          | 3 2025-06-03, 3 2025-03-06
on 3 /  / 6 / 2025                       |
on 2025-06-03                            | 3 2025-06-03
on 2025/6/3                              | 3 2025-06-03
on 2025/6/13                             | 3 2025-06-13
on 3/6/5                                 |
on 13/16/25                              |
on 31/12/99                              | 3 1999-12-31, 3 2099-12-31
on 22.11.33                              | 3 1933-11-22, 3 2033-11-22
on 25.06.03                              | 3 1925-06-03, 3 2025-06-03, 3 1903-06-25, 3 2003-06-25
on 20250603                              | 3 2025-06-03
on 03062025                              | 3 2025-06-03, 3 2025-03-06
on 18122025                              | 3 2025-12-18
on 12182025                              | 3 2025-12-18
on 20251218                              | 3 2025-12-18
on 181299                                | 3 1999-12-18, 3 2099-12-18
on 06132025                              | 3 2025-06-13
on 20250603101500                        | 3 2025-06-03
on 130699                                | 3 1999-06-13, 3 2099-06-13
on 991306                                |
on 990613                                | 3 1999-06-13, 3 2099-06-13
on 1202506031                            |
it was 2025 and no day is said           |
"""


def _told(low: str) -> set[str]:
    return {
        f"{start} {day}" if day else f"{start} {month_and_day[1]}/{month_and_day[0]}"
        for start, day, month_and_day in days_in(low)
    }


@pytest.mark.parametrize("line", FOUND.strip().splitlines())
def test_the_days_in_a_text(line: str) -> None:
    written, _, meant = line.partition("|")
    assert _told(written.rstrip()) == {each.strip() for each in meant.split(",") if each.strip()}


def test_a_two_figure_year_is_of_this_century_and_the_last() -> None:
    assert {day for _, day, _ in days_in("31.1.00")} == {date(1900, 1, 31), date(2000, 1, 31)}


def test_a_date_tells_its_month_and_day() -> None:
    assert [each[2] for each in days_in("13 june 2025")] == [(6, 13)]
