"""What happened, written down: an event, a paper sent, a call, a step done."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from sgdocs.casefile import CaseRefused
from sgdocs.errors import InputRefused
from sgdocs.pipeline.dispatching import dispatch
from sgdocs.pipeline.recording import record
from sgdocs.pipeline.rendering import in_words
from sgdocs.pipeline.rewriting import Rewritten
from sgdocs.schema import load_schema
from sgdocs.web.forms import Choice, Page, answered, page_for, shown
from sgdocs.web.forms.naming import with_choices
from sgdocs.web.view import get, post
from sgdocs.web.visit import Problem, Visit

__all__ = ["VIEWS"]

_PARTS = {
    "event": ("events", "Record an event"),
    "dispatch": ("dispatches", "Record a paper that was sent"),
    "call": ("calls", "Record a call"),
    "step": ("steps_done", "Record a step done"),
}
_PLAIN = frozenset({"token", "do"})


def _empty(visit: Visit) -> Response:
    page, part = _asked(visit)
    known = {name: value for name, value in visit.request.query_params.items() if value}
    known |= _now(visit, part) if not known.get("planned") else {}
    return _form(visit, page, shown(page, known))


def _now(visit: Visit, part: str) -> dict[str, str]:
    """Suggest the present moment, in whose place people write another where it was then."""
    moment = visit.office.clock()
    field = {"events": "actual", "dispatches": "sent", "calls": "at", "steps_done": "on"}[part]
    return {field: moment.text}


def _record(visit: Visit) -> Response:
    page, part = _asked(visit)
    boxes: dict[str, tuple[str, ...]] = {}
    for name, text in visit.posted.without(*_PLAIN):
        boxes[name] = (*boxes.get(name, ()), text)
    answers = answered(page, boxes, {})
    if answers.wrong:
        wrong = [
            Problem(f"{q.label}: {answers.wrong[q.name]}", q.id)
            for q in page.questions
            if q.name in answers.wrong
        ]
        return _form(visit, page, boxes, wrong)
    return _recorded(visit, page, part, boxes, answers.value)


def _recorded(
    visit: Visit,
    page: Page,
    part: str,
    boxes: Mapping[str, tuple[str, ...]],
    entry: Mapping[str, Any],
) -> Response:
    try:
        done = _written(visit, part, entry)
    except CaseRefused as refused:
        said = [Problem(f"{f.message} {f.remedy}".strip()) for f in refused.findings]
        return _form(visit, page, boxes, said)
    moved = "; ".join(in_words(one) for one in done.moved)
    notice = f"Recorded. Dates that moved: {moved}." if moved else "Recorded. No date moves."
    return visit.go(f"/cases/{visit.part('reference')}/dates", notice)


def _written(visit: Visit, part: str, entry: Mapping[str, Any]) -> Rewritten:
    content, now = visit.content, visit.office.clock()
    if part == "dispatches":
        return dispatch(visit.path(), entry, (), content, now).done
    return record(visit.path(), part, entry, content, now)


def _form(
    visit: Visit,
    page: Page,
    boxes: Mapping[str, tuple[str, ...]],
    problems: list[Problem] | None = None,
) -> Response:
    return visit.page(
        "record.html",
        _PARTS[visit.part("kind")][1],
        422 if problems else 200,
        asked=page,
        boxes=boxes,
        problems=tuple(problems or ()),
        wrong={p.target: p.words for p in problems or () if p.target},
        address=visit.request.url.path,
    )


def _asked(visit: Visit) -> tuple[Page, str]:
    """Give the questions of the entry, with the case's own words to choose from."""
    if visit.part("kind") not in _PARTS:
        raise InputRefused("this is not something to record.")
    part, _ = _PARTS[visit.part("kind")]
    page = page_for(load_schema(visit.content, "case"), (part, 0))
    if page is None:
        raise InputRefused("this is not something to record.")
    return with_choices(page, _choices(visit)), part


def _choices(visit: Visit) -> Mapping[str, tuple[Choice, ...]]:
    found = visit.scheduled()
    procedure, case = found.procedure, found.case
    papers = {a for row in found.rows for a in row.artefacts}
    named = {
        "event": ((name, event.title) for name, event in procedure.events.items()),
        "step": ((name, step.title) for name, step in procedure.steps.items()),
        "artefact": ((name, found.ground.artefacts[name].title) for name in sorted(papers)),
        "agency": ((a["id"], a["name"]) for a in case.each("agencies")),
    }
    return {field: tuple(Choice(*pair) for pair in pairs) for field, pairs in named.items()}


VIEWS = (
    get("/cases/{reference}/record/{kind}", _empty),
    post("/cases/{reference}/record/{kind}", _record),
)
