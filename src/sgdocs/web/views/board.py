"""The board: where every case stands, and the sheet to print in the morning."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from starlette.responses import Response

from sgdocs.board import Colour, Entry
from sgdocs.web.view import get
from sgdocs.web.visit import Visit

__all__ = ["VIEWS"]

_A_PAGE = 25
# Each colour has its word and its shape, for those who cannot tell colours apart.
_STANDING = {
    Colour.RED: ("Overdue", "▲"),
    Colour.UNREADABLE: ("To mend", "?"),
    Colour.AMBER: ("Due soon", "◆"),
    Colour.GREEN: ("In time", "●"),
}


@dataclass(frozen=True, slots=True)
class _Line:
    entry: Entry
    folder: str
    word: str
    shape: str


def _board(visit: Visit) -> Response:
    every = _lines(visit)
    colour, procedure = visit.asked("standing"), visit.asked("procedure")
    found = [
        line
        for line in every
        if colour in ("", line.entry.colour) and procedure in ("", line.entry.procedure)
    ]
    page = min(_number(visit.asked("page")), max(1, -(-len(found) // _A_PAGE)))
    return visit.page(
        "board.html",
        "Cases",
        lines=found[(page - 1) * _A_PAGE : page * _A_PAGE],
        counts=_counts(every),
        standings=[(c.value, word) for c, (word, _) in _STANDING.items()],
        procedures=sorted({line.entry.procedure for line in every} - {""}),
        standing=colour,
        procedure=procedure,
        found=len(found),
        page=page,
        earlier=_address(colour, procedure, page - 1) if page > 1 else "",
        later=_address(colour, procedure, page + 1) if page * _A_PAGE < len(found) else "",
    )


def _morning(visit: Visit) -> Response:
    pressing = [line for line in _lines(visit) if line.entry.colour is not Colour.GREEN]
    return visit.page("morning.html", "Morning sheet", lines=pressing)


def _lines(visit: Visit) -> list[_Line]:
    return [
        _Line(entry, Path(entry.path).parent.name, *_STANDING[entry.colour])
        for entry in visit.office.board()
        if visit.session.user.may_see_marked(entry.restricted_to)
    ]


def _counts(lines: Sequence[_Line]) -> list[tuple[str, str, str, int]]:
    return [
        (colour.value, word, shape, sum(line.entry.colour is colour for line in lines))
        for colour, (word, shape) in _STANDING.items()
    ]


def _number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _address(standing: str, procedure: str, page: int) -> str:
    asked = {"standing": standing, "procedure": procedure, "page": str(page)}
    return "/?" + urlencode({key: value for key, value in asked.items() if value})


VIEWS = (get("/", _board), get("/morning", _morning))
