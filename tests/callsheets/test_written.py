"""What goes out: every call, nothing a spreadsheet would run, the same bytes each time."""

from datetime import date

from callsheets.filling import CALLS, HEADING, cells_of
from sgdocs.callsheets import as_csv, as_lines, as_xlsx


def test_a_workbook_has_a_row_for_each_call_and_room_to_fill_in() -> None:
    rows = cells_of(as_xlsx(CALLS, HEADING))
    assert rows[0][0] == "OFFICIAL-SENSITIVE  Calls to make, case NEL-2025-014"
    head, first, second = rows[2], rows[3], rows[4]
    assert head[:3] == ["Case", "Kind of call", "Short name"]
    assert first[:4] == ["NEL-2025-014", "confirmation", "police", "Police"]
    assert second[head.index("Due")] == date(2026, 1, 2)
    assert second[head.index("Where the answer stands")] == "Not received, late"
    assert second[head.index("Date of call")] == ""


def test_a_workbook_is_the_same_each_time_and_holds_no_formula() -> None:
    made = as_xlsx(CALLS, HEADING)
    assert made == as_xlsx(CALLS, HEADING)
    assert cells_of(made)[4][3] == "=SUM(A1)"


def test_a_csv_file_holds_no_formula() -> None:
    text = as_csv(CALLS, HEADING).decode("utf-8-sig")
    line = text.splitlines()[2]
    assert line.startswith("NEL-2025-014,chase,school,'=SUM(A1),'+44,'@x,'-1,02/01/2026")


def test_a_list_says_whom_to_call_and_why() -> None:
    said = as_lines(CALLS, HEADING)
    assert "- Police, ask for Iestyn: 01632 960650" in said
    assert "chase: -1 (due Fri 2 Jan 2026; Not received, late)" in said
    assert "No call is to be made" in as_lines((), HEADING)
