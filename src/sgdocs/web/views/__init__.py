"""Every page of the window."""

from sgdocs.web.view import View
from sgdocs.web.views import (
    answers,
    beginning,
    board,
    case,
    changes,
    dates,
    deciding,
    details,
    inbox,
    packs,
    papers,
    proof,
    recording,
    releasing,
    today,
    underway,
    wording,
)

__all__ = ["VIEWS", "View"]

VIEWS: tuple[View, ...] = (
    *board.VIEWS,
    *beginning.VIEWS,
    *case.VIEWS,
    *details.VIEWS,
    *dates.VIEWS,
    *recording.VIEWS,
    *papers.VIEWS,
    *packs.VIEWS,
    *wording.VIEWS,
    *releasing.VIEWS,
    *underway.VIEWS,
    *changes.VIEWS,
    *deciding.VIEWS,
    *inbox.VIEWS,
    *today.VIEWS,
    *answers.VIEWS,
    *proof.VIEWS,
)
