"""A review's papers are decided, answered, examined, signed and released in the window."""

import re
from pathlib import Path

import pytest

from artefacts.asking import EXAMPLES
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.publications import load_checklist
from sgdocs.web import Office
from web.test_changes import until_done
from web.visiting import window, workspace

REFERENCE = "NEL-2025-014"
PAGE = f"/cases/{REFERENCE}/release"
# As tests/cli/test_release.py has it: one paper, which is quicker to make.
SENT = "  - {step: improvements-to-statutory-bodies, on: 2026-06-29}\n"
ONE_PAPER = (
    ("    form: full\n", "    form: improvements_only\n"),
    ("    approved_on: 2026-06-30\n", ""),
    ("steps_done:\n", f"steps_done:\n{SENT}"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    text = (EXAMPLES / "nel" / "case.yaml").read_text()
    for before, after in ONE_PAPER:
        assert before in text
        text = text.replace(before, after, 1)
    return workspace(tmp_path, text, REFERENCE)


@pytest.fixture
def visitor(path: Path):
    folder, now = path.parents[2], parse_moment("2026-11-20T10:00")
    return window(folder, office=Office(Content(folder), lambda: now)).come_in()


def _written(path: Path) -> list[Path]:
    build = path.parents[2] / "build" / REFERENCE
    return [p for p in build.rglob("released/*/*/*") if p.is_file()]


def test_nothing_is_released_before_everything_is_answered(visitor, path: Path) -> None:
    visitor.open(PAGE)
    visitor.send(f"{PAGE}/examine")
    page = until_done(visitor).text
    assert "Questions (" in page
    assert "Release the files" not in page
    visitor.send(f"{PAGE}/publish")
    assert "Not released; nothing was written" in until_done(visitor).text
    assert _written(path) == []


@pytest.mark.slow
def test_answered_signed_and_clean_the_papers_are_released(visitor, path: Path) -> None:
    visitor.open(PAGE)
    for question in load_checklist(Content()).names:
        visitor.send(f"{PAGE}/answer", {"question": question, "answer": "yes", "by": "A Reader"})
        assert visitor.status == 200
    visitor.send(f"{PAGE}/examine")
    page = until_done(visitor).text
    assert "Sign for these files" in page, re.findall("<li>.*?</li>", page)
    visitor.send(f"{PAGE}/sign", {"by": "P Ashgrove"})
    assert visitor.status == 422
    visitor.send(f"{PAGE}/sign", {"by": "P Ashgrove", "role": "Director"})
    assert "Signed for the files" in visitor.text
    visitor.send(f"{PAGE}/publish")
    assert "Released." in until_done(visitor).text
    assert any(p.parent.name == "publish" for p in _written(path))


def test_a_flag_is_shown_with_its_passage_and_decided(visitor, path: Path) -> None:
    text = path.read_text()
    marked = "A missed visit for a baby losing weight is tried"
    assert marked in text
    path.write_text(text.replace(marked, f"Old Mrs Thistlethwaite says {marked}", 1))
    page = visitor.open(PAGE).text
    assert "<mark>" in page
    flag = re.findall(r'name="flag" value="([^"]+)"', page)[0]
    visitor.send(f"{PAGE}/decide", {"flag": flag, "verdict": "mask"})
    assert visitor.status == 422
    visitor.send(f"{PAGE}/decide", {"flag": flag, "verdict": "mask", "label": "a neighbour"})
    assert "Decided." in visitor.text
    assert f'value="{flag}"' not in visitor.text
    assert (path.parent / "anonymise" / "decisions.yaml").is_file()
