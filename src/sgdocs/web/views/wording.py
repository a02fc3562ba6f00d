"""The words of letters and the Word templates: looked at, changed, tried, and put in use."""

from markupsafe import Markup
from starlette.responses import Response

from sgdocs.errors import InputRefused, SgdocsError
from sgdocs.papers import as_fragment
from sgdocs.partnership import workspace_procedure
from sgdocs.pipeline.wording import Tried, Worded, keep, text_of, tried, worded
from sgdocs.web.view import get, post
from sgdocs.web.visit import Problem, Visit

__all__ = ["VIEWS"]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _all(visit: Visit) -> Response:
    every, ours = worded(visit.content), workspace_procedure(visit.content)
    own = [one for one in every if one.file.procedure in ("", ours) or one.own or not ours]
    return visit.page(
        "wording.html",
        "Wording",
        letters=[one for one in own if one.file.kind == "letters"],
        templates=[one for one in own if one.file.kind == "templates"],
        others=[one for one in every if one not in own],
    )


def _letter(visit: Visit) -> Response:
    one = _one(visit, "letters")
    return _letter_page(visit, one, text_of(visit.content, one.file), None)


def _change_letter(visit: Visit) -> Response:
    one, text = _one(visit, "letters"), visit.posted.get("text")
    data = text.rstrip("\n").encode() + b"\n"
    told = tried(visit.content, one.file, data, visit.office.clock())
    if visit.posted.button != "keep" or not told.usable:
        return _letter_page(visit, one, text, told)
    keep(visit.content, one.file, data, visit.office.clock())
    return visit.go("/wording", f"{one.title}: the new words are in use.")


def _letter_page(visit: Visit, one: Worded, text: str, told: Tried | None) -> Response:
    return visit.page(
        "letter.html",
        one.title,
        422 if told and not told.usable else 200,
        one=one,
        text=text,
        tried=told,
        looks=_looks(told),
        problems=_problems(told),
    )


def _template(visit: Visit) -> Response:
    return _template_page(visit, _one(visit, "templates"), None)


def _change_template(visit: Visit) -> Response:
    one = _one(visit, "templates")
    if not visit.posted.files:
        problem = Problem("Choose a Word file.", "file")
        return _template_page(visit, one, None, (problem,))
    data = visit.posted.files[0].data
    try:
        told = tried(visit.content, one.file, data, visit.office.clock())
    except SgdocsError as refused:
        return _template_page(visit, one, None, (Problem(f"{refused.what} {refused.remedy}"),))
    if visit.posted.button != "keep" or not told.usable:
        return _template_page(visit, one, told, _problems(told))
    keep(visit.content, one.file, data, visit.office.clock())
    return visit.go("/wording", f"{one.title}: the new template is in use.")


def _template_page(
    visit: Visit, one: Worded, told: Tried | None, problems: tuple[Problem, ...] = ()
) -> Response:
    return visit.page(
        "template.html",
        one.title,
        422 if problems else 200,
        one=one,
        tried=told,
        looks=_looks(told),
        problems=problems,
    )


def _template_file(visit: Visit) -> Response:
    one = _one(visit, "templates")
    path = visit.content.path(one.file.kind, one.file.name)
    return visit.download(path.read_bytes(), path.name, _WORD)


def _one(visit: Visit, kind: str) -> Worded:
    for one in worded(visit.content):
        if one.file.kind == kind and one.file.name == visit.part("name"):
            return one
    raise InputRefused("there is no such letter or template.", remedy="Look at the list.")


def _looks(told: Tried | None) -> list[tuple[str, Markup]]:
    # Written by our own writer, which escapes every word.
    return [
        (document.title, Markup(as_fragment(document.paper)))  # noqa: S704 - see the line above
        for document in (told.looks if told else ())
        if document.paper
    ]


def _problems(told: Tried | None) -> tuple[Problem, ...]:
    findings = told.findings if told else ()
    return tuple(
        Problem(f"{_where(f.line, f.heading, f.table_row)}{f.message}", "text")
        for f in findings
        if f.severity == "error"
    )


def _where(line: int, heading: str, row: str) -> str:
    places = (f"Line {line}" if line else "", f"under “{heading}”" if heading else "", row)
    said = ", ".join(place for place in places if place)
    return f"{said}: " if said else ""


VIEWS = (
    get("/wording", _all),
    get("/wording/letters/{name:path}", _letter),
    post("/wording/letters/{name:path}", _change_letter),
    get("/wording/templates/{name:path}/file.docx", _template_file),
    get("/wording/templates/{name:path}", _template),
    post("/wording/templates/{name:path}", _change_template),
)
