"""The workbook: real dates, no formulas, ready to print, the same bytes each time."""

import re
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.rows import HEADING, NOTIFY, PLAIN, SCHEDULE, agency, any_row, row
from sgdocs.exports import Heading, as_xlsx
from sgdocs.schedule import Row

_NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_SHEETS = {"Schedule": "xl/worksheets/sheet1.xml", "Why": "xl/worksheets/sheet2.xml"}


class Book:
    """A workbook opened again, part by part."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as parts:
            self.parts = {name: parts.read(name) for name in parts.namelist()}
            self.stamps = {info.date_time for info in parts.infolist()}
        root = ET.fromstring(self.parts["xl/sharedStrings.xml"])  # noqa: S314 - our own file
        self._strings = ["".join(one.itertext()) for one in root.findall("m:si", _NS)]

    def root(self, sheet: str) -> ET.Element:
        """Give a sheet's XML."""
        return ET.fromstring(self.parts[_SHEETS[sheet]])  # noqa: S314 - our own file

    def cells(self, sheet: str) -> dict[str, str | float]:
        """Give a sheet's values by their places: A1."""
        return {
            cell.get("r", ""): self._value(cell)
            for cell in self.root(sheet).iter(f"{{{_NS['m']}}}c")
            if cell.find("m:v", _NS) is not None
        }

    def rows(self, sheet: str) -> list[dict[str, str | float]]:
        """Give a sheet's lines below the column titles, by title."""
        cells = self.cells(sheet)
        titles = {re.sub(r"\d", "", spot): text for spot, text in cells.items() if _line(spot) == 3}
        last = max(map(_line, cells))
        return [
            {str(t): cells[f"{c}{n}"] for c, t in titles.items() if f"{c}{n}" in cells}
            for n in range(4, last + 1)
        ]

    def _value(self, cell: ET.Element) -> str | float:
        value = cell.findtext("m:v", "", _NS)
        return self._strings[int(value)] if cell.get("t") == "s" else float(value)


def _line(spot: str) -> int:
    return int(re.sub(r"\D", "", spot))


@pytest.fixture(scope="module")
def book() -> Book:
    return Book(as_xlsx(SCHEDULE, HEADING))


def test_the_sheet_to_work_from_starts_with_what_is_late(book: Book) -> None:
    lines = book.rows("Schedule")
    assert [line["Status"] for line in lines[:5]] == ["overdue"] * 4 + ["due today"]
    assert len(lines) == len(SCHEDULE)
    assert lines[0] == {
        "Status": "overdue",
        "Send by": _number(date(2025, 12, 17)),
        "Working days left": -4.0,
        "What is to be done": "Send the agency the information form",
        "For": "Northholme Hospital",
        "Papers": "FORM-5, FORM-6",
        "Who": "by Exampleshire Business Unit, to each agency's manager",
        "About the date": "binding",
    }


def test_another_reading_stands_beneath_its_row(book: Book) -> None:
    about = [str(line["About the date"]) for line in book.rows("Schedule")]
    place = next(n for n, text in enumerate(about) if text.startswith("other reading"))
    assert about[place - 1].startswith("binding: Section 3")


def test_the_second_sheet_gives_the_reasons(book: Book) -> None:
    line = next(one for one in book.rows("Why") if one["Step"] == "record-to-panel")
    assert line["Days not counted"] == "Thu 25 Dec 2025 Christmas Day; Fri 26 Dec 2025 Boxing Day"
    assert line["Source"] == "Guide to serious incidents, Section 3, the first week"
    assert line["Notes"] == "The record has several names in the guide."


def test_both_sheets_say_whose_schedule_it_is(book: Book) -> None:
    for sheet in _SHEETS:
        cells = book.cells(sheet)
        assert cells["A1"] == "OFFICIAL-SENSITIVE  Schedule of case EXM-2025-004"
        assert "As it stands on Tuesday 23 December 2025" in str(cells["A2"])


def test_dates_are_real_dates_in_words(book: Book) -> None:
    styles = book.parts["xl/styles.xml"].decode()
    assert 'formatCode="ddd d mmm yyyy"' in styles
    cell = book.root("Schedule").find(".//m:c[@r='B4']", _NS)
    assert cell is not None
    assert cell.get("t") is None
    assert cell.findtext("m:v", "", _NS) == str(int(_number(date(2025, 12, 17))))


def test_status_cells_are_coloured_and_worded(book: Book) -> None:
    styles = book.parts["xl/styles.xml"].decode()
    for colour in ("FFF4C7C3", "FFFCE8B2", "FFDCEFDC"):
        assert colour in styles
    late, today = (book.root("Schedule").find(f".//m:c[@r='A{n}']", _NS) for n in (4, 8))
    assert late is not None
    assert today is not None
    assert late.get("s") != today.get("s")


@pytest.mark.parametrize("sheet", _SHEETS)
def test_a_sheet_is_ready_to_filter_and_to_print(book: Book, sheet: str) -> None:
    xml = book.parts[_SHEETS[sheet]].decode()
    assert 'ySplit="3"' in xml
    assert 'state="frozen"' in xml
    assert re.search(rf'<autoFilter ref="A3:[A-Z]{3 + len(SCHEDULE)}"/>', xml)
    assert 'paperSize="9"' in xml
    assert 'orientation="landscape"' in xml
    assert '<pageSetUpPr fitToPage="1"/>' in xml
    assert 'fitToHeight="0"' in xml
    assert "&amp;LOFFICIAL-SENSITIVE&amp;CPage &amp;P of &amp;N&amp;REXM-2025-004" in xml
    assert f">{sheet}!$3:$3</definedName>" in book.parts["xl/workbook.xml"].decode()


def test_nothing_is_a_formula_or_a_link() -> None:
    tricky = ["=1+1", "http://example.org/", "{=1}", "-3", "mailto:a@example.org"]
    rows = [row(step=text, title=text, instance=agency(text)) for text in tricky]
    book = Book(as_xlsx(rows, HEADING))
    titles = [line["What is to be done"] for line in book.rows("Schedule")]
    assert sorted(map(str, titles)) == sorted(tricky)
    everything = b"".join(book.parts.values())
    assert b"<f>" not in everything
    assert b"<hyperlink" not in everything


def test_the_same_schedule_gives_the_same_bytes_whatever_the_clock() -> None:
    first = as_xlsx(SCHEDULE, HEADING)
    assert as_xlsx(SCHEDULE, HEADING) == first
    book = Book(first)
    assert book.stamps == {(1980, 1, 1, 0, 0, 0)}
    stamps = re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", book.parts["docProps/core.xml"].decode())
    assert stamps == ["2025-12-23T00:00:00Z"] * 2


def test_an_ampersand_in_the_margin_stays_an_ampersand() -> None:
    heading = replace(HEADING, marking="A & B", reference="C&D-1")
    xml = Book(as_xlsx((PLAIN,), heading)).parts[_SHEETS["Schedule"]].decode()
    assert "&amp;LA &amp;&amp; B&amp;CPage &amp;P of &amp;N&amp;RC&amp;&amp;D-1" in xml


def test_a_cell_longer_than_excel_takes_is_shortened_with_a_sign() -> None:
    long = Book(as_xlsx((row(warnings=("x" * 40000,)),), HEADING)).rows("Schedule")[0]
    assert len(str(long["Warnings"])) == 32767
    assert str(long["Warnings"]).endswith("x…")


def test_an_empty_schedule_is_still_a_workbook() -> None:
    assert Book(as_xlsx((), HEADING)).cells("Schedule")["A3"] == "Status"


@given(st.lists(any_row(), max_size=3))
@settings(max_examples=25, deadline=None)
def test_any_text_gives_a_workbook_that_opens(rows: list[Row]) -> None:
    assert len(Book(as_xlsx(rows, HEADING)).rows("Why")) == len(rows)


def test_the_properties_name_the_office_and_no_one_else() -> None:
    heading = Heading("REF-1", "Guide", date(2026, 1, 5), "OFFICIAL", "The office")
    core = Book(as_xlsx((NOTIFY,), heading)).parts["docProps/core.xml"].decode()
    assert "<dc:creator>The office</dc:creator>" in core
    assert "<dc:title>Schedule of case REF-1</dc:title>" in core


def _number(day: date) -> float:
    return float((day - date(1899, 12, 30)) / timedelta(days=1))
