"""The one door to what reads workbooks; a workbook from outside is looked over first."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from sgdocs.errors import InputRefused
from sgdocs.opening import Archive
from sgdocs.opening.limits import SHEET_COLUMNS, SHEET_ROWS

__all__ = ["rows_of"]

_NOUN = "workbook"
_TYPES = "[Content_Types].xml"
_OTHERS = ("content.xml", "xl/workbook.bin")  # other kinds, which the reader would try as well
_PROGRAMS = re.compile(r"vba|macro|activex|dialogsheet|customui", re.I)
_WITHIN = re.compile(r"/(embeddings|externalLinks|queryTables|connections)[/.]|\.bin\Z", re.I)
_PRINTER = "xl/printerSettings/"
_PLACE = re.compile(r"\$?(?P<column>[A-Z]{0,3})\$?(?P<row>[0-9]{0,7})")


def rows_of(data: bytes, where: str) -> Iterator[list[Any]]:
    """Give the rows of a workbook's first sheet, dates as dates."""
    archive = Archive(data, where, _NOUN)
    archive.require_no_doctypes()
    if not archive.has("xl/workbook.xml") or any(map(archive.has, _OTHERS)):
        raise _refused("this is no workbook.", where)
    if b"macroEnabled" in archive.read(_TYPES) or any(map(_PROGRAMS.search, archive.names)):
        raise _refused("this workbook holds a program (macros).", where)
    if any(_WITHIN.search(n) for n in archive.names if not n.startswith(_PRINTER)):
        raise _refused("another file is packed into this workbook, or linked to it.", where)
    _require_near(archive, where)
    yield from _sheet(data, where)


def _require_near(archive: Archive, where: str) -> None:
    """Refuse a cell far out: the reader makes room for every cell before it, however many.

    Every part is looked at: which one is the sheet, the file itself decides.
    """
    for name in archive.matching(r".*\.xml"):
        part = archive.xml(name)
        rows = list(part.iter("{*}row"))
        wide = any(len(row) > SHEET_COLUMNS for row in rows)
        named = part.iter("{*}row", "{*}c", "{*}dimension")
        places = (str(each.get("r") or each.get("ref") or "") for each in named)
        if wide or len(rows) > SHEET_ROWS or not all(map(_near, places)):
            raise _refused("this workbook is far larger than a call sheet.", where)


def _near(place: str) -> bool:
    return all(map(_cell_near, place.split(":")))


def _cell_near(place: str) -> bool:
    found = _PLACE.fullmatch(place)
    if found is None:
        return not place
    column = 0
    for letter in found["column"]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return column <= SHEET_COLUMNS and int(found["row"] or 0) <= SHEET_ROWS


def _sheet(data: bytes, where: str) -> list[list[Any]]:
    from python_calamine import (  # noqa: PLC0415 - only a workbook needs it
        CalamineError,
        CalamineWorkbook,
    )

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        sheet = book.get_sheet_by_index(0)
        height, width = sheet.total_height, sheet.total_width
        if height > SHEET_ROWS or width > SHEET_COLUMNS:
            raise _refused("this workbook is far larger than a call sheet.", where)
        return [list(row) for row in sheet.to_python(skip_empty_area=False)]
    except (CalamineError, IndexError, ValueError):
        raise _refused("this workbook cannot be read.", where) from None


def _refused(what: str, where: str) -> InputRefused:
    return InputRefused(
        what, where=where, remedy="Fill in the sheet that sgdocs calls writes, and save it as such."
    )
