"""Dates and times as case files write them, and what is said when they are not."""

import pickle
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdocs.dates import DateProblem, DateReason, Moment, parse_date, parse_moment
from sgdocs.dates.london import zone
from sgdocs.errors import SgdocsError


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("2025-12-19", date(2025, 12, 19), None),
        ("2025-12-19T16:20", date(2025, 12, 19), time(16, 20)),
        ("2025-12-19 16:20", date(2025, 12, 19), time(16, 20)),
        ("2025-12-19T16:20:05", date(2025, 12, 19), time(16, 20, 5)),
        ("2025-12-19T16:20:05.250", date(2025, 12, 19), time(16, 20, 5)),
        # with an offset: London's day and clock
        ("2025-12-19T16:20Z", date(2025, 12, 19), time(16, 20)),
        ("2025-06-19T16:20Z", date(2025, 6, 19), time(17, 20)),
        ("2025-06-19T23:30:00Z", date(2025, 6, 20), time(0, 30)),
        ("2025-12-19T00:15+01:00", date(2025, 12, 18), time(23, 15)),
        ("2025-12-19T20:30-0500", date(2025, 12, 20), time(1, 30)),
        # the clocks went back: 01:30 came twice, and either way it is 01:30
        ("2025-10-26T01:30", date(2025, 10, 26), time(1, 30)),
        ("2025-10-26T00:30Z", date(2025, 10, 26), time(1, 30)),
        ("2025-10-26T01:30Z", date(2025, 10, 26), time(1, 30)),
        # the clocks went forward: the minutes either side exist
        ("2025-03-30T00:59", date(2025, 3, 30), time(0, 59)),
        ("2025-03-30T02:00", date(2025, 3, 30), time(2, 0)),
        ("2025-03-30T01:30Z", date(2025, 3, 30), time(2, 30)),
    ],
)
def test_what_a_case_file_may_say(text, day, clock):
    found = parse_moment(text)
    assert found == Moment(day, clock)
    assert found.clock is None or found.clock.fold == 0


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2025-02-31", DateReason.IMPOSSIBLE_DATE),
        ("2025-13-01", DateReason.IMPOSSIBLE_DATE),
        ("0000-01-01", DateReason.IMPOSSIBLE_DATE),
        ("2023-02-29T10:00", DateReason.IMPOSSIBLE_DATE),
        ("2025-12-19T24:00", DateReason.IMPOSSIBLE_TIME),
        ("2025-12-19T16:60", DateReason.IMPOSSIBLE_TIME),
        ("2025-12-19T16:20+25:00", DateReason.IMPOSSIBLE_TIME),
        ("0001-01-01T00:00+05:00", DateReason.IMPOSSIBLE_TIME),
        ("9999-12-31T23:00-05:00", DateReason.IMPOSSIBLE_TIME),
        ("2025-03-30T01:30", DateReason.SKIPPED_TIME),
        ("19/12/2025", DateReason.DAY_FIRST),
        ("9.1.2025", DateReason.DAY_FIRST),
        ("19-12-2025 16:20", DateReason.DAY_FIRST),
        ("19/12/25", DateReason.TWO_DIGIT_YEAR),
        ("25-12-19", DateReason.TWO_DIGIT_YEAR),
        ("tomorrow", DateReason.WORDS),
        ("Friday 19 December 2025", DateReason.WORDS),
        ("", DateReason.UNREADABLE),
        ("-", DateReason.UNREADABLE),
        ("20251219", DateReason.UNREADABLE),
        ("2025-12", DateReason.UNREADABLE),
        ("2025-1-9", DateReason.UNREADABLE),
        ("2025/12/19", DateReason.UNREADABLE),
        ("2025-12-19\n", DateReason.UNREADABLE),
        (" 2025-12-19", DateReason.UNREADABLE),
        ("2025-12-19T", DateReason.UNREADABLE),
        ("2025-12-19T4pm", DateReason.UNREADABLE),
        ("2025-12-19T16:20+1", DateReason.UNREADABLE),
        ("٢٠٢٥-١٢-١٩", DateReason.UNREADABLE),
    ],
)
def test_what_it_may_not_say(text, reason):
    with pytest.raises(DateProblem) as refused:
        parse_moment(text)
    assert refused.value.reason is reason
    assert refused.value.what
    assert refused.value.remedy.endswith(".")


def test_a_day_first_date_is_told_how_to_be_written():
    with pytest.raises(DateProblem) as refused:
        parse_moment("19/12/2025")
    assert str(refused.value) == (
        "The date is written day first. Write dates year first, like 2025-12-19."
    )


def test_a_date_alone_has_no_time():
    assert parse_date("2025-12-19") == date(2025, 12, 19)
    with pytest.raises(DateProblem) as refused:
        parse_date("2025-12-19T16:20")
    assert refused.value.reason is DateReason.TIME_NOT_WANTED


@pytest.mark.parametrize("text", ["2014-02-31", "07/08/2014", "7/8/14", "Aoife’s birthday"])
def test_a_message_never_repeats_what_was_written(text):
    with pytest.raises(DateProblem) as refused:
        parse_moment(text)
    told = f"{refused.value} {refused.value.args} {refused.value.__cause__}"
    assert text not in told
    assert "2014" not in told
    assert "Aoife" not in told
    assert refused.value.__suppress_context__ or refused.value.__context__ is None


def test_a_problem_travels_to_another_process():
    parcel = pickle.dumps(DateProblem(DateReason.WORDS))
    problem = pickle.loads(parcel)  # noqa: S301 - our own bytes
    assert problem.reason is DateReason.WORDS
    assert isinstance(problem, ValueError)


def test_a_computer_without_time_zone_rules_is_told_what_to_install():
    with pytest.raises(SgdocsError, match="tzdata"):
        zone("Europe/Barchester")


def moment_or_problem(text: str) -> Moment | DateProblem:
    try:
        return parse_moment(text)
    except DateProblem as problem:
        return problem


@given(st.text(max_size=30))
def test_any_text_gives_a_moment_or_a_problem(text):
    read = moment_or_problem(text)
    if isinstance(read, Moment):
        assert read.day.isoformat() == text[:10]
    else:
        assert read.remedy


@given(
    st.datetimes(),
    st.sampled_from(["", "Z", "+01:00", "-11:30", "+14:00"]),
    st.sampled_from(["minutes", "seconds"]),
)
def test_any_written_time_gives_a_moment_or_a_problem(when, offset, precision):
    read = moment_or_problem(when.isoformat(timespec=precision) + offset)
    if isinstance(read, Moment):
        assert abs((read.day - when.date()).days) <= 1
        assert offset or read.day == when.date()
    else:
        assert read.reason in (DateReason.SKIPPED_TIME, DateReason.IMPOSSIBLE_TIME)


@pytest.mark.parametrize("text", ["2025-12-19", "2025-12-19T16:20", "2025-12-19T00:00"])
def test_a_moment_is_written_as_a_case_file_has_it(text):
    assert parse_moment(text).text == text
