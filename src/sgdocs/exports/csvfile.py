"""The schedule as a CSV file that opens in a spreadsheet with its accents and no surprises."""

import csv
from collections.abc import Iterable
from io import StringIO

from sgdocs.exports.characters import harmless
from sgdocs.exports.columns import EVERY_COLUMN, Cell
from sgdocs.exports.heading import Names
from sgdocs.schedule import Row

__all__ = ["as_csv"]

_BARE: Names = {}


def as_csv(rows: Iterable[Row], names: Names = _BARE) -> bytes:
    """Give every row and column as UTF-8 with a mark, dates as text like 2025-12-23."""
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([column.title for column in EVERY_COLUMN])
    for row in rows:
        writer.writerow([_safe(column.cell(row, names)) for column in EVERY_COLUMN])
    # Without the mark a spreadsheet on Windows reads the file in the old Western code page.
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: Cell) -> str | int:
    if isinstance(cell, int):
        return cell
    return harmless("" if cell is None else str(cell))
