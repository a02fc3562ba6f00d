"""One call at the window: who is there, what was asked and sent, and the ways to answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sgdocs.content import Content
from sgdocs.errors import InputRefused, SafetyRefused
from sgdocs.ledger import Entry, Kind
from sgdocs.pipeline.entering import enter
from sgdocs.pipeline.recording import book_of
from sgdocs.reading import Document
from sgdocs.standing import Scheduled
from sgdocs.web.jobs import Job, Step
from sgdocs.web.look import draw
from sgdocs.web.office import NO_SUCH_CASE, Office, restricted_to
from sgdocs.web.posted import Posted
from sgdocs.web.sessions import Session

__all__ = ["Problem", "Visit"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the summary of what is to be put right, and the box it leads to."""

    words: str
    target: str = ""


@dataclass(frozen=True)
class Visit:
    """One request of somebody who has come in."""

    office: Office
    session: Session
    request: Request
    posted: Posted = field(default_factory=Posted)

    @cached_property
    def content(self) -> Content:
        """Give the data files as they are when the call is answered."""
        return self.office.settled()

    def part(self, name: str) -> str:
        """Give a part of the address."""
        return str(self.request.path_params.get(name, ""))

    def asked(self, name: str) -> str:
        """Give what stands after the question mark of the address."""
        return self.request.query_params.get(name, "")

    def page(self, name: str, title: str, /, status: int = 200, **facts: Any) -> Response:
        """Answer with a page."""
        notice, self.session.notice = self.session.notice, ""
        shared: Mapping[str, Any] = {
            "title": title,
            "problems": (),
            "user": self.session.user,
            "token": self.session.token,
            "notice": notice,
            "here": self.request.url.path,
            "now": self.office.clock(),
            "reference": self._reference(),
        }
        return HTMLResponse(draw(name, {**shared, **facts}), status)

    def _reference(self) -> str:
        """Name the case of the address where there is one; anything else is not said again."""
        named = self.part("reference")
        return named if self.office.holds(named) else ""

    def go(self, address: str, notice: str = "") -> Response:
        """Lead to another page, where something may be said at the top."""
        self.session.notice = notice or self.session.notice
        return RedirectResponse(quote(address, safe="/?=&#-._~[]"), 303)

    def begin(self, job: Job, work: Callable[[Step], Any]) -> Response:
        """Begin work that takes a while, and lead to the page that says how far it is."""
        self.office.jobs.begin(job, work)
        return self.go(f"/jobs/{job.id}")

    def download(self, data: bytes | str, name: str, kind: str) -> Response:
        """Answer with a file to keep, under a name that says nothing of a person."""
        safe = "".join(c if c.isalnum() or c in "-._" else "-" for c in name)
        saying = f"attachment; filename*=UTF-8''{quote(safe)}"
        return Response(data, media_type=kind, headers={"Content-Disposition": saying})

    def path(self) -> Path:
        """Find the file of the case that the address names, for those who may see it."""
        self.document()
        return self.office.path(self.part("reference"))

    def document(self) -> Document:
        """Read the case that the address names, for those who may see it."""
        return self.document_of(self.part("reference"))

    def document_of(self, reference: str) -> Document:
        """Read a case, for those who may see it."""
        document = self.office.document(reference)
        if not self.session.user.may_see(restricted_to(document)):
            raise InputRefused(NO_SUCH_CASE, remedy="Look for it on the board.")
        return document

    def note_view(self) -> None:
        """Note in the ledger that somebody looked at a case which is for some people's eyes."""
        if not (self.part("reference") and restricted_to(self.document())):
            return
        path = self.path()
        book = book_of(self.document(), path, self.content)
        if book:
            about = {"page": self.request.url.path}
            now = self.office.clock()
            enter(book, Entry(Kind.VIEWED, now, self.session.user.name, about))

    def scheduled(self) -> Scheduled:
        """Date the case that the address names."""
        self.document()
        return self.office.scheduled(self.part("reference"), self.content)

    def role_names(self) -> dict[str, str]:
        """Give what the procedure calls each role."""
        return {role.id: role.title for role in self.scheduled().procedure.roles.values()}

    def require_change(self) -> None:
        """Refuse somebody who may only look."""
        if not self.session.user.may_change:
            raise SafetyRefused("you may look at cases here, and not change them.")
