"""A window on a small workspace, and a visitor who follows links and fills in forms."""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

from starlette.testclient import TestClient

from cli.asking import CASE
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.pipeline.workspaces import init_workspace
from sgdocs.web import Access, Doors, LocalAccess, Office, make_app

__all__ = ["CODE", "REFERENCE", "TODAY", "Visitor", "amend", "window", "workspace"]

CODE = "a-code-for-tests"
REFERENCE = "SCI-2026-014"
TODAY = parse_moment("2026-11-18T10:00")
_AMENDED = """
amendments:
  - version: three days
    in_force_from: 2026-11-16
    title: Agencies have three working days for SCSI-5 in place of five
    source: {document: nel-flowcharts, section: "Flowchart 2, working day two"}
    steps:
      agency-return: {timing: {offset: 3}}
"""
_ADDRESS = "http://127.0.0.1:8420"
_TOKEN = re.compile(r'name="token" value="([^"]+)"')
_SEEN = re.compile(r'name="seen" value="([^"]+)"')


@dataclass
class Visitor:
    """Somebody with a browser."""

    client: TestClient
    text: str = ""
    status: int = 0
    where: str = ""

    def come_in(self, code: str = CODE) -> "Visitor":
        """Open the link that was printed."""
        return self.saw(self.client.get(f"/start?code={code}"))

    def open(self, address: str) -> "Visitor":
        """Look at a page."""
        return self.saw(self.client.get(address))

    def send(self, address: str, fields: dict[str, str | list[str]] | None = None) -> "Visitor":
        """Send a form of the page that is open, as its own hidden fields have it."""
        hidden = {"token": self.token, "seen": self._hidden(_SEEN)}
        body = urlencode({k: v for k, v in {**hidden, **(fields or {})}.items() if v}, doseq=True)
        kind = {"content-type": "application/x-www-form-urlencoded", "origin": _ADDRESS}
        return self.saw(self.client.post(address, content=body, headers=kind))

    @property
    def token(self) -> str:
        """Give the token of the page that is open."""
        return self._hidden(_TOKEN)

    def _hidden(self, shape: re.Pattern[str]) -> str:
        found = shape.search(self.text)
        return found[1] if found else ""

    def saw(self, answer: object) -> "Visitor":
        """Take in an answer."""
        self.where = answer.url.path  # type: ignore[attr-defined]
        self.status, self.text = answer.status_code, unescape(answer.text)  # type: ignore[attr-defined]
        return self


def workspace(folder: Path, case: str = CASE, reference: str = REFERENCE) -> Path:
    """Make a workspace with one case."""
    init_workspace(folder, "nel", Content())
    path = folder / "cases" / reference / "case.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(case)
    return path


def amend(folder: Path) -> None:
    """Put a changed rule in force in a workspace: fewer days for the agencies' answers."""
    rules = Content().path("procedures", "nel.yaml").read_text()
    (folder / "procedures" / "nel.yaml").write_text(rules + _AMENDED)


def window(
    folder: Path, access: Access | None = None, office: Office | None = None, **how: object
) -> Visitor:
    """Open the window on a workspace; nobody has come in yet."""
    office = office or Office(Content(folder), lambda: TODAY)
    doors = Doors.on(("127.0.0.1", "localhost"), 8420)
    app = make_app(office, access or LocalAccess(CODE), doors, start=CODE, **how)  # type: ignore[arg-type]
    return Visitor(TestClient(app, base_url=_ADDRESS))
