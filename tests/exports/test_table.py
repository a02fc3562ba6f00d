"""The schedule in a terminal: urgent things first, each once, readable at any width."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.rows import (
    AGENCIES,
    HEADING,
    NOTIFY,
    PLAIN,
    REPORT,
    REPORT_OTHERWISE,
    REQUESTS,
    SCHEDULE,
    TELEPHONE,
    WAITING,
    agency,
    any_row,
    due,
    row,
    undated,
)
from sgdocs.exports import as_table
from sgdocs.schedule import Role, Row, Status

_HERE = Path(__file__).parent
_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def table(*rows: Row, width: int = 80) -> str:
    """Give the table of some rows."""
    return as_table(rows, HEADING, width)


@pytest.mark.parametrize("width", [80, 120])
def test_the_whole_table_as_a_coordinator_sees_it(width: int) -> None:
    expected = (_HERE / f"schedule-{width}.txt").read_text(encoding="utf-8")
    assert as_table(SCHEDULE, HEADING, width) == expected


def test_the_sections_come_in_the_order_of_urgency() -> None:
    titles = re.findall(r"^\[.\] ([A-Z ]+) \(", as_table(SCHEDULE, HEADING, 80), re.M)
    assert titles == [
        "OVERDUE",
        "DUE TODAY",
        "DUE SOON",
        "TO COME",
        "WAITING FOR AN EVENT",
        "NO TIME LIMIT",
        "DONE",
    ]


def test_what_does_not_apply_is_shown_only_on_request() -> None:
    assert "Ask for an audit" not in as_table(SCHEDULE, HEADING, 80)
    everything = as_table(SCHEDULE, HEADING, 80, show_all=True)
    assert "NOT APPLICABLE (1)" in everything
    assert "Ask for an audit" in everything


def test_the_same_act_for_several_agencies_is_one_line() -> None:
    text = " ".join(table(*REQUESTS).split())
    assert "Northholme Hospital, Eastmere Police, Marsh Lane School (3)" in text
    assert text.count("Send the agency the information form") == 1
    assert "3 overdue" in text


def test_agencies_with_commas_in_their_names_are_told_apart() -> None:
    council = replace(REQUESTS[1], instance=agency("Social care, Exampleshire Council"))
    text = " ".join(table(REQUESTS[0], council).split())
    assert "Northholme Hospital; Social care, Exampleshire Council (2)" in text


def test_an_agency_that_stands_differently_has_its_own_line() -> None:
    back = replace(REQUESTS[0], actual=date(2025, 12, 17), status=Status.DONE)
    text = " ".join(table(back, *REQUESTS[1:]).split())
    assert "Eastmere Police, Marsh Lane School (2)" in text
    assert "information form: Northholme Hospital; FORM-5, FORM-6; done Wed 17 Dec 2025" in text


def test_agencies_with_different_reasons_are_not_put_together() -> None:
    later = replace(REQUESTS[1].why, notes=("It was found later.",))
    text = table(REQUESTS[0], replace(REQUESTS[1], why=later))
    assert text.count("Send the agency the information form") == 2


def test_agencies_that_wait_are_not_all_named() -> None:
    assert "Northholme Hospital, Eastmere Police and 2 more" in table(*WAITING, width=120)
    everything = as_table(WAITING, HEADING, 120, show_all=True)
    assert "Tidewater Housing (4)" in " ".join(everything.split())


def test_another_reading_stands_directly_beneath_with_its_date_and_warning() -> None:
    lines = table(REPORT, REPORT_OTHERWISE, width=120).splitlines()
    place = next(n for n, line in enumerate(lines) if "other reading" in line)
    assert "signed decision record" in lines[place - 2]
    assert lines[place - 1].endswith("step record-to-panel")
    assert lines[place].strip() == (
        "other reading: Fifteen working days from the notification: Thu 15 Jan 2026, to come"
    )
    assert lines[place + 1].startswith("        ! C2: another clause")


def test_a_step_late_only_by_another_reading_says_so_at_the_top_and_in_its_place() -> None:
    step = undated(Status.NO_DEADLINE, role=Role.NO_LIMIT, step="notice")
    otherwise = due(
        date(2025, 12, 22),
        Status.OVERDUE,
        -1,
        step="notice",
        role=Role.ALTERNATIVE,
        reading="Five days",
    )
    text = table(step, otherwise)
    assert "1 no time limit; 1 overdue only by another reading" in text
    assert "      [!] other reading: Five days: Mon 22 Dec 2025, overdue" in text


def test_a_trial_date_stands_beneath_the_date_it_would_move() -> None:
    trial = replace(REPORT, role=Role.WHAT_IF, send_by=date(2026, 1, 12), warnings=(), reading="")
    assert "\n      what if: Mon 12 Jan 2026, to come" in table(REPORT, trial)


def test_a_warning_of_many_rows_is_said_once() -> None:
    rows = [row(step=name, warnings=("The office is closed.",)) for name in ("a", "b", "c")]
    text = table(*rows)
    assert text.count("The office is closed.") == 1
    assert text.count("! see note 1") == 2


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"role": Role.ADVISORY}, "a target, not a limit"),
        ({"role": Role.EXPECTATION}, "expected of another body"),
        ({"role": Role.MINIMUM}, "at least until this day"),
        ({"role": Role.WINDOW_START}, "a period starts on this day"),
        ({"time_of_day": "by noon"}, "by noon"),
        ({"earliest": date(2025, 12, 24)}, "not before Wed 24 Dec 2025"),
        ({"planned": date(2025, 12, 30)}, "planned for Tue 30 Dec 2025"),
        ({"due": date(2025, 12, 30)}, "due Tue 30 Dec 2025"),
        ({"role": Role.ADVISORY, "status": Status.NO_DEADLINE}, "the target was Mon 29 Dec 2025"),
        ({"role": Role.MINIMUM, "status": Status.NO_DEADLINE}, "at least until Mon 29 Dec 2025"),
    ],
)
def test_what_must_be_known_beside_the_date_stands_under_the_title(
    changes: dict[str, object], words: str
) -> None:
    assert f"\n      {words}; FORM-1; by the office" in table(row(**changes))


def test_a_role_without_a_title_is_written_in_words() -> None:
    assert "to legal adviser" in table(row(recipients=("legal_adviser",)))


def test_colour_only_adds_to_the_words() -> None:
    plain = as_table(SCHEDULE, HEADING, 80)
    coloured = as_table(SCHEDULE, HEADING, 80, colour=True)
    assert "\x1b[1;31m[!]\x1b[0m OVERDUE" in coloured
    assert "\x1b[33m[*]\x1b[0m DUE TODAY" in coloured
    assert _ESCAPE.sub("", coloured) == plain
    assert "\x1b" not in plain


def test_what_the_table_adds_itself_is_plain_letters_for_every_console() -> None:
    assert as_table(SCHEDULE, HEADING, 80, show_all=True).isascii()


def test_a_date_is_never_broken_over_two_lines() -> None:
    for width in range(60, 121):
        lines = as_table(SCHEDULE, HEADING, width).splitlines()
        assert not [line for line in lines if re.search(r"(Mon|Tue|Wed|Thu|Fri|Dec|Jan)$", line)]


def test_nothing_scheduled_says_so() -> None:
    assert "Nothing is scheduled." in as_table((), HEADING, 80)


@pytest.mark.parametrize("rows", [(PLAIN, NOTIFY, TELEPHONE), (NOTIFY, TELEPHONE, PLAIN)])
def test_the_order_within_the_table_is_the_dates_not_the_procedures(rows: tuple[Row, ...]) -> None:
    text = table(*rows)
    places = [text.index(one.title) for one in (NOTIFY, TELEPHONE, PLAIN)]
    assert places == sorted(places)


@given(st.integers(60, 200))
@settings(max_examples=40, deadline=None)
def test_every_width_holds_every_title_and_agency(width: int) -> None:
    lines = as_table(SCHEDULE, HEADING, width, show_all=True).splitlines()
    assert max(map(len, lines)) <= width
    words = {word for line in lines for word in line.split()}
    wanted = {word for one in SCHEDULE for word in one.title.split()}
    assert wanted <= {word.rstrip(":;") for word in words}
    assert {name.label.split()[0] for name in AGENCIES} <= words


@given(st.lists(any_row(), max_size=4), st.integers(60, 120))
@settings(max_examples=60, deadline=None)
def test_no_text_can_drive_the_terminal_or_break_the_width(rows: list[Row], width: int) -> None:
    text = as_table(rows, HEADING, width, show_all=True)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert all(len(line) <= width for line in text.split("\n"))
    text.encode("utf-8")
