"""The board: where every case stands, and the sheet to print in the morning."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from starlette.responses import JSONResponse, Response

from sgdocs.board import Colour, Entry
from sgdocs.errors import InputRefused
from sgdocs.pipeline.finding import copies_beside, encrypted_cases
from sgdocs.pipeline.watching import Board
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
    torn: bool = False
    """Somebody, or a synchronising program, laid a second version of a file beside it."""


def _board(visit: Visit) -> Response:
    board = visit.office.board()
    every = _seen_by(visit, board)
    colour, procedure = visit.asked("standing"), visit.asked("procedure")
    found = [e for e in every if colour in ("", e.colour) and procedure in ("", e.procedure)]
    encrypted = encrypted_cases(visit.office.cases)
    page = min(_number(visit.asked("page")), max(1, -(-len(found) // _A_PAGE)))
    return visit.page(
        "board.html",
        "Cases",
        board=board,
        lines=_lines(found[(page - 1) * _A_PAGE : page * _A_PAGE]),
        counts=_counts(every),
        encrypted=len(encrypted),
        # Nobody can look into an encrypted case for whose eyes it is: its name may not be for all.
        encrypted_names=encrypted if visit.session.user.alone else (),
        standings=[(c.value, word) for c, (word, _) in _STANDING.items()],
        procedures=sorted({entry.procedure for entry in every} - {""}),
        standing=colour,
        procedure=procedure,
        found=len(found),
        page=page,
        earlier=_address(colour, procedure, page - 1) if page > 1 else "",
        later=_address(colour, procedure, page + 1) if page * _A_PAGE < len(found) else "",
    )


def _morning(visit: Visit) -> Response:
    board = visit.office.board()
    pressing = [e for e in _seen_by(visit, board) if e.colour is not Colour.GREEN]
    return visit.page("morning.html", "Morning sheet", board=board, lines=_lines(pressing))


def _reading(visit: Visit) -> Response:
    """Say how far the cases have been read, for a page that follows it."""
    board = visit.office.board()
    return JSONResponse({"done": board.share, "total": 100, "running": board.unread > 0})


def _seen_by(visit: Visit, board: Board) -> list[Entry]:
    user = visit.session.user
    return [entry for entry in board.entries if user.may_see_marked(entry.restricted_to)]


def _lines(entries: Sequence[Entry]) -> list[_Line]:
    return [
        _Line(e, Path(e.path).parent.name, *_STANDING[e.colour], torn=_torn(Path(e.path)))
        for e in entries
    ]


def _torn(path: Path) -> bool:
    try:
        return bool(copies_beside(path))
    except InputRefused:  # a folder that may not be looked into is told on the case's own page
        return False


def _counts(entries: Sequence[Entry]) -> list[tuple[str, str, str, int]]:
    counted = Counter(entry.colour for entry in entries)
    return [
        (colour.value, word, shape, counted[colour]) for colour, (word, shape) in _STANDING.items()
    ]


def _number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _address(standing: str, procedure: str, page: int) -> str:
    asked = {"standing": standing, "procedure": procedure, "page": str(page)}
    return "/?" + urlencode({key: value for key, value in asked.items() if value})


VIEWS = (get("/", _board), get("/morning", _morning), get("/reading.json", _reading))
