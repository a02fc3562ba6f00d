"""A schedule for other hands: text for a terminal, JSON, CSV, a workbook, calendar entries."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.exports.calendarfile import as_ics
    from sgdocs.exports.characters import harmless, one_line
    from sgdocs.exports.csvfile import as_csv
    from sgdocs.exports.entries import Entry, folded, gathered, urgency
    from sgdocs.exports.heading import Heading, Names
    from sgdocs.exports.jsonrows import as_json, from_json
    from sgdocs.exports.reasons import why_text
    from sgdocs.exports.table import as_table
    from sgdocs.exports.wording import (
        ROLE_WORDS,
        STATUS_WORDS,
        anchored,
        days_away,
        people,
        remarks,
        skipped_words,
    )
    from sgdocs.exports.workbook import as_xlsx

__all__ = [
    "ROLE_WORDS",
    "STATUS_WORDS",
    "Entry",
    "Heading",
    "Names",
    "anchored",
    "as_csv",
    "as_ics",
    "as_json",
    "as_table",
    "as_xlsx",
    "days_away",
    "folded",
    "from_json",
    "gathered",
    "harmless",
    "one_line",
    "people",
    "remarks",
    "skipped_words",
    "urgency",
    "why_text",
]

__getattr__ = lazily(
    __name__,
    {
        "Entry": "entries",
        "ROLE_WORDS": "wording",
        "STATUS_WORDS": "wording",
        "anchored": "wording",
        "days_away": "wording",
        "folded": "entries",
        "gathered": "entries",
        "people": "wording",
        "remarks": "wording",
        "skipped_words": "wording",
        "urgency": "entries",
        "Heading": "heading",
        "Names": "heading",
        "as_csv": "csvfile",
        "as_ics": "calendarfile",
        "as_json": "jsonrows",
        "as_table": "table",
        "as_xlsx": "workbook",
        "from_json": "jsonrows",
        "harmless": "characters",
        "one_line": "characters",
        "why_text": "reasons",
    },
)
