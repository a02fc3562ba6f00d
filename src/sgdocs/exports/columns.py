"""The columns of a schedule in a spreadsheet, in the office's words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sgdocs.exports.characters import one_line
from sgdocs.exports.heading import Names
from sgdocs.exports.wording import (
    ROLE_WORDS,
    STATUS_WORDS,
    anchored,
    doer,
    people,
    receivers,
    remarks,
    skipped_words,
)
from sgdocs.schedule import Row, Status

__all__ = ["EVERY_COLUMN", "REASONS", "SCHEDULE", "Cell", "Column"]

Cell = str | int | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its width in characters and what it shows of a row."""

    title: str
    width: int
    cell: Callable[[Row, Names], Cell]


def _for(row: Row, _: Names) -> str:
    return one_line(row.instance.label) if row.instance else ""


def _kind(row: Row, _: Names) -> str:
    kind = ROLE_WORDS[row.role]
    return f"{kind}: {one_line(row.reading)}" if row.reading else kind


def _about_the_date(row: Row, names: Names) -> str:
    return "; ".join((_kind(row, names), *remarks(row)))


def _anchor(row: Row, _: Names) -> str:
    return "" if row.status is Status.NOT_APPLICABLE else anchored(row.why)


def _lines(texts: tuple[str, ...]) -> str:
    return " | ".join(one_line(text) for text in texts)


_STATUS = Column("Status", 13, lambda row, _: STATUS_WORDS[row.status])
_SEND_BY = Column("Send by", 16, lambda row, _: row.send_by)
_LEFT = Column("Working days left", 9, lambda row, _: row.working_days_left)
_TITLE = Column("What is to be done", 38, lambda row, _: one_line(row.title))
_FOR = Column("For", 20, _for)
_PAPERS = Column("Papers", 14, lambda row, _: ", ".join(row.artefacts))
_DONE = Column("Done", 16, lambda row, _: row.actual)
_WARNINGS = Column("Warnings", 36, lambda row, _: _lines(row.warnings))
_STEP = Column("Step", 24, lambda row, _: row.step)
_DUE = Column("Due", 16, lambda row, _: row.due)
_KIND = Column("Kind of date", 26, _kind)

_COUNTING = (
    Column("Counted from", 32, _anchor),
    Column("How it was counted", 44, lambda row, _: one_line(row.why.counted)),
    Column("Days not counted", 28, lambda row, _: skipped_words(row.why)),
    Column("Source", 36, lambda row, _: one_line(str(row.why.source))),
    Column("Procedure", 18, lambda row, _: one_line(row.why.procedure_version)),
    Column("Calendar", 16, lambda row, _: one_line(row.why.calendar_edition)),
    Column("Notes", 36, lambda row, _: _lines(row.why.notes)),
)

# Few enough to print on one landscape page at a size that can be read.
SCHEDULE = (
    _STATUS,
    _SEND_BY,
    _LEFT,
    _TITLE,
    _FOR,
    _PAPERS,
    Column("Who", 28, people),
    Column("About the date", 28, _about_the_date),
    _DONE,
    _WARNINGS,
)
REASONS = (_TITLE, _FOR, _KIND, _DUE, *_COUNTING, _STEP)
EVERY_COLUMN = (
    _STATUS,
    _SEND_BY,
    _DUE,
    _LEFT,
    _TITLE,
    _FOR,
    _PAPERS,
    Column("By", 24, doer),
    Column("To", 24, receivers),
    _KIND,
    Column("Time of day", 16, lambda row, _: one_line(row.time_of_day)),
    Column("Not before", 16, lambda row, _: row.earliest),
    Column("Planned", 16, lambda row, _: row.planned),
    _DONE,
    _WARNINGS,
    *_COUNTING,
    _STEP,
)
