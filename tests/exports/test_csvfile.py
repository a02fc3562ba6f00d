"""The CSV file: opens in a spreadsheet with its accents, and nothing in it is calculated."""

import csv
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.rows import HEADING, NOTIFY, PUBLISH, SCHEDULE, agency, any_row, row
from sgdocs.exports import as_csv
from sgdocs.schedule import Row

_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def read(data: bytes) -> list[dict[str, str]]:
    """Read a CSV file the way a spreadsheet does."""
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_columns_are_in_the_offices_words() -> None:
    (line,) = read(as_csv((NOTIFY,), HEADING.names))
    assert line == {
        "Status": "overdue",
        "Send by": "2025-12-22",
        "Due": "2025-12-22",
        "Working days left": "-1",
        "What is to be done": "Notify the Panel of the serious incident",
        "For": "",
        "Papers": "PANEL-SIN",
        "By": "Local authority",
        "To": "the national Panel",
        "Kind of date": "binding: Section 3, the first week",
        "Time of day": "",
        "Not before": "",
        "Planned": "2025-12-22",
        "Done": "",
        "Warnings": "",
        "Counted from": "Monday 15 December 2025: the notification was received (recorded).",
        "How it was counted": "5 working days after Monday 15 December 2025, which is day 0.",
        "Days not counted": "",
        "Source": "Guide to serious incidents, Section 3, the first week",
        "Procedure": "edition 2",
        "Calendar": "england-and-wales 2026.1",
        "Notes": "",
        "Step": "notify-panel",
    }


def test_every_row_has_its_line_in_the_order_of_the_procedure() -> None:
    assert [line["Step"] for line in read(as_csv(SCHEDULE))] == [one.step for one in SCHEDULE]


def test_the_file_says_it_is_utf_8_and_ends_its_lines_for_windows() -> None:
    data = as_csv((row(title="Ring Siân’s office"),))
    assert data.startswith(b"\xef\xbb\xbf")
    assert "Siân’s" in data.decode("utf-8")
    assert data.count(b"\n") == data.count(b"\r\n") == 2


def test_working_days_left_are_numbers_not_text() -> None:
    assert b',-1,"Notify' in as_csv((NOTIFY,))
    assert b'"",""' in as_csv((PUBLISH,))


@pytest.mark.parametrize(
    "title", ["=1+1", "+44", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠A", "  =1+1", "\t=1+1"]
)
def test_what_looks_like_a_formula_is_made_text(title: str) -> None:
    (line,) = read(as_csv((row(title=title),)))
    assert line["What is to be done"].startswith("'")
    assert line["What is to be done"][1:].strip() == title.strip()


def test_an_agency_named_like_a_formula_is_made_text() -> None:
    (line,) = read(as_csv((row(instance=agency("=HYPERLINK(1)")),)))
    assert line["For"] == "'=HYPERLINK(1)"


@given(st.lists(any_row(), max_size=4))
@settings(max_examples=60, deadline=None)
def test_no_cell_can_be_taken_for_a_formula(rows: list[Row]) -> None:
    lines = read(as_csv(rows))
    assert len(lines) == len(rows)
    for line in lines:
        left = line.pop("Working days left")
        assert left == "" or int(left) is not None
        assert not [cell for cell in line.values() if cell.lstrip(" ").startswith(_SIGNS)]


def test_reasons_and_notes_are_there() -> None:
    noted = replace(NOTIFY.why, notes=("One thing.", "Another."))
    (line,) = read(as_csv((replace(NOTIFY, why=noted),)))
    assert line["Notes"] == "One thing. | Another."
