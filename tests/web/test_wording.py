"""Letters and Word templates are changed in the window, and used only when they can be."""

from pathlib import Path

import pytest

from sgdocs.content import Content
from web.visiting import window, workspace

LETTER = "/wording/letters/nel/scsi-2.md"
TEMPLATE = "/wording/templates/tor.docx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    workspace(tmp_path)
    return tmp_path


@pytest.fixture
def visitor(folder: Path):
    return window(folder).come_in()


def _words() -> str:
    return Content().path("letters", "nel/scsi-2.md").read_text()


def test_every_letter_and_template_is_listed(visitor) -> None:
    page = visitor.open("/wording").text
    assert f'href="{LETTER}"' in page
    assert f'href="{TEMPLATE}"' in page
    assert "As supplied" in page
    assert "Your own" not in page


def test_a_change_is_tried_before_it_is_used(visitor, folder: Path) -> None:
    visitor.open(LETTER)
    changed = _words().rstrip() + "\n\nThis sentence is new.\n"
    visitor.send(LETTER, {"text": changed, "do": "try"})
    assert visitor.status == 200
    assert "How it looks for an example case" in visitor.text
    assert visitor.text.count("This sentence is new.") == 2
    assert not list((folder / "letters").rglob("*.md"))
    visitor.send(LETTER, {"text": changed, "do": "keep"})
    assert "the new words are in use" in visitor.text
    assert (folder / "letters" / "nel" / "scsi-2.md").read_text() == changed
    assert "Your own" in visitor.text
    assert not [p for p in (folder / ".sgdocs").rglob("*") if p.suffix == ".md"]


def test_words_no_paper_can_be_made_of_are_not_used(visitor, folder: Path) -> None:
    visitor.open(LETTER)
    broken = _words() + "\n{{ refrence }}\n"
    visitor.send(LETTER, {"text": broken, "do": "keep"})
    assert visitor.status == 422
    assert "refrence" in visitor.text
    assert '<a href="#text">' in visitor.text
    assert not list((folder / "letters").rglob("*.md"))


def test_a_template_is_taken_and_sent_back(visitor, folder: Path) -> None:
    taken = visitor.client.get(f"{TEMPLATE}/file.docx").content
    assert taken.startswith(b"PK")
    visitor.open(TEMPLATE)
    token = visitor.token
    answer = _sent(visitor, token, taken, "try")
    assert "How it looks" in answer.text or "No example case" in answer.text
    assert "the new template is in use" in _sent(visitor, token, taken, "keep").text
    assert (folder / "templates" / "tor.docx").read_bytes() == taken


@pytest.mark.parametrize("data", [b"", b"not a Word file", b"PK\x03\x04 torn", b"x" * 6_000_000])
def test_a_file_that_is_no_template_is_not_used(visitor, folder: Path, data: bytes) -> None:
    visitor.open(TEMPLATE)
    token = visitor.token
    answer = _sent(visitor, token, data, "keep")
    assert answer.status_code in (400, 422)
    assert not list((folder / "templates").rglob("*.docx"))


def _sent(visitor, token: str, data: bytes, button: str):
    return visitor.client.post(
        TEMPLATE,
        data={"token": token, "do": button},
        files={"file": ("mine.docx", data, "application/octet-stream")},
        headers={"origin": "http://127.0.0.1:8420"},
    )
