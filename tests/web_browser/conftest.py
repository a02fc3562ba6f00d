"""A window that is open for real, and a real browser in front of it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from shutil import which

import pytest

from cli.asking import CASE
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.web import Doors, LocalAccess, Office, make_app
from sgdocs.web.running import listen
from web.visiting import CODE, TODAY, workspace
from web_browser.person import Person

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
uvicorn = pytest.importorskip("uvicorn")

_CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LONG = "An unusually long name that somebody gave to an agency, to see what becomes of it"


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """Start the browser once for each file: while it runs, nothing else may begin an event loop."""
    if _CHROMIUM is None:
        pytest.skip("needs Chromium")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=_CHROMIUM, args=list(_QUIET))
        yield opened
        opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a workspace with one case."""
    workspace(tmp_path, CASE.replace("Haven Point Hospital", f"Haven Point Hospital. {LONG}"))
    return tmp_path


@pytest.fixture
def clock() -> Callable[[], Moment]:
    """Give the clock of the window."""
    return lambda: TODAY


@pytest.fixture
def link(folder: Path, clock: Callable[[], Moment]) -> Iterator[str]:
    """Open the window and give the link that lets in."""
    with closing(listen("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        doors = Doors.on(("127.0.0.1",), port)
        app = make_app(Office(Content(folder), clock), LocalAccess(CODE), doors, start=CODE)
        config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", ws="none")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{port}/start?code={CODE}"
        server.should_exit = True
        thread.join(20)


@pytest.fixture
def page(browser, link: str) -> Iterator[object]:
    """Give a page of somebody who has come in."""
    context = browser.new_context(viewport={"width": 1100, "height": 900})
    opened = context.new_page()
    opened.goto(link)
    yield opened
    context.close()


@pytest.fixture
def plain_page(browser, link: str) -> Iterator[object]:
    """Give a page in a browser without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(link)
    yield opened
    context.close()


@pytest.fixture
def newcomer(plain_page, browser) -> Iterator[Person]:
    """Give somebody who has come in, in a browser without JavaScript."""
    plain_page.set_default_timeout(20_000)
    context = browser.new_context(viewport={"width": 1100, "height": 900})
    yield Person(plain_page, context.new_page())
    context.close()
