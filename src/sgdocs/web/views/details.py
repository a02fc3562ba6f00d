"""The facts of a case, a topic at a time, on pages made of the schema."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from starlette.responses import Response

from sgdocs.casefile import CaseRefused
from sgdocs.errors import SgdocsError
from sgdocs.findings import Finding, json_path
from sgdocs.pipeline.editing import ABSENT, ChangedMeanwhile, Edit, edit, fingerprint
from sgdocs.pipeline.rendering import in_words
from sgdocs.pipeline.rewriting import Rewritten
from sgdocs.schema import load_schema
from sgdocs.web import drafts
from sgdocs.web.drafts import Draft
from sgdocs.web.forms import Boxes, Page, answered, shown, summaries, topics
from sgdocs.web.view import get, post
from sgdocs.web.views.places import Place, address_of, page_above, place_of
from sgdocs.web.visit import Problem, Visit

__all__ = ["VIEWS"]

_BUTTONS = frozenset({"token", "do", "seen", "draft"})


def _overview(visit: Visit) -> Response:
    schema = load_schema(visit.content, "case")
    return visit.page("details.html", "Case details", topics=topics(schema, visit.document().data))


def _look(visit: Visit) -> Response:
    place = place_of(visit)
    held = drafts.kept(visit, place.page.steps)
    value = {} if place.value is ABSENT else place.value
    boxes = held.boxes if held else shown(place.page, value)
    return _page(visit, place, boxes, seen=held.seen if held else fingerprint(place.value))


def _save(visit: Visit) -> Response:
    place, posted = place_of(visit), visit.posted
    boxes = _boxes(posted.without(*_BUTTONS))
    seen = posted.get("seen") or fingerprint(place.value)
    if posted.button.startswith("more:"):
        name = posted.button.removeprefix("more:")
        return _page(visit, place, {**boxes, name: (*boxes.get(name, ()), "")}, seen=seen)
    if posted.button == "forget":
        drafts.forget(visit, place.page.steps)
        return visit.go(visit.request.url.path, "What you had typed here is set aside.")
    answers = answered(place.page, boxes, place.value)
    if answers.wrong:
        drafts.keep(visit, place.page.steps, Draft(boxes, seen))
        problems = _wrong_boxes(place.page, answers.wrong)
        return _page(visit, place, boxes, seen=seen, problems=problems)
    wanted = Edit(place.page.steps, answers.value or ABSENT, seen, visit.session.user.name)
    return _saved(visit, place, boxes, wanted)


def _saved(visit: Visit, place: Place, boxes: Boxes, wanted: Edit) -> Response:
    try:
        done = _edited(visit, wanted)
    except Exception as fault:  # whatever it is, what was typed is kept
        drafts.keep(visit, place.page.steps, Draft(boxes, wanted.seen))
        if isinstance(fault, ChangedMeanwhile):
            return _both(visit, place, boxes)
        if isinstance(fault, CaseRefused):
            problems = [_problem(place.page, finding) for finding in fault.findings]
            return _page(visit, place, boxes, seen=wanted.seen, problems=problems)
        raise
    _forget(visit, place)
    return visit.go(page_above(visit, place.page.steps), _said(done))


def _forget(visit: Visit, place: Place) -> None:
    """Set aside what was typed, now that it is saved; else it lies there once more."""
    with suppress(SgdocsError):
        drafts.forget(visit, place.page.steps)


def _edited(visit: Visit, wanted: Edit) -> Rewritten:
    return edit(visit.path(), wanted, visit.content, visit.office.clock())


def _remove(visit: Visit) -> Response:
    place = place_of(visit)
    if visit.posted.button != "remove":
        return visit.page("remove.html", "Remove this entry?", place=place, seen=_seen(place))
    done = _edited(
        visit, Edit(place.page.steps, ABSENT, visit.posted.get("seen"), visit.session.user.name)
    )
    _forget(visit, place)
    lost = " Notes that stood within it in the file are gone too." if done.notes_lost else ""
    return visit.go(page_above(visit, place.page.steps), f"Removed.{lost} {_moved(done)}".strip())


def _seen(place: Place) -> str:
    return fingerprint(place.value)


def _both(visit: Visit, place: Place, boxes: Boxes) -> Response:
    """Show what somebody else wrote beside what was typed here; a person chooses."""
    theirs = shown(place.page, {} if place.value is ABSENT else place.value)
    rows = [
        (question, _words(theirs, question.boxes), _words(boxes, question.boxes))
        for question in place.page.questions
        if _words(theirs, question.boxes) != _words(boxes, question.boxes)
    ]
    return visit.page(
        "both.html",
        place.page.title,
        409,
        rows=rows,
        typed=[(name, text) for name, texts in boxes.items() for text in texts],
        seen=fingerprint(place.value),
        problems=(Problem("Somebody else changed this page while you were writing."),),
    )


def _words(boxes: Boxes, names: Iterable[str]) -> str:
    return " ".join(text for name in names for text in boxes.get(name, ()) if text)


def _page(
    visit: Visit, place: Place, boxes: Boxes, *, seen: str, problems: Sequence[Problem] = ()
) -> Response:
    page = place.page
    wrong = {problem.target: problem.words for problem in problems if problem.target}
    return visit.page(
        "facts.html",
        page.title,
        422 if problems else 200,
        asked=page,
        boxes=boxes,
        lists=summaries(page, place.value),
        seen=seen,
        wrong=wrong,
        problems=tuple(problems),
        from_draft=drafts.kept(visit, page.steps) is not None and not problems,
        new=place.new,
        entry=bool(page.steps) and isinstance(page.steps[-1], int),
        address=address_of(visit, page.steps),
        above=page_above(visit, page.steps),
    )


def _boxes(fields: Iterable[tuple[str, str]]) -> Boxes:
    boxes: dict[str, tuple[str, ...]] = {}
    for name, text in fields:
        boxes[name] = (*boxes.get(name, ()), text)
    return boxes


def _wrong_boxes(page: Page, wrong: Mapping[str, str]) -> list[Problem]:
    return [
        Problem(f"{question.label}: {wrong[question.name]}", question.id)
        for question in page.questions
        if question.name in wrong
    ]


def _problem(page: Page, finding: Finding) -> Problem:
    """Put a finding into the words of the page, with the box it is about."""
    for question in page.questions:
        if finding.path.startswith(json_path((*page.steps, *question.steps))):
            words = f"{question.label}: {finding.message} {finding.remedy}".strip()
            return Problem(words, question.id)
    return Problem(f"{finding.path}: {finding.message} {finding.remedy}".strip())


def _said(done: Rewritten) -> str:
    return f"Saved. {_moved(done)}"


def _moved(done: Rewritten) -> str:
    moved = [in_words(one) for one in done.moved]
    return f"Dates that moved: {'; '.join(moved)}." if moved else "No date moves."


VIEWS = (
    get("/cases/{reference}/details", _overview),
    get("/cases/{reference}/details/{place:path}", _look),
    post("/cases/{reference}/details/{place:path}", _save),
    post("/cases/{reference}/remove/{place:path}", _remove),
)
