"""Read a filled call sheet, workbook or CSV, into rows by their columns."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from sgdocs.callsheets.columns import ABOUT, FILLED, KIND
from sgdocs.callsheets.model import Filled
from sgdocs.callsheets.workbooks import rows_of
from sgdocs.errors import InputRefused
from sgdocs.opening.limits import SHEET_BYTES, SHEET_COLUMNS, SHEET_ROWS

__all__ = ["read_sheet"]

_HEADER_WITHIN = 12  # rows: the office may write something above
_NEEDED = frozenset({KIND, ABOUT, "Date of call"})
_ZIP = b"PK\x03\x04"


def read_sheet(data: bytes, where: str) -> tuple[Filled, ...]:
    """Read a sheet that may come from anywhere; its cells are neither run nor trusted."""
    if len(data) > SHEET_BYTES:
        raise _refused("this file is far larger than a call sheet.", where)
    rows = rows_of(data, where) if data.startswith(_ZIP) else _of_text(data, where)
    return tuple(_by_column(list(rows), where))


def _of_text(data: bytes, where: str) -> Iterator[list[Any]]:
    text = _decoded(data)
    if "\0" in text or data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _refused("this is neither a workbook (.xlsx) nor a CSV file.", where)
    lines = text.splitlines()
    head = next((line for line in lines if KIND in line), lines[0] if lines else "")
    mark = max(",;\t", key=head.count)
    try:
        for number, row in enumerate(csv.reader(StringIO(text), delimiter=mark)):
            if number >= SHEET_ROWS or len(row) > SHEET_COLUMNS:
                raise _refused("this file is far larger than a call sheet.", where)
            yield row
    except csv.Error:
        raise _refused("this CSV file is not whole.", where) from None


def _decoded(data: bytes) -> str:
    for way in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(way)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _by_column(rows: Sequence[Sequence[Any]], where: str) -> Iterator[Filled]:
    for start, row in enumerate(rows[:_HEADER_WITHIN]):
        titles = [_title(cell) for cell in row]
        if set(titles) >= _NEEDED:
            if len(set(filter(None, titles))) < len(list(filter(None, titles))):
                raise _refused("two columns of this sheet have the same title.", where)
            yield from _filled(titles, rows[start + 1 :], start + 2)
            return
    raise _refused("this sheet lacks the columns of a call sheet.", where)


def _title(cell: Any) -> str:
    said = " ".join(str(cell).split()).casefold()
    known = (KIND, ABOUT, "Case", *FILLED)
    return next((title for title in known if title.casefold() == said), "")


def _filled(titles: Sequence[str], rows: Iterable[Sequence[Any]], first: int) -> Iterator[Filled]:
    for number, row in enumerate(rows, first):
        cells = {t: c for t, c in zip(titles, row, strict=False) if t and c not in ("", None)}
        if cells:
            yield Filled(number, cells)


def _refused(what: str, where: str) -> InputRefused:
    return InputRefused(
        what, where=where, remedy="Fill in the sheet that sgdocs calls writes, and save it as such."
    )
