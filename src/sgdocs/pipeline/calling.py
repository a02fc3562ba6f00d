"""The calls of a case that are to be made now, as a list in the form somebody asked for."""

from collections.abc import Callable, Mapping, Sequence

from sgdocs.artefacts import Wanted, file_copy
from sgdocs.callsheets import Call, as_csv, as_lines, as_xlsx
from sgdocs.documents import Maker, Wordings
from sgdocs.errors import InputRefused
from sgdocs.exports import Heading
from sgdocs.pipeline.ordering import CALL_SHEET, call_sheet, order_for
from sgdocs.standing import Scheduled

__all__ = ["calls_list", "calls_to_make"]

_List = Callable[[Sequence[Call], Heading], bytes | str]
_LISTS: Mapping[str, _List] = {"table": as_lines, "csv": as_csv, "xlsx": as_xlsx}


def calls_to_make(found: Scheduled) -> tuple[Call, ...]:
    """Give the calls that are to be made on the day the case is looked at."""
    to = file_copy(found)
    wanted = Wanted(CALL_SHEET, None, (to,), "", found.as_of.day)
    facts = order_for(found, wanted, to, found.rows).facts
    return tuple(
        Call(
            kind=due["kind"],
            about=due["about"],
            whom=due.get("whom", ""),
            ask_for=due.get("ask_for", ""),
            phone=due.get("phone", ""),
            why=due["what"],
            due=due.get("due"),
            standing=due.get("standing", ""),
        )
        for due in facts["calls_due"]
    )


def calls_list(found: Scheduled, form: str) -> bytes | str:
    """Give the calls to make as table, workbook, CSV, Word or PDF."""
    if form not in _LISTS:
        return _paper(found, form)
    partnership = found.ground.partnership
    heading = Heading(
        reference=found.case.reference,
        procedure=found.procedure.version,
        as_of=found.as_of.day,
        marking=found.marking,
        office=partnership.name,
    )
    return _LISTS[form](calls_to_make(found), heading)


def _paper(found: Scheduled, form: str) -> bytes:
    """Make the sheet to print, as packs have it."""
    procedure = found.case.procedure
    maker = Maker(found.content, procedure, Wordings(found.content, procedure))
    sheet = call_sheet(found, maker)
    if sheet is None:
        raise InputRefused(
            "there is no call to make on this day, and so no sheet.",
            where=found.case.reference,
            remedy="Ask for another day with --as-of.",
        )
    return sheet.word if form == "docx" else sheet.pdf
