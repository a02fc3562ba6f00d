"""The window put together: its doors, its visits, its pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from sgdocs.casefile import CaseRefused
from sgdocs.errors import Busy, InputRefused, OutputFailed, SafetyRefused, SgdocsError
from sgdocs.storage import noting
from sgdocs.web.access import Access
from sgdocs.web.guard import Doors, Guard
from sgdocs.web.holding import let_go
from sgdocs.web.look import draw
from sgdocs.web.office import Office
from sgdocs.web.posted import Posted, read_posted
from sgdocs.web.sessions import COOKIE, Sessions
from sgdocs.web.signing import Signing
from sgdocs.web.views import VIEWS, View
from sgdocs.web.visit import Visit

__all__ = ["make_app"]

_STATIC = Path(__file__).parent / "static"
_STATUS: tuple[tuple[type[SgdocsError], int], ...] = (
    (CaseRefused, 409),
    (Busy, 409),
    (SafetyRefused, 403),
    (InputRefused, 404),
    (OutputFailed, 503),
)
_SAID = {
    400: "This could not be read as a form.",
    404: "There is no such page here.",
    405: "This cannot be done here.",
    413: "This is larger than can be taken in here.",
    415: "This is not a form.",
}
_MAY_STAND = (
    "What you did may stand all the same: look at the case and its ledger before you do it again."
)


def make_app(
    office: Office, access: Access, doors: Doors, *, idle_minutes: float = 30, start: str = ""
) -> ASGIApp:
    """Make the window of a workspace; `start` is the code in the link that begins a visit."""
    let_go(office.workspace)
    sessions = Sessions(idle_minutes * 60)
    signing = Signing(access, sessions, start, secure=doors.scheme == "https")
    desk = _Desk(office, sessions, signing)
    routes = [
        Mount("/static", StaticFiles(directory=_STATIC)),
        Route("/start", signing.begin, methods=["GET"]),
        Route("/sign-in", signing.sign_in, methods=["GET", "POST"]),
        Route("/sign-out", signing.sign_out, methods=["POST"]),
        *desk.routes(VIEWS),
    ]
    app = Starlette(
        routes=routes,
        exception_handlers={HTTPException: _http_problem, Exception: _our_fault},
    )
    return Guard(app, doors)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Leads each call to its view, once it is known who calls."""

    office: Office
    sessions: Sessions
    signing: Signing

    def routes(self, views: Iterable[View]) -> list[Route]:
        return [
            Route(view.path, self._endpoint(view.method, view.answer), methods=[view.method])
            for view in views
        ]

    def _endpoint(
        self, method: Literal["GET", "POST"], answer: Callable[[Visit], Response]
    ) -> Callable[[Request], object]:
        async def endpoint(request: Request) -> Response:
            posted = await read_posted(request) if method == "POST" else Posted()
            session = self.sessions.find(request.cookies.get(COOKIE, ""))
            if session is None:
                return self.signing.ask(request, posted)
            if method == "POST" and not session.has_token(posted.get("token")):
                raise HTTPException(403)
            visit = Visit(self.office, session, request, posted)
            return await run_in_threadpool(_answered, answer, visit, method)

        return endpoint


def _answered(answer: Callable[[Visit], Response], visit: Visit, method: str) -> Response:
    try:
        if method == "POST":
            visit.require_change()
        # First, so that nobody sees or changes what the ledger could not be told of.
        visit.note_view()
        with noting() as visit.request.state.noted:
            answered = answer(visit)
        if method == "POST" and (reference := visit.part("reference")):
            answered.background = BackgroundTask(visit.office.read_again, reference)
        return answered
    except SgdocsError as refused:
        status = next((s for kind, s in _STATUS if isinstance(refused, kind)), 400)
        # What could not be written says itself what is as it was.
        words = "" if isinstance(refused, OutputFailed) else _standing(visit.request)
        facts = {"refused": refused, "standing": words}
        return visit.page("problem.html", "There is a problem", status, **facts)


def _standing(request: Request) -> str:
    """Say how things stand after something went wrong."""
    noted = getattr(request.state, "noted", None)
    return _MAY_STAND if noted and noted.changed else "Nothing was changed."


async def _http_problem(_request: Request, problem: Exception) -> Response:
    status = problem.status_code if isinstance(problem, HTTPException) else 500
    words = _SAID.get(status, "This form did not come from a page of this visit.")
    return HTMLResponse(
        draw("refused.html", {"title": "There is a problem", "words": words}), status
    )


async def _our_fault(request: Request, fault: Exception) -> Response:
    # Its message could quote a case; its kind cannot.
    words = f"A fault of ours ({type(fault).__name__}). {_standing(request)}"
    return PlainTextResponse(words, 500)
