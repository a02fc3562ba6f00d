"""Calls to make, as a list to print or fill in, and the filled list read back."""

from typing import TYPE_CHECKING

from sgdocs.callsheets.model import Call, Filled, Reading
from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.callsheets.filled import read_sheet
    from sgdocs.callsheets.meaning import Known, understood
    from sgdocs.callsheets.table import as_lines
    from sgdocs.callsheets.written import as_csv, as_xlsx

__all__ = [
    "Call",
    "Filled",
    "Known",
    "Reading",
    "as_csv",
    "as_lines",
    "as_xlsx",
    "read_sheet",
    "understood",
]

__getattr__ = lazily(
    __name__,
    {
        "Known": "meaning",
        "as_csv": "written",
        "as_lines": "table",
        "as_xlsx": "written",
        "read_sheet": "filled",
        "understood": "meaning",
    },
)
