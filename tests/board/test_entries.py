"""One line of the board: its colour by the working days left, and what it says is next."""

from datetime import date, timedelta

import pytest

from sgdocs.board import Answers, Colour, Summary, entry_on, summarise
from sgdocs.casefile import Case
from sgdocs.content import Content
from sgdocs.dates import Edition, WorkingCalendar, words
from sgdocs.procedure import Source
from sgdocs.reading import parse, read_file
from sgdocs.schedule import Instance, Role, Row, Status, Why

CALENDAR = WorkingCalendar(
    Edition.from_data(read_file(Content().path("calendars", "england-and-wales.yaml")).data), ()
)
TUESDAY = date(2026, 12, 22)
WHY = Why("e", "the event", None, False, "", (), Source("d", "d", "s"), "1", "2026.1", ())


def row(
    step: str,
    due: date | None,
    *,
    status: Status = Status.FUTURE,
    role: Role = Role.BINDING,
    send_by: date | None = None,
    instance: Instance | None = None,
) -> Row:
    """Make a row that is due on a day."""
    return Row(
        step=step,
        title=f"Do {step}",
        responsible="unit",
        artefacts=(),
        recipients=(),
        instance=instance,
        role=role,
        earliest=None,
        due=due,
        send_by=send_by or due,
        time_of_day="",
        planned=None,
        actual=None,
        status=status,
        working_days_left=None,
        why=WHY,
        reading="",
        warnings=(),
    )


CASE = Case(
    {"case": {"reference": "SCI-1", "procedure": "nel"}},
    parse("case: {}\n", name="case.yaml", kind="yaml"),
)


def summary(*rows: Row) -> Summary:
    return summarise(CASE, "", None, rows)


@pytest.mark.parametrize(
    ("as_of", "colour", "left"),
    [
        ("Thursday 17 December 2026", Colour.GREEN, 3),
        ("Friday 18 December 2026", Colour.AMBER, 2),
        ("Saturday 19 December 2026", Colour.AMBER, 2),
        ("Monday 21 December 2026", Colour.AMBER, 1),
        ("Tuesday 22 December 2026", Colour.AMBER, 0),
        ("Wednesday 23 December 2026", Colour.RED, -1),
        ("Thursday 24 December 2026", Colour.RED, -2),
        ("Monday 28 December 2026", Colour.RED, -3),
        ("Tuesday 29 December 2026", Colour.RED, -3),
    ],
)
def test_a_date_on_tuesday_22_december_is_coloured_day_by_day(
    as_of: str, colour: Colour, left: int
) -> None:
    day = next(d for n in range(40) if words(d := date(2026, 12, 1) + timedelta(days=n)) == as_of)
    entry = entry_on("case.yaml", summary(row("one", TUESDAY)), day, CALENDAR)
    assert (entry.colour, entry.working_days_left, entry.next_due) == (colour, left, TUESDAY)


def test_what_is_due_first_is_next_and_the_rest_is_counted() -> None:
    found = summary(
        row("later", TUESDAY), row("sooner", date(2026, 12, 1)), row("soon", date(2026, 12, 2))
    )
    entry = entry_on("case.yaml", found, date(2026, 12, 2), CALENDAR)
    assert (entry.next_title, entry.overdue, entry.due_today) == ("Do sooner", 1, 1)


def test_an_agency_is_named_beside_its_step() -> None:
    found = summary(row("one", TUESDAY, instance=Instance("agency", "hospital", "Haven Point")))
    assert found.next_title == "Do one (Haven Point)"


@pytest.mark.parametrize("status", [s for s in Status if str(s).startswith("done")])
def test_what_is_done_is_not_next(status: Status) -> None:
    assert summary(row("one", TUESDAY, status=status)).next_due == 0


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.BINDING])
def test_only_what_binds_colours_a_case(role: Role) -> None:
    found = summary(row("one", date(2026, 12, 1), role=role, status=Status.OVERDUE))
    assert entry_on("case.yaml", found, TUESDAY, CALENDAR).colour is Colour.GREEN


def test_amber_comes_by_the_day_it_must_be_sent() -> None:
    """A month's last day may be a Sunday: what is then due must leave on the Friday before."""
    sunday, friday = date(2026, 12, 20), date(2026, 12, 18)
    found = summary(row("one", sunday, send_by=friday))
    entry = entry_on("case.yaml", found, date(2026, 12, 16), CALENDAR)
    assert (entry.next_due, entry.colour) == (friday, Colour.AMBER)
    assert entry_on("case.yaml", found, date(2026, 12, 20), CALENDAR).overdue == 0


def test_a_case_with_nothing_dated_is_green() -> None:
    entry = entry_on("case.yaml", summary(row("one", None)), TUESDAY, CALENDAR)
    assert (entry.colour, entry.next_due, entry.working_days_left) == (Colour.GREEN, None, None)


def test_a_case_that_cannot_be_read_is_no_colour_of_the_three() -> None:
    broken = Summary("SCI-1", "", "", 0, "", "", 0, (), "1 finding(s)")
    assert entry_on("case.yaml", broken, TUESDAY, CALENDAR).colour is Colour.UNREADABLE


def test_answers_are_late_from_the_day_after_they_were_due() -> None:
    due = date(2026, 1, 2).toordinal()
    summary = Summary("A-1", "nel", "", "", "", "", 0, (), "", (), 5, 1, (due, 0))
    on_the_day = entry_on("a", summary, date(2026, 1, 2), CALENDAR).answers
    assert on_the_day == Answers(returned=5, nil_returns=1, not_received=2, late=0)
    assert entry_on("a", summary, date(2026, 1, 3), CALENDAR).answers.late == 1
