"""What a change would do is seen in the window before it is done, and then it is done."""

import time
from pathlib import Path

import pytest

from sgdocs.content import Content
from web.visiting import REFERENCE, window, workspace

CASES = f"/cases/{REFERENCE}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    workspace(tmp_path)
    return tmp_path


@pytest.fixture
def visitor(folder: Path):
    return window(folder).come_in()


def until_done(visitor):
    """Look again until the work that was begun has ended."""
    address = str(visitor.client.base_url) + visitor.where
    for _ in range(300):
        if not visitor.client.get(f"{address}/progress.json").json()["running"]:
            return visitor.open(address)
        time.sleep(0.1)
    raise AssertionError("the work does not end")


def test_a_changed_letter_is_planned_and_made_anew(visitor, folder: Path) -> None:
    visitor.open(f"{CASES}/papers")
    visitor.send(f"{CASES}/papers/outbox")
    visitor.open("/changes")
    visitor.send("/changes/plan")
    assert "something would change, or is to be decided, in 0" in until_done(visitor).text
    words = Content().path("letters", "nel/scsi-4.md").read_text()
    own = folder / "letters" / "nel" / "scsi-4.md"
    own.parent.mkdir()
    own.write_text(words.rstrip() + "\n\nThis sentence is new.\n")
    visitor.open("/changes")
    visitor.send("/changes/plan")
    page = until_done(visitor).text
    assert "SCSI-4" in page
    assert "Make anew what is stale" in page
    visitor.send("/changes/regenerate")
    page = until_done(visitor).text
    assert "Made anew" in page
    assert "Papers made anew" in visitor.open("/changes").text


def test_a_draft_is_tried_and_not_kept(visitor, folder: Path) -> None:
    draft = Content().path("procedures", "nel.yaml").read_bytes()
    visitor.open("/changes")
    _send_draft(visitor, draft)
    assert "case" in until_done(visitor).text
    assert not list((folder / ".sgdocs" / "trials").iterdir())


@pytest.mark.parametrize("data", [b"a: [", b"id: nothing\n", b"- 1\n", b"\xff\xfe"])
def test_a_draft_that_is_none_is_told(visitor, folder: Path, data: bytes) -> None:
    visitor.open("/changes")
    answer = _send_draft(visitor, data)
    if answer.status_code == 200:
        assert "warning" in until_done(visitor).text
    assert not list((folder / ".sgdocs" / "trials").iterdir())


def _send_draft(visitor, data: bytes):
    answer = visitor.client.post(
        "/changes/plan",
        data={"token": visitor.token},
        files={"draft": ("draft.yaml", data, "text/yaml")},
        headers={"origin": "http://127.0.0.1:8420"},
    )
    visitor.saw(answer)
    return answer


def test_somebody_else_s_work_is_not_there(visitor) -> None:
    assert visitor.open("/jobs/unknown").status == 404
