"""The window on a socket: one process, no log of what was asked for."""

import gc
import logging
import socket

import uvicorn
from starlette.types import ASGIApp

from sgdocs.errors import OutputFailed
from sgdocs.web.patience import Patient

__all__ = ["listen", "run"]


def listen(host: str, port: int) -> socket.socket:
    """Take a port to listen on; 0 takes any that is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows lets two programs share a port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen()  # from here on a browser waits for us instead of being turned away
    except OSError:
        listening.close()
        raise OutputFailed(
            "this address or port cannot be listened on.",
            where=f"{host}:{port}",
            remedy="Another window may be open already; or take another with --port.",
        ) from None
    return listening


def run(app: ASGIApp, listening: socket.socket) -> None:
    """Answer until somebody ends it."""
    # Addresses and forms may be about a case: nothing of them is logged.
    config = uvicorn.Config(
        app,
        http=Patient,
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        proxy_headers=False,
        limit_concurrency=200,
        timeout_graceful_shutdown=5,
    )
    logging.getLogger("uvicorn.error").addFilter(_without_trace)
    # What was loaded until now stays: looking through it for waste would hold up pages.
    gc.freeze()
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def _without_trace(record: logging.LogRecord) -> bool:
    """Leave out how a fault came about: its message may hold what was sent."""
    record.exc_info = None
    return True
