"""Who is at the window: kept in memory, forgotten after a while without a sign of life."""

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from sgdocs.web.access import User

__all__ = ["COOKIE", "Session", "Sessions"]

COOKIE = "sgdocs-session"
_MOST = 500


@dataclass(slots=True)
class Session:
    """One person's visit."""

    user: User
    token: str
    """Stands in every form, so that no other page can post one."""
    seen: float
    notice: str = ""
    """What is said once at the top of the next page."""

    def has_token(self, said: str) -> bool:
        """Say whether a form came from a page of this visit."""
        return hmac.compare_digest(said.encode("utf-8", "replace"), self.token.encode())


class Sessions:
    """All visits, by the secret in each browser's cookie."""

    def __init__(self, idle_seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._idle = idle_seconds
        self._clock = clock
        self._by_key: dict[str, Session] = {}
        self._lock = Lock()

    def begin(self, user: User) -> str:
        """Begin a visit and give its key."""
        key = secrets.token_urlsafe(32)
        with self._lock:
            self._forget_idle()
            while len(self._by_key) >= _MOST:
                del self._by_key[min(self._by_key, key=lambda k: self._by_key[k].seen)]
            self._by_key[key] = Session(user, secrets.token_urlsafe(24), self._clock())
        return key

    def find(self, key: str) -> Session | None:
        """Give the visit with a key, where it has not been idle for too long."""
        with self._lock:
            self._forget_idle()
            session = self._by_key.get(key)
            if session:
                session.seen = self._clock()
            return session

    def end(self, key: str) -> None:
        """End a visit."""
        with self._lock:
            self._by_key.pop(key, None)

    def _forget_idle(self) -> None:
        now = self._clock()
        for key in [k for k, s in self._by_key.items() if now - s.seen > self._idle]:
            del self._by_key[key]
