"""The picture: what a person sees on the wall."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sgdocs.dates import Closure, WorkingCalendar
from sgdocs.schedule import Role, Row
from sgdocs.timeline import draw_svg
from timeline.reading import line_at, root, touching, words, written
from timeline.rows import (
    AFTER,
    AGENCIES,
    BEFORE,
    CALENDAR,
    MIDDLE,
    agency,
    case,
    heading,
    on,
    row,
)

DAYS = (BEFORE, MIDDLE, AFTER)


def picture(as_of: date, rows: tuple[Row, ...] | None = None) -> str:
    return draw_svg(case(as_of) if rows is None else rows, heading(as_of), CALENDAR, as_of)


@pytest.mark.parametrize("as_of", DAYS)
def test_no_words_run_into_each_other(as_of: date) -> None:
    assert touching(picture(as_of)) == []


@pytest.mark.parametrize("as_of", DAYS)
def test_nothing_is_written_smaller_than_can_be_read_in_print(as_of: date) -> None:
    assert min(w.size for w in written(picture(as_of))) >= 7.5


@pytest.mark.parametrize("as_of", DAYS)
def test_all_words_are_on_the_sheet(as_of: date) -> None:
    svg = picture(as_of)
    _, _, width, height = map(float, root(svg).attrib["viewBox"].split())
    assert all(w.x >= 20 and w.x + w.width <= width - 20 for w in written(svg))
    assert all(20 <= w.y <= height - 20 for w in written(svg))


def test_a_short_schedule_is_an_a4_sheet_on_its_side() -> None:
    shape = root(picture(BEFORE, (on(BEFORE, date(2025, 12, 30)),))).attrib
    assert (shape["width"], shape["height"]) == ("297.04mm", "209.90mm")


def test_a_screen_reader_is_told_what_matters() -> None:
    svg = root(picture(MIDDLE))
    assert svg.attrib["role"] == "img"
    named = {node.attrib.get("id"): node.text or "" for node in svg.iter()}
    title, description = (named[name] for name in svg.attrib["aria-labelledby"].split())
    assert title == "Timetable of case EXM-2025-014"
    assert "Overdue: Return the form, or a nil return: Saltings Homes, Friday 2 January" in (
        description
    )
    assert "Nothing is due today." in description


def test_the_file_asks_for_nothing_from_elsewhere() -> None:
    svg = picture(MIDDLE)
    assert "<!DOCTYPE" not in svg
    assert "href" not in svg.replace("xmlns:xlink", "")


def test_the_same_schedule_is_drawn_the_same() -> None:
    assert picture(MIDDLE) == picture(MIDDLE)


def test_the_heading_and_the_marking_are_on_the_sheet() -> None:
    seen = words(picture(MIDDLE))
    assert "Timetable of case EXM-2025-014" in seen
    assert "OFFICIAL-SENSITIVE" in seen
    assert "As it stands on Tuesday 6 January 2026 · Exampleshire, flowcharts 1 to 4" in seen


def test_today_is_marked_in_words() -> None:
    assert "Today, Tue 6 Jan 2026" in words(picture(MIDDLE))


def test_today_is_listed_where_it_lies_beyond_the_days_shown() -> None:
    svg = picture(AFTER)
    (today,) = (w for w in written(svg) if w.words == "Today, Wed 20 May 2026")
    (month,) = (w for w in written(svg) if w.words == "May 2026")
    assert 0 < month.y - today.y < 20


def test_bank_holidays_are_named_and_working_days_numbered() -> None:
    seen = words(picture(MIDDLE))
    assert "Christmas Day, Boxing Day" in seen
    assert "New Year’s Day" in seen
    assert "Working day, counted from Fri 19 Dec 2025, day 0" in seen


def test_a_local_closure_is_named() -> None:
    shut = Closure(date(2025, 12, 24), date(2026, 1, 2), "Christmas break")
    calendar = WorkingCalendar(CALENDAR.edition, (shut,))
    svg = draw_svg(case(MIDDLE), heading(MIDDLE), calendar, MIDDLE)
    assert "Office closed: Christmas break" in words(svg)
    assert touching(svg) == []


@pytest.mark.parametrize(
    ("title", "beside"),
    [
        ("Tell the partners", ["SCSI-2", "done Mon 22 Dec"]),
        ("Tell the group", ["SCSI-3", "done Mon 22 Dec, other reading Tue 23 Dec"]),
        ("Arrange the conference", ["done late Wed 24 Dec"]),
        ("Return the form, or a nil return: Saltings Homes",
         ["SCSI-5", "overdue 2 working days, due Fri 2 Jan"]),
        ("Read the report", ["target soon, Tue 6 Jan to Wed 7 Jan"]),
        ("Hold the meeting", ["SRG-8", "due soon, Thu 8 Jan, afternoon"]),
        ("Hold the conference", ["due Tue 13 Jan"]),
        ("Send the Panel the signed record", ["SRG-8, Letter-9", "due Wed 14 Jan"]),
    ],
)  # fmt: skip
def test_each_line_says_in_words_where_it_stands(title: str, beside: list[str]) -> None:
    assert line_at(picture(MIDDLE), title) == beside


def test_what_is_due_today_says_so() -> None:
    rows = (on(BEFORE, BEFORE, title="Tell the partners"),)
    assert line_at(picture(BEFORE, rows), "Tell the partners") == ["due today"]


def test_a_date_on_a_weekend_says_when_to_send() -> None:
    rows = (on(BEFORE, date(2026, 1, 10), title="Publish"),)
    assert line_at(picture(BEFORE, rows), "Publish") == ["due Sat 10 Jan, send by Fri 9 Jan"]


def test_what_needs_somebody_stands_out_without_colour() -> None:
    bold = {w.words for w in written(picture(MIDDLE)) if w.bold}
    assert "overdue 2 working days, due Fri 2 Jan" in bold
    assert "due soon, Thu 8 Jan, afternoon" in bold
    assert "due Tue 13 Jan" not in bold


def test_many_agencies_on_one_day_are_one_line() -> None:
    seen = words(picture(MIDDLE))
    assert "Send the agency the form with its letter\N{NO-BREAK SPACE}×5" in seen
    assert "Return the form, or a nil return\N{NO-BREAK SPACE}×4" in seen
    assert not any(name in " ".join(seen) for name in AGENCIES[:4])


def test_far_dates_are_listed_by_month() -> None:
    seen = words(picture(MIDDLE))
    at = seen.index("Later")
    later = seen[at:]
    assert later[1:4] == [
        "February 2026",
        "expected Wed 4 Feb",
        "The Panel’s reply is expected (Child Safeguarding Practice Review",
    ]
    assert "due Mon 13 Jul" in later
    assert "at least until Tue 13 Jul" in later


def test_early_dates_are_listed_above_the_days() -> None:
    rows = (*case(MIDDLE), on(MIDDLE, date(2024, 1, 9), title="Ask from then on"))
    seen = words(picture(MIDDLE, rows))
    assert seen.index("Before these days") < seen.index("January 2024")
    assert seen.index("January 2024") < seen.index("Today, Tue 6 Jan 2026")


def test_steps_without_a_date_are_listed_and_those_that_do_not_apply_are_counted() -> None:
    seen = words(picture(MIDDLE))
    assert "Devise the action plan (Partnership team)" in seen
    assert "Agree on the criteria (Partnership team)" in seen
    assert not any("coroner" in one for one in seen)
    assert any("1 step does not apply to this case" in one for one in seen)


def test_another_reading_without_a_binding_date_has_a_line_of_its_own() -> None:
    rows = (
        row(step="send", title="Send it"),
        on(BEFORE, date(2025, 12, 30), step="send", title="Send it", role=Role.ALTERNATIVE,
           reading="From the notification"),
    )  # fmt: skip
    beside = line_at(picture(BEFORE, rows), "Send it (From the notification)")
    assert beside == ["other reading Tue 30 Dec"]


def test_a_trial_date_stands_beside_the_binding_one() -> None:
    rows = (
        on(BEFORE, date(2026, 1, 8), title="Meet"),
        on(BEFORE, date(2026, 1, 9), title="Meet", role=Role.WHAT_IF),
    )
    assert line_at(picture(BEFORE, rows), "Meet") == ["due Thu 8 Jan, what if Fri 9 Jan"]


def test_the_legend_lists_what_occurs_and_nothing_else() -> None:
    seen = words(picture(BEFORE, (on(BEFORE, date(2026, 1, 8)),)))
    assert {"to come", "weekend", "bank holiday"} <= set(seen)
    assert "overdue" not in seen


def test_a_schedule_without_rows_is_a_sheet_with_its_heading() -> None:
    assert "Timetable of case EXM-2025-014" in words(picture(MIDDLE, ()))


@st.composite
def some_rows(draw: st.DrawFn) -> tuple[Row, ...]:
    count = draw(st.integers(1, 12))
    rows = []
    for n in range(count):
        due = BEFORE + timedelta(days=draw(st.integers(-40, 200)))
        begins = draw(st.one_of(st.none(), st.integers(0, 60)))
        rows.append(
            on(
                BEFORE,
                due,
                step=f"step-{n // 2}",
                title=draw(st.text(alphabet="abc defghij", min_size=1, max_size=140)),
                responsible=draw(st.sampled_from(("business_unit", "panel", "x" * 90))),
                role=draw(st.sampled_from(Role)),
                reading=draw(st.sampled_from(("", "Flowchart 2"))),
                earliest=None if begins is None else due - timedelta(days=begins),
                actual=draw(st.sampled_from((None, due, due + timedelta(days=9)))),
                artefacts=draw(st.sampled_from(((), ("SCSI-5", "SCSI-6", "SRG-8")))),
                instance=draw(st.sampled_from((None, agency(n % 5)))),
            )
        )
    return tuple(rows)


@settings(max_examples=15)
@given(some_rows())
def test_whatever_the_schedule_no_words_run_into_each_other(rows: tuple[Row, ...]) -> None:
    svg = picture(BEFORE, rows)
    assert touching(svg) == []
    assert all(w.x >= 20 and w.x + w.width <= 842 - 20 for w in written(svg))
