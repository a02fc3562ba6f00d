"""Days and times as people write them on forms."""

from datetime import date, time

import pytest

from sgdocs.dates import DateProblem, parse_written_day, parse_written_time

SECOND_OF_APRIL = date(2026, 4, 2)
DAYS = [
    *("02/04/2026", "2/4/2026", "2.4.2026", "02-04-2026", "2 4 2026", "2 / 4 / 2026", "2026-04-02"),
    *("2 April 2026", "2nd April 2026", "2nd of April, 2026", "02-Apr-2026", "2 Apr. 2026"),
    *("Thursday 2 April 2026", "Thu 2 Apr 2026", "thurs, 2 april 2026", " 02/04/2026. "),
    *(
        "０２/０４/２０２６",
        "２／４／２０２６",
        "02–04–2026",
        "02⁄04⁄2026",
        "2\u00a0April\u00a02026",
    ),
]


@pytest.mark.parametrize("said", DAYS)
def test_a_day_is_read_day_first_however_it_is_written(said: str) -> None:
    assert parse_written_day(said) == SECOND_OF_APRIL


@pytest.mark.parametrize(
    "said",
    [
        *("31/02/2026", "4/13/2026", "2/4/26", "yesterday", "2 Ju 2026", "April 2026", "2026"),
        *(
            "Thu Fri 2 April 2026",
            "32 April 2026",
            "0/0/0000",
            "2/4/2026 or later",
            "",
            "02/04.2026",
            "2 Smarch 2026",
        ),
    ],
)
def test_what_is_no_day_is_refused_without_quoting_it(said: str) -> None:
    with pytest.raises(DateProblem) as stopped:
        parse_written_day(said)
    assert not said or said not in str(stopped.value)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *(("14:05", time(14, 5)), ("14.05", time(14, 5)), ("1405", time(14, 5))),
        *(("1405 hrs", time(14, 5)), ("14h05", time(14, 5)), ("2:05 pm", time(14, 5))),
        *(("1am", time(1)), ("1 pm", time(13)), ("11.59 pm", time(23, 59))),
        *(("2.05PM", time(14, 5)), ("9am", time(9)), ("12 am", time(0)), ("12pm", time(12))),
        *(("09:30:00", time(9, 30)), ("０９:３０", time(9, 30)), ("noon", time(12))),
        *(("midday", time(12)), ("12 noon", time(12)), ("midnight", time(0))),
    ],
)
def test_a_time_is_read_however_it_is_written(said: str, meant: time) -> None:
    assert parse_written_time(said) == meant


@pytest.mark.parametrize("said", ["25:00", "14:60", "13 pm", "evening", "9", "", "14:05 and later"])
def test_what_is_no_time_is_refused(said: str) -> None:
    with pytest.raises(DateProblem):
        parse_written_time(said)
