"""Papers of every kind pass both judges, and the judges notice what is wrong."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from binding import specimen as bound
from papers.specimen import CONTENT, paper, said
from sgdocs.binding import bind
from sgdocs.papers import Paragraph, as_pdf
from sgdocs.timeline import typeset_pdf
from timeline.rows import AFTER, BEFORE, CALENDAR, MIDDLE, case, heading
from validation.pdfcheck import PROFILES, faults
from validation.verapdf import faults_of_all, needs_verapdf

NAMES = "سارة محمد الهاشمي, שרה כהן־לוי, प्रिया शर्मा, გიორგი, สมชาย, Łukasz, Nguyễn Thị Hương"


@pytest.fixture(scope="module")
def pdfs() -> dict[str, bytes]:
    """Make one PDF of each kind."""
    timelines = {
        f"timeline-{day}.pdf": typeset_pdf(case(day), heading(day), CALENDAR, day, CONTENT)
        for day in (BEFORE, MIDDLE, AFTER)
    }
    return timelines | {
        "letter.pdf": as_pdf(paper(), CONTENT),
        "draft.pdf": as_pdf(paper(draft=True), CONTENT),
        "names.pdf": as_pdf(paper(Paragraph(said(NAMES))), CONTENT),
        "welsh.pdf": as_pdf(paper(language="cy"), CONTENT),
        "bound.pdf": bind(bound.parts(), bound.COVER, CONTENT),
        "bound-draft.pdf": bind(bound.parts(), replace(bound.COVER, draft=True), CONTENT),
        "bound-forms.pdf": bind(bound.forms(), bound.COVER, CONTENT),
    }


def untagged(pdf: bytes) -> bytes:
    """Take the tags out."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        del opened.Root.StructTreeRoot
        out = BytesIO()
        opened.save(out, deterministic_id=True)
    return out.getvalue()


@pytest.mark.parametrize("profile", PROFILES)
def test_page_validation_finds_no_fault(pdfs: dict[str, bytes], profile: str) -> None:
    assert {name: found for name, pdf in pdfs.items() if (found := faults(pdf, profile))} == {}


@pytest.mark.parametrize("profile", PROFILES)
def test_page_validation_notices_missing_tags(pdfs: dict[str, bytes], profile: str) -> None:
    assert faults(untagged(pdfs["letter.pdf"]), profile)


@needs_verapdf
@pytest.mark.parametrize("profile", PROFILES)
def test_verapdf_finds_no_fault(pdfs: dict[str, bytes], profile: str, tmp_path: Path) -> None:
    found = faults_of_all(pdfs, profile, tmp_path)
    assert {name: each for name, each in found.items() if each} == {}


@needs_verapdf
@pytest.mark.parametrize("profile", PROFILES)
def test_verapdf_notices_missing_tags(pdfs: dict[str, bytes], profile: str, tmp_path: Path) -> None:
    assert faults_of_all({"untagged.pdf": untagged(pdfs["letter.pdf"])}, profile, tmp_path)[
        "untagged.pdf"
    ]
