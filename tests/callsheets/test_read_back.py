"""A filled sheet read back: what it means, and what is to put right."""

from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from callsheets.filling import CALLS, HEADING, KNOWN, filled, filled_csv, filled_xlsx
from sgdocs.callsheets import Reading, as_csv, as_xlsx, read_sheet, understood
from sgdocs.errors import InputRefused


def heard(data: bytes, **known: Any) -> Reading:
    return understood(read_sheet(data, "calls"), replace(KNOWN, **known), "calls")


def only(data: bytes) -> dict[str, Any]:
    reading = heard(data)
    assert reading.findings == ()
    ((_, entry),) = reading.entries
    return dict(entry)


def test_a_sheet_as_it_goes_out_says_that_nobody_was_called() -> None:
    for data in (as_xlsx(CALLS, HEADING), as_csv(CALLS, HEADING)):
        reading = heard(data)
        assert (reading.entries, reading.findings, reading.blank) == ((), (), 2)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_every_answer_comes_back_from_csv(mark: str) -> None:
    row = filled(
        Spoke_to="Detective Inspector",
        Request_arrived="Yes",
        Clear_what_is_asked="y",
        What_was_said="Will write it, today",
        Promised_for="05/01/2026 12.30 pm",
        Escalated_to="Director",
    )
    assert only(filled_csv([row], mark)) == {
        "kind": "confirmation",
        "agency": "police",
        "at": "2025-12-23T13:05",
        "caller": "Perpetua Oakes",
        "spoke_to": "Detective Inspector",
        "receipt_confirmed": "yes",
        "expectation_confirmed": "yes",
        "outcome": "Will write it, today",
        "promised_for": "2026-01-05T12:30",
        "escalated_to": "Director",
    }


def test_dates_and_times_of_a_workbook_are_taken_as_they_are() -> None:
    row = filled(
        Date_of_call=date(2025, 12, 3),
        Time=time(9, 5),
        Promised_for=datetime(2026, 2, 1, 16, 0),
        Request_arrived=False,
    )
    entry = only(filled_xlsx([row]))
    assert entry["at"] == "2025-12-03T09:05"
    assert entry["promised_for"] == "2026-02-01T16:00"
    assert entry["receipt_confirmed"] == "no"


def test_dates_as_words_are_read_day_first() -> None:
    assert only(filled_xlsx([filled(Date_of_call="3/12/2025", Time="9.05am")]))["at"] == (
        "2025-12-03T09:05"
    )
    assert only(filled_csv([filled(Time=None)]))["at"] == "2025-12-23"


def test_a_relative_is_a_person_and_not_an_agency() -> None:
    entry = only(filled_csv([filled(Kind_of_call="family", Short_name="mother")]))
    assert entry["person"] == "mother"
    assert "agency" not in entry


@pytest.mark.parametrize(
    ("row", "path", "said"),
    [
        (filled(Case="BCP-1"), "row 2, Case", "another case"),
        (filled(Kind_of_call="visit"), "row 2, Kind of call", "chase, confirmation"),
        (filled(Short_name="nobody"), "row 2, Short name", "no agency or person"),
        (filled(Date_of_call=None), "row 2, Date of call", "is missing"),
        (filled(Date_of_call="Tuesday"), "row 2, Date of call", "19/12/2025"),
        (filled(Date_of_call="23/12/25"), "row 2, Date of call", "19/12/2025"),
        (filled(Time="after lunch"), "row 2, Time", "14:05"),
        (filled(Request_arrived="perhaps"), "row 2, Request arrived", "yes or no"),
        (filled(Promised_for="soon"), "row 2, Promised for", "19/12/2025"),
        (filled(What_was_said="x" * 2001), "row 2, What was said", "2000"),
    ],
)
def test_what_cannot_be_meant_is_named_by_row_and_column(
    row: dict[str, Any], path: str, said: str
) -> None:
    reading = heard(filled_csv([row]))
    assert [finding.path for finding in reading.findings] == [path]
    assert said in reading.findings[0].message
    assert reading.entries == ()


def test_no_finding_repeats_what_was_written() -> None:
    row = filled(Date_of_call="Caoimhe’s birthday", Time="Caoimhe", Request_arrived="Caoimhe")
    assert "Caoimhe" not in " ".join(f.line_of_text() for f in heard(filled_csv([row])).findings)


def test_a_call_the_case_has_is_not_taken_twice() -> None:
    row = filled(Spoke_to="The desk")
    known = (
        {
            "kind": "confirmation",
            "agency": "police",
            "at": "2025-12-23T13:05",
            "caller": "Perpetua Oakes",
            "spoke_to": "The desk",
            "outcome": "More",
        },
    )
    reading = heard(filled_csv([row, row]), recorded=known)
    assert (reading.entries, reading.findings, reading.already) == ((), (), 2)
    assert heard(filled_csv([row, row])).already == 1


def test_another_account_of_the_same_minute_is_for_a_person_to_settle() -> None:
    known = (
        {
            "kind": "confirmation",
            "agency": "police",
            "at": "2025-12-23T13:05",
            "caller": "Somebody else",
        },
    )
    reading = heard(filled_csv([filled()]), recorded=known)
    assert [finding.path for finding in reading.findings] == ["row 2, Time"]
    assert heard(filled_csv([filled(Time="13:20")]), recorded=known).findings == ()


def test_words_that_look_like_formulas_are_words() -> None:
    entry = only(filled_csv([filled(What_was_said="=cmd|'/c calc'!A1")]))
    assert entry["outcome"] == "=cmd|'/c calc'!A1"


def test_columns_may_stand_in_another_order_and_under_other_lines() -> None:
    head, line = filled_csv([filled()]).decode("utf-8-sig").splitlines()
    turned = [",".join(reversed(text.split(","))) for text in (head, line)]
    assert only("\n".join(["Our calls", "", *turned]).encode())["agency"] == "police"


def test_an_old_code_page_is_understood() -> None:
    data = filled_csv([filled(Caller="Sebastián")]).decode("utf-8-sig").encode("cp1252")
    assert only(data)["caller"] == "Sebastián"


def _zip(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _with(part: str, content: bytes) -> bytes:
    with ZipFile(BytesIO(filled_xlsx([filled()]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return _zip({**parts, part: content})


_BOMB = b"<worksheet><sheetData>" + b" " * 30_000_000
_WIDE = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_FAR = (
    _WIDE
    + b'<row r="1"><c r="A1"><v>1</v></c></row>'
    + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
)
_MANY = _WIDE + b"<row><c><v>1</v></c></row>" * 2001 + b"</sheetData></worksheet>"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "lacks the columns"),
        (b"\x00\x01\x02", "neither a workbook"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "neither a workbook"),
        (b"PK\x03\x04 and no more", "workbook"),
        (b"a,b\n1,2\n", "lacks the columns"),
        (b"x" * 5_000_001, "far larger"),
        (b"Kind of call,Short name,Date of call\n" + b"a,b,c\n" * 2001, "far larger"),
        (b"Kind of call,Kind of call,Short name,Date of call\n", "the same title"),
        (_zip({"word/document.xml": b"<x/>"}), "no workbook"),
        (_with("xl/vbaProject.bin", b"x"), "macros"),
        (_with("xl/worksheets/sheet1.xml", b"<worksheet"), "not a whole workbook"),
        (_with("xl/worksheets/sheet1.xml", b"<worksheet/>"), "lacks the columns"),
        (_with("content.xml", b"<office/>"), "no workbook"),
        (_with("xl/worksheets/sheet1.xml", _MANY), "far larger"),
        (_with("xl/worksheets/sheet1.xml", _BOMB), "too large"),
        (_with("xl/worksheets/sheet1.xml", _FAR), "far larger"),
    ],
)
def test_what_is_no_call_sheet_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        read_sheet(data, "calls")
