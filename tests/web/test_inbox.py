"""Returned forms are dropped in the window, looked at, and accepted into their case."""

from pathlib import Path

import pytest

from artefacts.asking import EXAMPLES
from reading.asking import read
from web.visiting import window, workspace

BACK = EXAMPLES / "nel-open" / "returned"
REFERENCE = "NEL-2026-021"
AGENCY = "haven-point-hospital"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    text = (EXAMPLES / "nel-open" / "case.yaml").read_text()
    return workspace(tmp_path, text, REFERENCE)


@pytest.fixture
def visitor(path: Path):
    return window(path.parents[2]).come_in()


def _drop(visitor, *names: str, data: bytes | None = None):
    visitor.open("/inbox")
    files = [
        ("files", (name, data if data is not None else (BACK / name).read_bytes()))
        for name in names
    ]
    answer = visitor.client.post(
        "/inbox",
        data={"token": visitor.token},
        files=files,
        headers={"origin": "http://127.0.0.1:8420"},
    )
    return visitor.saw(answer)


def _files(path: Path) -> list[Path]:
    return sorted((path.parents[2] / "inbox").iterdir())


def test_a_form_is_looked_at_before_anything_is_written(visitor, path: Path) -> None:
    before = path.read_text()
    _drop(visitor, f"{AGENCY}.docx")
    assert "Not complete" in visitor.text
    assert "To ask the agency for:" in visitor.text
    assert path.read_text() == before
    assert [AGENCY in file.name for file in _files(path)] == [False]


def test_a_complete_form_is_accepted_and_kept_as_it_came(visitor, path: Path) -> None:
    _drop(visitor, f"{AGENCY}-second.docx")
    assert "Complete" in visitor.text
    (file,) = _files(path)
    visitor.send("/inbox/accept", {"file": file.name, "case": REFERENCE})
    assert f"Accepted into {REFERENCE}" in visitor.text
    entry = read(path.read_text())["returns"][-1]
    assert entry["agency"] == AGENCY
    assert entry["content"]["sign_off"]["name"] == "Roderick Blyth"
    (kept,) = [f for f in (path.parent / "returns").iterdir() if AGENCY in f.name]
    assert kept.read_bytes() == (BACK / f"{AGENCY}-second.docx").read_bytes()
    assert _files(path) == []


def test_a_second_return_shows_what_differs(visitor, path: Path) -> None:
    _drop(visitor, f"{AGENCY}.docx")
    (file,) = _files(path)
    sent = {"file": file.name, "case": REFERENCE}
    visitor.send("/inbox/accept", sent)
    assert visitor.status == 422
    visitor.send("/inbox/accept", sent | {"incomplete": "yes"})
    assert "Accepted" in visitor.text
    _drop(visitor, f"{AGENCY}-second.docx")
    assert "What differs from the return of" in visitor.text
    assert "01632 960602" in visitor.text


def test_a_notification_begins_a_case(visitor, path: Path) -> None:
    _drop(visitor, "notification.docx")
    (file,) = _files(path)
    visitor.send("/inbox/begin", {"file": file.name})
    assert "A case was begun with SCSI-1" in visitor.text
    assert len(list(path.parents[1].iterdir())) == 2


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", b"not a Word file", "cannot be taken in"),
        ("a.pdf", b"%PDF-1.7 torn", "cannot be taken in"),
        ("a.exe", b"MZ", "nothing was taken in"),
        ("../../a.docx", b"x", "cannot be taken in"),
    ],
)
def test_what_is_no_form_is_told_and_can_be_taken_out(
    visitor, path: Path, name: str, data: bytes, words: str
) -> None:
    _drop(visitor, name, data=data)
    assert words in visitor.text
    if words == "cannot be taken in":
        (file,) = _files(path)
        assert file.parent == path.parents[2] / "inbox"
        visitor.send("/inbox/remove", {"file": file.name})
        assert _files(path) == []


@pytest.mark.parametrize("file", ["../partnership.yaml", "case.yaml", ""])
def test_only_files_of_the_inbox_are_taken(visitor, path: Path, file: str) -> None:
    visitor.open("/inbox")
    for action in ("accept", "begin", "remove"):
        visitor.send(f"/inbox/{action}", {"file": file, "case": REFERENCE})
        assert visitor.status == 404
    assert (path.parents[2] / "partnership.yaml").exists()


def test_several_forms_are_taken_in_at_once(visitor, path: Path) -> None:
    _drop(visitor, f"{AGENCY}.docx", f"{AGENCY}-second.docx", "notification.docx")
    assert "3 taken in" in visitor.text
    assert len(_files(path)) == 3
