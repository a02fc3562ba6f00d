"""How the agencies' answers stand, whom to call, and a filled call sheet read back."""

from pathlib import Path

from starlette.responses import Response

from sgdocs.casefile import CaseRefused
from sgdocs.errors import InputRefused, SgdocsError
from sgdocs.pipeline.calling import calls_list, calls_to_make
from sgdocs.pipeline.hearing import accept_calls, hear_calls
from sgdocs.schedule import Row, Status
from sgdocs.web.holding import held
from sgdocs.web.view import get, post
from sgdocs.web.visit import Problem, Visit

__all__ = ["VIEWS"]

_KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def _answers(visit: Visit, problems: tuple[Problem, ...] = (), **more: object) -> Response:
    found = visit.scheduled()
    facts: dict[str, object] = {"sheet": None, **more}
    return visit.page(
        "answers.html",
        "Answers and calls",
        422 if problems else 200,
        agencies=[(a["name"], *_standing(visit, a["id"])) for a in found.case.each("agencies")],
        calls=calls_to_make(found),
        problems=problems,
        **facts,
    )


def _standing(visit: Visit, agency: str) -> tuple[str, str, Row | None]:
    """Say how an agency's answer stands: returned, nil or not, late, asked again."""
    found = visit.scheduled()
    back = [one for one in found.case.each("returns") if one["agency"] == agency]
    row = next((r for r in found.rows if _is_return(visit, r, agency)), None)
    if back:
        last = max(back, key=lambda one: str(one["received"]))
        word = "Nil return" if last["state"] == "nil_return" else "Returned"
        late = ", late" if row and row.status is Status.DONE_LATE else ""
        return f"{word}{late}", str(last["received"])[:10], row
    asked = next(a for a in found.case.each("agencies") if a["id"] == agency)
    again = f"; asked again on {asked['asked_again_on']}" if "asked_again_on" in asked else ""
    if row is None:
        return f"Not asked{again}", "", None
    late = "Not received, overdue" if row.status is Status.OVERDUE else "Not received"
    return f"{late}{again}", "", row


def _is_return(visit: Visit, row: Row, agency: str) -> bool:
    step = visit.scheduled().procedure.steps[row.step]
    return (
        step.action == "receive"
        and not row.is_reading
        and row.instance is not None
        and row.instance.id == agency
    )


def _sheet(visit: Visit) -> Response:
    form = visit.part("form")
    if form not in _KINDS:
        raise InputRefused("the calls cannot be had in this form.")
    data = calls_list(visit.scheduled(), form)
    return visit.download(data, f"{visit.part('reference')}_calls.{form}", _KINDS[form])


def _read(visit: Visit) -> Response:
    files = visit.posted.files
    if not files:
        return _answers(visit, (Problem("Choose the filled sheet.", "sheet"),))
    content, now = visit.content, visit.office.clock()
    keeps = visit.posted.button == "keep"
    with held(visit, files[0]) as path:
        try:
            if not keeps:
                return _answers(visit, sheet=hear_calls(visit.path(), path, content, now))
            reading, done = accept_calls(visit.path(), path, content, now)
        except CaseRefused as refused:
            said = tuple(Problem(f"{f.message} {f.remedy}".strip()) for f in refused.findings)
            return _answers(visit, said)
        except SgdocsError as refused:
            return _answers(visit, (Problem(f"{refused.what} {refused.remedy}", "sheet"),))
    if reading.findings:
        said = tuple(Problem(f"{f.message} {f.remedy}".strip(), "sheet") for f in reading.findings)
        return _answers(visit, said)
    number = len(reading.entries) if done else 0
    return visit.go(str(Path(visit.request.url.path)), f"Recorded from the sheet: {number} calls.")


VIEWS = (
    get("/cases/{reference}/answers", _answers),
    get("/cases/{reference}/answers/calls.{form}", _sheet),
    post("/cases/{reference}/answers", _read),
)
