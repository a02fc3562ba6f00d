"""The papers of a case: what is due and why, how each looks, and today's outbox."""

from dataclasses import dataclass

from markupsafe import Markup
from starlette.responses import Response

from sgdocs.artefacts import Addressee, Asked, Wanted
from sgdocs.errors import InputRefused
from sgdocs.expressions import ExpressionFailed
from sgdocs.papers import Paper, as_fragment
from sgdocs.pipeline.building import build
from sgdocs.pipeline.casebooks import casebook
from sgdocs.pipeline.filing import Shelf
from sgdocs.pipeline.how import How
from sgdocs.pipeline.previewing import preview
from sgdocs.pipeline.wanting import cautions, wanted_papers
from sgdocs.web.lacking import lack_in
from sgdocs.web.view import get, post
from sgdocs.web.visit import Visit

__all__ = ["VIEWS"]

_SOURCES = ("letter", "template")


@dataclass(frozen=True, slots=True)
class _Look:
    title: str
    words: Markup | None
    pdf: bytes


def _papers(visit: Visit) -> Response:
    found = visit.scheduled()
    wanted = wanted_papers(found, Asked())
    due = [one for one in wanted if not one.reason]
    return visit.page(
        "papers.html",
        "Papers",
        due=due,
        cautioned=cautions(found, wanted),
        waiting=[one for one in wanted if one.reason and one.pressing],
        later=[one for one in wanted if one.reason and not one.pressing],
    )


def _preview(visit: Visit) -> Response:
    found = visit.scheduled()
    one, to = _chosen(visit, wanted_papers(found, Asked(visit.asked("paper"), visit.asked("step"))))
    try:
        documents = preview(found, one, to)
    except ExpressionFailed as failed:
        what = f"{failed.path} is not filled in" if failed.path else str(failed)
        lack = lack_in(what, visit.content)
        return visit.page(
            "preview.html", one.artefact.title, one=one, to=to, looks=(), lacking=what, lack=lack
        )
    looks = [_Look(d.title, _words(d.paper), d.pdf) for d in documents]
    return visit.page("preview.html", one.artefact.title, one=one, to=to, looks=looks, lacking="")


def _words(paper: Paper | None) -> Markup | None:
    # Written by our own writer, which escapes every word of a case.
    return Markup(as_fragment(paper)) if paper else None  # noqa: S704 - see the line above


def _chosen(visit: Visit, wanted: tuple[Wanted, ...]) -> tuple[Wanted, Addressee]:
    for one in wanted:
        if one.about_id == visit.asked("for"):
            for to in one.to:
                if to.key == visit.asked("to"):
                    return one, to
    raise InputRefused("there is no such paper in this case.", remedy="Look at its papers.")


def _outbox(visit: Visit) -> Response:
    found = visit.scheduled()
    out = visit.office.workspace / "build" / found.case.reference
    drafts = visit.posted.get("drafts") == "yes"
    day = found.as_of.day.isoformat()
    book = casebook(visit.path(), found.case.reference, found.content)
    shelf = Shelf(book, visit.office.clock()) if book else None
    wanted = wanted_papers(found, Asked())
    built = build(found, wanted, How(drafts=drafts), out / f"{day}-due", shelf)
    if built.folder is None:
        return visit.go(f"/cases/{visit.part('reference')}/papers", "Nothing could be made.")
    lacking = f" {len(built.lacking)} could not be made: see below." if built.lacking else ""
    address = f"/cases/{visit.part('reference')}/packs/{built.folder.name}"
    return visit.go(address, f"{len(built.papers)} papers were made.{lacking}")


VIEWS = (
    get("/cases/{reference}/papers", _papers),
    get("/cases/{reference}/papers/preview", _preview),
    post("/cases/{reference}/papers/outbox", _outbox),
)
