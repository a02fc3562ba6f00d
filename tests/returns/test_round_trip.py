"""Every field of every form, filled in by program and received, comes to exactly the data."""

import shutil
from pathlib import Path

import pytest

from forms.blanks import blank
from forms.filling import (
    POLYGLOT,
    Filler,
    fill_pdf,
    fill_pdf_pikepdf,
    fill_word,
    fill_word_docx,
    saved_by_libreoffice,
)
from returns.making import CASE_FORMS, RETURNS, answers_of, expected, read, told
from sgdocs.forms import FormIdentity, read_identity

pytestmark = pytest.mark.slow

EVERY = pytest.mark.parametrize("name", [*RETURNS, *CASE_FORMS])
LONG = 5_000
SOME = ("SCSI-5", "SCSI-1")


@pytest.mark.parametrize(
    ("name", "fill"),
    [(n, fill_word) for n in (*RETURNS, *CASE_FORMS)] + [(n, fill_word_docx) for n in SOME],
)
def test_a_word_form(name: str, fill: Filler) -> None:
    answers = answers_of(name, LONG)
    assert any(len(text) > LONG - 50 for text in answers.values()) or name == "LLR-1"
    assert any(POLYGLOT in text for text in answers.values())
    reading = read(fill(blank(name).word, answers))
    assert told(name, reading)[0] == expected(name, answers)
    assert read_identity(reading.identity) == FormIdentity("", name, "", 1)


@pytest.mark.parametrize(
    ("name", "fill"),
    [(n, fill_pdf_pikepdf) for n in (*RETURNS, *CASE_FORMS)] + [("DAR-IMR", fill_pdf)],
)
def test_a_pdf_form(name: str, fill: Filler) -> None:
    answers = answers_of(name, 120 if fill is fill_pdf else LONG)  # pypdf draws, slowly
    reading = read(fill(blank(name).pdf, answers), "form.pdf")
    assert told(name, reading)[0] == expected(name, answers)
    assert read_identity(reading.identity) == FormIdentity("", name, "", 1)


@pytest.mark.parametrize("name", RETURNS)
def test_a_complete_return_has_nothing_to_put_right(name: str) -> None:
    answers = answers_of(name)
    for data in (fill_word(blank(name).word, answers), fill_pdf_pikepdf(blank(name).pdf, answers)):
        assert told(name, read(data))[1] == []


@EVERY
def test_a_blank_form_says_nothing(name: str) -> None:
    for data in (blank(name).word, blank(name).pdf):
        assert told(name, read(data))[0] == {}


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["SCSI-5", "SCSI-1"])
def test_a_form_saved_in_libreoffice_says_the_same(name: str, tmp_path: Path) -> None:
    # LibreOffice 7.4 itself joins the lines of an answer that has several.
    answers = {field: text.replace("\n", " ") for field, text in answers_of(name).items()}
    saved = saved_by_libreoffice(fill_word(blank(name).word, answers), tmp_path)
    reading = read(saved)
    assert reading.nameless == 0
    assert told(name, reading)[0] == expected(name, answers)
