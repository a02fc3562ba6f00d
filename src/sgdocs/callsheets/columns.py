"""The columns of a call sheet: what is known before, and what is filled in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sgdocs.callsheets.model import Call

__all__ = ["ABOUT", "CASE", "COLUMNS", "FILLED", "KIND", "Column"]

CASE, KIND, ABOUT = "Case", "Kind of call", "Short name"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its width in characters, and what stands in it or the field it fills."""

    title: str
    width: int
    known: Callable[[Call, str], str | date | None] | None = None
    field: str = ""
    look: str = "text"


COLUMNS = (
    Column(CASE, 16, lambda _, reference: reference),
    Column(KIND, 13, lambda call, _: call.kind),
    Column(ABOUT, 20, lambda call, _: call.about),
    Column("Whom to call", 26, lambda call, _: call.whom),
    Column("Ask for", 20, lambda call, _: call.ask_for),
    Column("Telephone", 15, lambda call, _: call.phone),
    Column("What for", 34, lambda call, _: call.why),
    Column("Due", 12, lambda call, _: call.due, look="date"),
    Column("Where the answer stands", 22, lambda call, _: call.standing),
    Column("Date of call", 12, field="day", look="date"),
    Column("Time", 8, field="clock", look="time"),
    Column("Caller", 18, field="caller"),
    Column("Spoke to", 20, field="spoke_to"),
    Column("Request arrived", 10, field="receipt_confirmed", look="choice"),
    Column("Clear what is asked", 10, field="expectation_confirmed", look="choice"),
    Column("What was said", 40, field="outcome"),
    Column("Promised for", 14, field="promised_for", look="date"),
    Column("Escalated to", 18, field="escalated_to"),
)
FILLED = {column.title: column.field for column in COLUMNS if column.field}
