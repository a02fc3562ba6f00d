"""A case begun: the few things that must be known on the first day."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from sgdocs.casefile import Beginning
from sgdocs.errors import SgdocsError
from sgdocs.partnership import workspace_procedure
from sgdocs.pipeline.workspaces import new_case
from sgdocs.procedure import load_procedure, procedure_names
from sgdocs.web.forms import moment_in
from sgdocs.web.view import get, post
from sgdocs.web.visit import Problem, Visit

__all__ = ["VIEWS"]

_HARMS = (("died", "Died"), ("seriously_harmed", "Seriously harmed"))
_PATHWAYS = (
    ("serious_incident", "A serious incident is notified"),
    ("learning_request", "Learning is requested"),
)
_BOXES = ("reference", "procedure", "pathway", "children", "harm")
_DATE = ("received-day", "received-month", "received-year", "received-time")
_MOST_CHILDREN = 4


def _empty(visit: Visit) -> Response:
    return _page(visit, {"procedure": workspace_procedure(visit.content)})


def _begin(visit: Visit) -> Response:
    typed = {name: visit.posted.get(name).strip() for name in (*_BOXES, *_DATE)}
    received, wrong = moment_in("received", {k: (v,) for k, v in typed.items()})
    problems = [*_missing(typed), *([Problem(wrong, "received-day")] if wrong else [])]
    if problems:
        return _page(visit, typed, problems)
    beginning = Beginning(
        typed["reference"],
        typed["procedure"],
        typed["pathway"],
        (typed["harm"],) * int(typed["children"]),
        received or "",
    )
    try:
        path = new_case(visit.content, beginning, visit.office.clock())
    except SgdocsError as refused:
        said = f"{refused.what} {refused.remedy}".strip()
        return _page(visit, typed, [Problem(said[:1].upper() + said[1:], "reference")])
    said = (
        "The case is begun, and its dates are worked out. Next, fill in the incident, the children "
        "and the agencies under Details; the papers are made from that."
    )
    return visit.go(f"/cases/{path.parent.name}", said)


def _missing(typed: Mapping[str, str]) -> list[Problem]:
    needed = {
        "reference": "Write the case's reference.",
        "procedure": "Choose the procedure.",
        "pathway": "Say what is asked for.",
        "harm": "Say what happened.",
    }
    problems = [Problem(words, name) for name, words in needed.items() if not typed[name]]
    if typed["children"] not in map(str, range(1, _MOST_CHILDREN + 1)):
        problems.append(Problem("Say how many children it is about, from 1 to 4.", "children"))
    return problems


def _page(
    visit: Visit, typed: Mapping[str, Any], problems: list[Problem] | None = None
) -> Response:
    content = visit.content
    boxes = {name: typed.get(name, "") for name in (*_BOXES, *_DATE)}
    return visit.page(
        "new-case.html",
        "Begin a case",
        422 if problems else 200,
        typed=boxes,
        problems=tuple(problems or ()),
        procedures=[(n, load_procedure(content, n).name) for n in procedure_names(content)],
        harms=_HARMS,
        pathways=_PATHWAYS,
    )


VIEWS = (get("/new", _empty), post("/new", _begin))
