"""The schedule of a case: as a list, as a picture, and each date with its reason."""

from itertools import groupby
from operator import itemgetter

from starlette.responses import Response

from sgdocs.errors import InputRefused
from sgdocs.exports import (
    ROLE_WORDS,
    STATUS_WORDS,
    Entry,
    anchored,
    days_away,
    folded,
    people,
    remarks,
    skipped_words,
    urgency,
)
from sgdocs.pipeline.rendering import rendered
from sgdocs.schedule import Row, Status
from sgdocs.web.view import get
from sgdocs.web.visit import Visit

__all__ = ["VIEWS"]

_HEADINGS = (
    ("Overdue", (Status.OVERDUE,)),
    ("Due today", (Status.DUE_TODAY,)),
    ("Due soon", (Status.DUE_SOON,)),
    ("To come", (Status.FUTURE,)),
    ("Waiting for something else", (Status.WAITING,)),
    ("No time limit", (Status.NO_DEADLINE,)),
    ("Done", (Status.DONE, Status.DONE_LATE, Status.DONE_NO_LIMIT)),
    ("Not applicable", (Status.NOT_APPLICABLE,)),
)
_HEADING = {status: (n, title) for n, (title, group) in enumerate(_HEADINGS) for status in group}
_KINDS = {
    "pdf": "application/pdf",
    "ics": "text/calendar",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _dates(visit: Visit) -> Response:
    found = visit.scheduled()
    entries = sorted(folded(found.rows), key=urgency)
    names = visit.role_names()
    placed = [(_HEADING[e.row.status], _line(e, names)) for e in entries]
    sections = [
        (title, [line for _, line in lines])
        for (_, title), lines in groupby(sorted(placed, key=_by_heading), key=itemgetter(0))
    ]
    return visit.page("dates.html", "Dates", sections=sections, notices=found.notices)


def _by_heading(placed: tuple[tuple[int, str], object]) -> int:
    return placed[0][0]


def _line(entry: Entry, names: dict[str, str]) -> dict[str, object]:
    row = entry.row
    return {
        "row": row,
        "labels": entry.labels,
        "away": days_away(row.working_days_left),
        "status": STATUS_WORDS[row.status],
        "people": people(row, names),
        "remarks": list(remarks(row)),
        "readings": [(ROLE_WORDS[r.role], r) for r in entry.beneath],
    }


def _why(visit: Visit) -> Response:
    found, step = visit.scheduled(), visit.part("step")
    entries = [e for e in folded(found.rows) if e.row.step == step]
    if not entries:
        raise InputRefused("there is no such step in this case.", remedy="Look at its dates.")
    names = visit.role_names()
    told = [(entry, [_reason(row) for row in (entry.row, *entry.beneath)]) for entry in entries]
    return visit.page(
        "why.html",
        entries[0].row.title,
        told=told,
        people=people(entries[0].row, names),
        step=found.procedure.steps[step],
    )


def _reason(row: Row) -> dict[str, object]:
    return {
        "row": row,
        "kind": ROLE_WORDS[row.role],
        "standing": "; ".join([STATUS_WORDS[row.status], *remarks(row)]),
        "anchored": anchored(row.why),
        "skipped": skipped_words(row.why),
    }


def _picture(visit: Visit) -> Response:
    drawn = rendered(visit.scheduled(), "svg", (100, False, False), None)
    return Response(drawn, media_type="image/svg+xml")


def _file(visit: Visit) -> Response:
    form = visit.part("form")
    if form not in _KINDS:
        raise InputRefused("the dates cannot be had in this form.")
    data = rendered(visit.scheduled(), form, (100, False, False), None)
    return visit.download(data, f"{visit.part('reference')}_timetable.{form}", _KINDS[form])


VIEWS = (
    get("/cases/{reference}/dates", _dates),
    get("/cases/{reference}/dates/picture.svg", _picture),
    get("/cases/{reference}/dates/file.{form}", _file),
    get("/cases/{reference}/dates/{step}", _why),
)
