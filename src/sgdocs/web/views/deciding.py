"""What no rule settles when rules change in the middle of a case: asked of a person, recorded."""

from starlette.responses import Response

from sgdocs.errors import InputRefused
from sgdocs.pipeline.deciding import decisions
from sgdocs.pipeline.recording import DECISIONS, record
from sgdocs.web.view import get, post
from sgdocs.web.visit import Problem, Visit

__all__ = ["VIEWS"]


def _decide(visit: Visit) -> Response:
    """Record which version of the procedure a step follows, and why."""
    office, now = visit.office, visit.office.clock()
    reference, said = visit.posted.get("case"), visit.posted.get
    visit.document_of(reference)
    entry = {
        "step": said("step"),
        "version": said("version"),
        "decided_by": said("by").strip() or visit.session.user.name,
        "decided_on": now.day.isoformat(),
        "reason": said("reason").strip(),
    }
    problems = tuple(
        problem
        for given, problem in (
            (entry["version"], Problem("Choose which rule it follows.", "version-1")),
            (entry["reason"], Problem("Write the reason.", "reason")),
        )
        if not given
    )
    if problems:
        return _decision_page(visit, problems)
    record(office.path(reference), DECISIONS, entry, visit.content, now)
    return visit.go(
        "/changes", f"Decided, and recorded in {reference}. See again what would change."
    )


def _deciding(visit: Visit) -> Response:
    return _decision_page(visit)


def _decision_page(visit: Visit, problems: tuple[Problem, ...] = ()) -> Response:
    """Ask which version a step follows, where a person has to say."""
    said = visit.posted.get if problems else visit.asked
    reference, step = said("case"), said("step")
    visit.document_of(reference)
    found = visit.office.scheduled(reference, visit.content)
    open_ones = [one for one in decisions(found) if one.step == step and one.versions]
    if not open_ones:
        raise InputRefused("there is nothing to decide about this.", remedy="Plan once more.")
    return visit.page(
        "decide.html",
        "Decide which rule holds",
        422 if problems else 200,
        case=reference,
        step=step,
        title_of_step=found.procedure.steps[step].title,
        says=list(dict.fromkeys(one.says for one in open_ones)),
        versions=open_ones[0].versions,
        chosen=visit.posted.get("version"),
        reason=visit.posted.get("reason"),
        by=visit.posted.get("by") or visit.session.user.name,
        problems=problems,
    )


VIEWS = (get("/changes/decide", _deciding), post("/changes/decide", _decide))
