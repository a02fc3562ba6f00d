"""A server that gives pages made before and does nothing else: `PAGES`, a JSON file by kind."""

import json
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route


def make_app(pages: Mapping[str, str]) -> Starlette:
    """Give an app that answers each kind of page with the same bytes."""

    def page(kind: str, path: str) -> Route:
        async def answer(_request: Request) -> Response:
            return await run_in_threadpool(HTMLResponse, pages[kind])

        return Route(path, answer, methods=["GET"])

    async def save(request: Request) -> Response:
        await request.form()
        return RedirectResponse(str(request.url.path), 303)

    details = "/cases/{case}/details/{part}"
    return Starlette(
        routes=[
            page("board", "/"),
            page("case", "/cases/{case}"),
            page("dates", "/cases/{case}/dates"),
            page("details", details),
            Route(details, save, methods=["POST"]),
        ]
    )


def _main(path: str) -> None:
    app = make_app(json.loads(Path(path).read_text()))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        print(f"http://127.0.0.1:{listening.getsockname()[1]}/", flush=True)
        config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", ws="none")
        uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    _main(*sys.argv[1:])
