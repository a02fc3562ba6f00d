"""Every field of every form, filled in by program and received, comes to exactly the data."""

import shutil
from pathlib import Path

import pytest

from forms.blanks import blank
from forms.filling import POLYGLOT, fill_word, fill_word_docx, saved_by_libreoffice
from returns.making import CASE_FORMS, RETURNS, answers_of, expected, pdf_form, read, told

EVERY = pytest.mark.parametrize("name", [*RETURNS, *CASE_FORMS])
LONG = 5_000


@EVERY
@pytest.mark.parametrize("fill", [fill_word, fill_word_docx])
def test_a_word_form(name: str, fill: object) -> None:
    answers = answers_of(name, LONG)
    assert any(len(text) > LONG - 50 for text in answers.values()) or name == "LLR-1"
    assert any(POLYGLOT in text for text in answers.values())
    reading = read(fill(blank(name).word, answers))  # type: ignore[operator]
    data, _ = told(name, reading)
    assert data == expected(name, answers)


@EVERY
def test_a_pdf_form(name: str) -> None:
    answers = answers_of(name, LONG)
    data, _ = told(name, read(pdf_form(name, answers), "form.pdf"))
    assert data == expected(name, answers)


@pytest.mark.parametrize("name", RETURNS)
def test_a_complete_return_has_nothing_to_put_right(name: str) -> None:
    for data in (fill_word(blank(name).word, answers_of(name)), pdf_form(name, answers_of(name))):
        assert told(name, read(data))[1] == []


@EVERY
def test_a_blank_form_says_nothing(name: str) -> None:
    data, _ = told(name, read(blank(name).word))
    assert data == {}


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
