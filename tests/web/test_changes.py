"""What a change would do is seen in the window before it is done, and then it is done."""

import re
import time
from pathlib import Path

import pytest

from reading.asking import read
from sgdocs.content import Content
from web.visiting import REFERENCE, TODAY, amend, window, workspace

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


@pytest.fixture
def amended(folder: Path) -> Path:
    """Put a changed rule in force while the hospital's form is out."""
    amend(folder)
    return folder / "cases" / REFERENCE / "case.yaml"


def _asked(visitor):
    visitor.open("/changes")
    visitor.send("/changes/plan")
    page = until_done(visitor).text
    link = re.search(r'href="(/changes/decide[^"]*)"', page)
    return page, link and visitor.open(link[1]).text


def test_what_no_rule_settles_is_decided_in_the_window(visitor, amended: Path) -> None:
    page, asked = _asked(visitor)
    assert "It keeps the old rule unless somebody decides otherwise." in page
    assert "sgdocs record" not in page
    assert "The old rule: nel flowcharts 1 to 4" in asked
    assert "The new rule: nel three days" in asked
    said = {"case": REFERENCE, "step": "agency-return", "version": "nel flowcharts 1 to 4"}
    before = amended.read_text()
    visitor.send("/changes/decide", said)
    assert visitor.status == 422
    assert "Write the reason." in visitor.text
    assert "Choose which rule it follows." not in visitor.text
    assert amended.read_text() == before
    visitor.send("/changes/decide", said | {"reason": "The hospital was told Wednesday."})
    assert "Decided, and recorded" in visitor.text
    (choice,) = read(amended.read_text())["case"]["procedure_choices"]
    assert choice["version"] == "nel flowcharts 1 to 4"
    assert (choice["decided_by"], choice["decided_on"]) == ("office", TODAY.day.isoformat())
    assert _asked(visitor)[1] is None


def test_there_is_nothing_to_decide_where_no_rule_changed(visitor) -> None:
    address = f"/changes/decide?case={REFERENCE}&step=agency-return"
    assert visitor.open(address).status == 404


def test_a_decision_for_a_version_there_is_not_is_refused(visitor, amended: Path) -> None:
    _asked(visitor)
    before = amended.read_text()
    said = {"case": REFERENCE, "step": "agency-return", "version": "none", "reason": "None."}
    assert visitor.send("/changes/decide", said).status == 409
    assert amended.read_text() == before


def test_the_words_that_change_are_shown_when_asked_for(visitor, folder: Path) -> None:
    visitor.open(f"{CASES}/papers")
    visitor.send(f"{CASES}/papers/outbox")
    words = Content().path("letters", "nel/scsi-4.md").read_text()
    own = folder / "letters" / "nel" / "scsi-4.md"
    own.parent.mkdir()
    own.write_text(words.rstrip() + "\n\nThis sentence is new.\n")
    for asked, shown in (({}, False), ({"words": "yes"}, True)):
        visitor.open("/changes")
        visitor.send("/changes/plan", asked)
        assert ("This sentence is new." in until_done(visitor).text) is shown
