"""Coming in and going out; what somebody had typed before their visit ended is kept for them."""

from dataclasses import dataclass
from hmac import compare_digest

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sgdocs.web.access import Access, User
from sgdocs.web.look import draw
from sgdocs.web.posted import Posted, read_posted
from sgdocs.web.sessions import COOKIE, Sessions

__all__ = ["Signing"]

_KEPT = "kept-"
_HOME = "/"


@dataclass(frozen=True, slots=True)
class Signing:
    """Begins and ends visits."""

    access: Access
    sessions: Sessions
    start: str
    secure: bool

    async def begin(self, request: Request) -> Response:
        """Begin a visit by the link that was printed where the program was started."""
        code = request.query_params.get("code", "")
        user = self.access.admit("", code) if self.start and not self.access.asks_for_name else None
        if user is None or not compare_digest(code.encode(), self.start.encode()):
            return self._form(_HOME, Posted(), wrong=bool(code), status=403)
        return self._enter(user, RedirectResponse(_HOME, 303))

    async def sign_in(self, request: Request) -> Response:
        """Ask who somebody is; let them in, back to where they were with what they had typed."""
        if request.method == "GET":
            return self._form(_HOME, Posted())
        posted = await read_posted(request)
        user = await run_in_threadpool(self.access.admit, posted.get("name"), posted.get("secret"))
        kept = Posted(tuple((k[len(_KEPT) :], v) for k, v in posted.fields if k.startswith(_KEPT)))
        to = _local(posted.get("to"))
        if user is None:
            return self._form(to, kept, wrong=True, status=403)
        if not kept.fields:
            return self._enter(user, RedirectResponse(to, 303))
        key = self.sessions.begin(user)
        session = self.sessions.find(key)
        facts = {"to": to, "kept": kept.fields, "token": session.token if session else ""}
        page = HTMLResponse(draw("welcome-back.html", {"title": "Signed in", **facts}))
        return self._with_cookie(page, key)

    async def sign_out(self, request: Request) -> Response:
        """End a visit."""
        posted = await read_posted(request)
        key = request.cookies.get(COOKIE, "")
        session = self.sessions.find(key)
        if session and session.has_token(posted.get("token")):
            self.sessions.end(key)
        answer = RedirectResponse("/sign-in", 303)
        answer.delete_cookie(COOKIE)
        return answer

    def ask(self, request: Request, posted: Posted) -> Response:
        """Ask somebody unknown to sign in; what they typed goes with them."""
        to = request.url.path if request.method == "GET" or posted.fields else _HOME
        return self._form(to, Posted(posted.without("token")), status=403)

    def _form(self, to: str, kept: Posted, *, wrong: bool = False, status: int = 200) -> Response:
        facts = {
            "title": "Sign in",
            "to": _local(to),
            "kept": [(_KEPT + key, value) for key, value in kept.fields],
            "asks_for_name": self.access.asks_for_name,
            "wrong": wrong,
        }
        return HTMLResponse(draw("sign-in.html", facts), status)

    def _enter(self, user: User, answer: Response) -> Response:
        return self._with_cookie(answer, self.sessions.begin(user))

    def _with_cookie(self, answer: Response, key: str) -> Response:
        answer.set_cookie(COOKIE, key, httponly=True, samesite="strict", secure=self.secure)
        return answer


def _local(address: str) -> str:
    """Give an address of this window, whatever was asked for."""
    local = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if local and address.isprintable() else _HOME
