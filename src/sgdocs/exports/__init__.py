"""A schedule for other hands: text for a terminal, JSON, CSV, a workbook, calendar entries."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.exports.calendarfile import as_ics
    from sgdocs.exports.csvfile import as_csv
    from sgdocs.exports.heading import Heading, Names
    from sgdocs.exports.jsonrows import as_json, from_json
    from sgdocs.exports.reasons import why_text
    from sgdocs.exports.table import as_table
    from sgdocs.exports.workbook import as_xlsx

__all__ = [
    "Heading",
    "Names",
    "as_csv",
    "as_ics",
    "as_json",
    "as_table",
    "as_xlsx",
    "from_json",
    "why_text",
]

__getattr__ = lazily(
    __name__,
    {
        "Heading": "heading",
        "Names": "heading",
        "as_csv": "csvfile",
        "as_ics": "calendarfile",
        "as_json": "jsonrows",
        "as_table": "table",
        "as_xlsx": "workbook",
        "from_json": "jsonrows",
        "why_text": "reasons",
    },
)
