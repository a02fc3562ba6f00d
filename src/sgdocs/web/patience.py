"""How long the window waits for somebody who sends slowly, and for how many at once."""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from sgdocs.opening.limits import CALL_SECONDS, CALLERS_WAITING, POST_SECONDS

__all__ = ["Patient"]

_TOO_SLOW = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class Patient(H11Protocol):
    """One connection, which is ended where a call is begun and never finished."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.waits = ""
        self.since = 0.0
        self._alarm: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a call; where too many are waited for, end the longest wait."""
        super().connection_made(transport)
        self._wait_for("call", CALL_SECONDS)
        waiting = [c for c in self.connections if isinstance(c, Patient) and c.waits == "call"]
        if len(waiting) > CALLERS_WAITING:
            min(waiting, key=lambda one: one.since).hang_up()

    def data_received(self, data: bytes) -> None:
        """Take in some of a call, and wait for what is missing."""
        super().data_received(data)
        if self.cycle is None or self.cycle.response_complete:
            self._wait_for("call", CALL_SECONDS)
        elif self.cycle.more_body:
            self._wait_for("form", POST_SECONDS)
        else:
            self._wait_for("", 0)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._wait_for("", 0)
        super().connection_lost(exc)

    def hang_up(self) -> None:
        """End the connection."""
        self._wait_for("", 0)
        if not self.transport.is_closing():
            self.transport.write(_TOO_SLOW)
            self.transport.close()

    def _wait_for(self, what: str, seconds: float) -> None:
        """Set the alarm when something else is waited for; more of the same gets no more time."""
        if what == self.waits:
            return
        if self._alarm is not None:
            self._alarm.cancel()
        self.waits, self.since = what, self.loop.time()
        self._alarm = self.loop.call_later(seconds, self.hang_up) if what else None
