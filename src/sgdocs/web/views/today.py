"""Today: what is to be sent and whom to call, case by case, the most urgent first."""

from dataclasses import dataclass
from pathlib import Path

from starlette.responses import Response

from sgdocs.artefacts import Asked, Wanted
from sgdocs.board import Colour
from sgdocs.callsheets import Call
from sgdocs.casefile import CaseRefused
from sgdocs.pipeline.calling import calls_to_make
from sgdocs.pipeline.wanting import wanted_papers
from sgdocs.web.view import get
from sgdocs.web.visit import Visit

__all__ = ["VIEWS"]

_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class _Day:
    """What one case asks for today."""

    folder: str
    reference: str
    papers: tuple[Wanted, ...]
    calls: tuple[Call, ...]


def _today(visit: Visit) -> Response:
    board = visit.office.board()
    pressing = [
        Path(entry.path).parent.name
        for entry in board.entries
        if entry.colour in (Colour.RED, Colour.AMBER)
        and visit.session.user.may_see_marked(entry.restricted_to)
    ]
    last = max(1, -(-len(pressing) // _A_PAGE))
    said = visit.asked("page")
    page = min(max(1, int(said)) if said.isascii() and said.isdigit() else 1, last)
    shown = pressing[(page - 1) * _A_PAGE : page * _A_PAGE]
    days = [day for folder in shown if (day := _day(visit, folder))]
    return visit.page("today.html", "Today", board=board, days=days, page=page, last=last)


def _day(visit: Visit, folder: str) -> _Day | None:
    try:
        found = visit.office.scheduled(folder, visit.content)
    except CaseRefused:  # the board says so, and leads to what is to be put right
        return None
    papers = tuple(one for one in wanted_papers(found, Asked()) if not one.reason)
    return _Day(folder, found.case.reference, papers, calls_to_make(found))


VIEWS = (get("/today", _today),)
