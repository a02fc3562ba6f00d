"""Whatever the window remembers: each page says what is so now, to those who may know it."""

import re
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

from cli.asking import CASE
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.engines import Engine
from sgdocs.web import Office, Role, SharedAccess, scrambled
from web.visiting import REFERENCE, TODAY, Visitor, window, workspace

PASSWORD = "a long enough password"  # noqa: S105 - nobody's
PEOPLE = SharedAccess(
    {name: (Role.COORDINATOR, scrambled(PASSWORD, b"0" * 16)) for name in ("Alma", "Bertil")}
)
PAGES = ("/", "/morning", f"/cases/{REFERENCE}", f"/cases/{REFERENCE}/dates")
RESTRICTED = CASE.replace("  procedure: nel\n", "  procedure: nel\n  restricted_to: [Alma]\n")


def _main(page: str) -> str:
    """Give what a page says, without what every page says."""
    found = re.search(r"<main.*</main>", page, re.DOTALL)
    assert found
    return found[0]


def _signed_in(folder: Path, office: Office, name: str) -> Visitor:
    visitor = window(folder, PEOPLE, office)
    return visitor.send("/sign-in", {"name": name, "secret": PASSWORD})


@pytest.mark.parametrize("page", PAGES)
def test_a_file_changed_by_hand_stands_on_the_next_page(tmp_path: Path, page: str) -> None:
    path = workspace(tmp_path, CASE)
    visitor = window(tmp_path).come_in()
    before = _main(visitor.open(page).text)
    path.write_text(CASE.replace("2026-11-09T09:30", "2026-11-10T09:30"))
    after = _main(visitor.open(page).text)
    assert after != before
    assert after == _main(window(tmp_path).come_in().open(page).text)


@pytest.mark.parametrize("page", PAGES)
def test_what_somebody_saved_stands_on_everybody_s_next_page(tmp_path: Path, page: str) -> None:
    workspace(tmp_path, CASE)
    office = Office(Content(tmp_path), lambda: TODAY)
    alma, bertil = (_signed_in(tmp_path, office, name) for name in ("Alma", "Bertil"))
    before = _main(bertil.open(page).text)
    alma.open(f"/cases/{REFERENCE}/details/events/1")
    day = {"actual-day": "10", "actual-month": "11", "actual-year": "2026"}
    saved = {"event": "notification_received", "do": "save", **day}
    assert "Saved" in alma.send(f"/cases/{REFERENCE}/details/events/1", saved).text
    after = _main(bertil.open(page).text)
    assert after != before
    assert after == _main(_signed_in(tmp_path, office, "Bertil").open(page).text)


@pytest.mark.parametrize("page", PAGES)
def test_after_midnight_the_page_is_the_new_day_s(tmp_path: Path, page: str) -> None:
    workspace(tmp_path, CASE)
    days = [parse_moment("2026-11-18T23:59")]
    office = Office(Content(tmp_path), lambda: days[-1])
    visitor = window(tmp_path, office=office).come_in()
    before = _main(visitor.open(page).text)
    days.append(parse_moment("2026-11-20T00:00"))
    after = _main(visitor.open(page).text)
    assert after != before
    fresh = window(tmp_path, office=Office(Content(tmp_path), lambda: days[-1])).come_in()
    assert after == _main(fresh.open(page).text)


def test_a_case_that_others_may_see_is_remembered_for_them_alone(tmp_path: Path) -> None:
    workspace(tmp_path, RESTRICTED)
    office = Office(Content(tmp_path), lambda: TODAY)
    pages = ("/", "/morning", "/today", "/?standing=red")
    for name in ("Alma", "Bertil", "Alma", "Bertil"):
        visitor = _signed_in(tmp_path, office, name)
        for page in pages:
            assert (REFERENCE in visitor.open(page).text) is (name == "Alma"), page
        for part in ("", "/dates", "/details", "/papers"):
            status = visitor.open(f"/cases/{REFERENCE}{part}").status
            assert status == (200 if name == "Alma" else 404)


def test_a_case_that_becomes_restricted_is_gone_from_the_next_page(tmp_path: Path) -> None:
    path = workspace(tmp_path, CASE)
    bertil = _signed_in(tmp_path, Office(Content(tmp_path), lambda: TODAY), "Bertil")
    for page in PAGES:
        assert REFERENCE in _main(bertil.open(page).text)
    path.write_text(RESTRICTED)
    for page in PAGES:
        bertil.open(page)
        assert bertil.status == 404 or REFERENCE not in _main(bertil.text)


class Never(Executor):
    """Begins work and does not end it."""

    def submit(self, *_args: Any, **_kwargs: Any) -> Future[Any]:
        """Take work and leave it."""
        return Future()


@pytest.mark.parametrize("page", ["/", "/morning", "/today"])
def test_a_board_that_is_not_read_yet_says_so_and_gives_no_figure_as_final(
    tmp_path: Path, page: str
) -> None:
    for number in range(45):
        reference = f"SCI-2026-{number:03d}"
        path = tmp_path / "cases" / reference / "case.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(CASE.replace(REFERENCE, reference))
    workspace_file = Content().path("partnerships", "nel.yaml")
    (tmp_path / "partnership.yaml").write_bytes(workspace_file.read_bytes())
    office = Office(Content(tmp_path), lambda: TODAY, engine=Engine("never", Never, 1))
    visitor = window(tmp_path, office=office).come_in()
    text = visitor.open(page).text
    assert "The cases are being read" in text
    assert f'href="{page}">Look again' in text
    assert "There are no cases" not in text
    assert "Nothing is" not in text
    assert visitor.client.get("/reading.json").json() == {"done": 0, "total": 100, "running": True}
