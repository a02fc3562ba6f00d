"""Every paper of every example: made, the same in Word and PDF, lasting, and readable aloud."""

import re
import shutil
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from lxml import etree
from pypdf import PdfReader

from journeys.papers import EXAMPLES, Made, made, one_of_each, refused
from sgdocs.content import Content
from sgdocs.papers import Figure
from sgdocs.pipeline.grounding import ground
from validation.pdfcheck import PROFILES, Profile, faults
from validation.verapdf import faults_of_all, needs_verapdf

pytestmark = pytest.mark.slow

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AT_ONCE = 60
"""LibreOffice stops without a word where it is given some hundreds of files."""
MAY_LACK = {
    "nel-open": {"SRG-8", "FINAL-REPORT", "EXEC-SUMMARY"},
    "darlington-below-threshold": {"ACTION-PLAN"},
}
"""Papers of examples that are not so far along."""
NEVER_OWED = {"EXEC-SUMMARY", "EASY-READ", "PRACTITIONER-BRIEF"}
"""They are made where somebody has written their words."""


def word_words(data: bytes) -> list[str]:
    """Read what stands in a Word file's body, prompts to write left out, one word after another."""
    with ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for prompt in root.iter(f"{W}showingPlcHdr"):
        control = prompt.getparent().getparent()
        control.getparent().remove(control)
    said = []
    for paragraph in root.iter(f"{W}p"):
        parts = paragraph.iter(f"{W}t", f"{W}br", f"{W}tab")
        said.append("".join(part.text or "" if part.tag == f"{W}t" else " " for part in parts))
    return " ".join(said).split()


def pdf_words(data: bytes) -> list[str]:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split()


def around(one: Made) -> set[str]:
    """Give the words around the body on a PDF's pages, in its pictures, and the marks of lists."""
    order, paper = one.document.order, one.document.paper
    figures = [b for b in (paper.blocks if paper else ()) if isinstance(b, Figure)]
    head = paper.letterhead if paper else order.letterhead
    said = (
        *(head.office, ", ".join(head.address), head.email, head.phone, order.marking),
        *(order.reference, order.document_id, f"version {order.version}", "Page of · • –"),
        "dd/mm/yyyy hh:mm",  # Word shows it in the field itself
        *(f"{order.document_id}, version {order.version}",),
        *(text for figure in figures for text in re.findall(">([^<>]+)<", figure.svg)),
    )
    return set(" ".join(said).split())


def promised(one: Made) -> tuple[Profile, ...]:
    """Give the standards a paper keeps: one to be filled in cannot be one that never changes."""
    with pikepdf.open(BytesIO(one.document.pdf)) as pdf:
        named = "/sgdocs-form" in pdf.docinfo
    assert named == (one.document.order.form is not None and b"<w:sdt>" in body(one))
    return ("ua1",) if named else PROFILES


def body(one: Made) -> bytes:
    with ZipFile(BytesIO(one.document.word)) as archive:
        return archive.read("word/document.xml")


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_the_case_has_the_facts_for_is_made(example: str) -> None:
    lacking = {why.partition(":")[0] for why in refused(example)} - NEVER_OWED
    assert lacking <= MAY_LACK.get(example, set())


def test_every_paper_there_is_is_made_by_some_example() -> None:
    every = set(ground(Content(), "nel").artefacts)
    assert every == {one.artefact for example in EXAMPLES for one in made(example)}


@pytest.mark.parametrize("example", EXAMPLES)
def test_word_and_pdf_say_the_same(example: str) -> None:
    for one in made(example):
        said, printed = word_words(one.document.word), pdf_words(one.document.pdf)
        boxes = {"☐"} if one.document.order.form else set()  # a field is no word of the page
        lacking = Counter(word for word in said if word not in boxes) - Counter(printed)
        whole = "".join(printed)
        assert [word for word in lacking if word not in whole] == [], one.stem
        more = set(printed) - set(said) - around(one)
        pieces = {part for part in more if any(part in word for word in said)}
        marks = {part for part in more if re.fullmatch(r"\d+|[a-z0-9]{1,3}\.|_+", part)}
        assert one.document.paper is None or more <= pieces | marks, one.stem


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_pdf_is_accessible_and_lasting(example: str) -> None:
    found = {
        (one.stem, profile): wrong
        for one in made(example)
        for profile in promised(one)
        if (wrong := faults(one.document.pdf, profile))
    }
    assert found == {}


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_tag_and_no_keyword_is_left_in_a_paper(example: str) -> None:
    for one in made(example):
        said = " ".join(word_words(one.document.word))
        assert not re.search(r"\{[{%#]|[%#}]\}", said), one.stem
        assert re.findall(r"(?<![@.\w])[a-z]+_[a-z_]+", said) == [], one.stem


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_page_bears_its_marking_and_its_number(example: str) -> None:
    for one in made(example):
        pages = [page.extract_text() for page in PdfReader(BytesIO(one.document.pdf)).pages]
        for number, page in enumerate(pages, 1):
            assert f"Page {number} of {len(pages)}" in page, one.stem
            assert one.document.paper is None or one.document.order.marking in page, one.stem


@needs_verapdf
@pytest.mark.timeout(600)
def test_verapdf_finds_no_fault_either(tmp_path: Path) -> None:
    every = {f"{name}.pdf": one for name, one in one_of_each().items()}
    for profile in PROFILES:
        pdfs = {name: one.document.pdf for name, one in every.items() if profile in promised(one)}
        found = faults_of_all(pdfs, profile, tmp_path)
        assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.timeout(600)
def test_libreoffice_opens_a_word_file_of_each_kind(tmp_path: Path) -> None:
    files = []
    for name, one in one_of_each().items():
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(one.document.word)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", "opened"]
    for start in range(0, len(files), AT_ONCE):
        some = files[start : start + AT_ONCE]
        subprocess.run([*command, *some], cwd=tmp_path, check=True, capture_output=True)
    for file in files:
        opened = tmp_path / "opened" / file.with_suffix(".pdf").name
        words = set("".join(pdf_words(opened.read_bytes())).split())
        assert words, file.name
