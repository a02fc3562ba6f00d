"""The door of the window: which hosts it answers to, how much it takes in, what it always sends."""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sgdocs.opening.limits import POST_BYTES

__all__ = ["Doors", "Guard"]

_METHODS = frozenset({"GET", "HEAD", "POST"})
_ALWAYS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Doors:
    """The addresses a browser may have called, exactly as it writes them."""

    hosts: frozenset[str]
    scheme: str = "http"

    @classmethod
    def on(cls, names: Iterable[str], port: int, scheme: str = "http") -> "Doors":
        """Give the doors of some names on a port; a scheme's own port is left out by browsers."""
        usual = {"http": 80, "https": 443}[scheme]
        return cls(frozenset(n if port == usual else f"{n}:{port}" for n in names), scheme)

    @property
    def origins(self) -> frozenset[str]:
        """Give what a browser says of a page it got here."""
        return frozenset(f"{self.scheme}://{host}" for host in self.hosts)


class Guard:
    """Stands before the app: nothing that fails here is looked at any further."""

    def __init__(self, app: ASGIApp, doors: Doors) -> None:
        self._app = app
        self._doors = doors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Turn away what comes from elsewhere, and put the headers on whatever is answered."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        if scope["type"] != "http":
            return
        guarded = _with_headers(send)
        if refusal := self._refusal(scope):
            status, words = refusal
            await PlainTextResponse(words, status)(scope, receive, guarded)
            return
        await self._app(scope, _bounded(receive), guarded)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._doors.hosts:
            return 421, "This address does not lead here."
        if scope["method"] not in _METHODS:
            return 405, "This cannot be done here."
        if scope["method"] == "POST" and _from_elsewhere(headers, self._doors.origins):
            return 403, "This came from another page."
        if _length(headers) > POST_BYTES:
            return 413, f"This is larger than {POST_BYTES // 1_000_000} MB."
        return None


def _from_elsewhere(headers: Headers, origins: frozenset[str]) -> bool:
    site = headers.getlist("sec-fetch-site")
    if any(said not in ("same-origin", "none") for said in site):
        return True
    origin = [said.lower() for said in headers.getlist("origin")]
    # A page that gives no referrer has “null” for its origin; its browser vouches for it then.
    ours = [["null"]] if site == ["same-origin"] else []
    # Without any origin the form's token decides.
    return bool(origin) and origin not in [*ours, *([one] for one in origins)]


def _length(headers: Headers) -> int:
    said = headers.get("content-length", "0")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 16 else POST_BYTES + 1


def _bounded(receive: Receive) -> Receive:
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > POST_BYTES:
            raise HTTPException(413)
        return message

    return bounded


def _with_headers(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _ALWAYS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return guarded
