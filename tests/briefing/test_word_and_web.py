"""The same words in the same order in Word, on the web and in the PDF."""

import re
import shutil
import subprocess
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PdfReader

from briefing.specimen import CONTENT, briefing, filled, with_body
from briefing.test_pdf import EXAMPLES, FULL, text_of
from sgdocs.briefing import Briefing, as_docx, as_html, as_pdf
from sgdocs.errors import InputRefused
from sgdocs.typesetting import face_files


def word_text(docx: bytes) -> list[str]:
    """Give the file's paragraphs in reading order."""
    body = ZipFile(BytesIO(docx)).read("word/document.xml").decode()
    paragraphs = re.findall(r"<w:p>(.*?)</w:p>", body, re.DOTALL)
    found = (" ".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", p)) for p in paragraphs)
    return [words for one in found if (words := " ".join(unescape(one).split()))]


def web_text(page: str) -> list[str]:
    """Give the page's headings, paragraphs and list entries in reading order."""
    found = re.findall(r"<(h1|h2|p|li)\b[^>]*>(.*?)</\1>", page, re.DOTALL)
    plain = (unescape(re.sub(r"<[^>]+>", "", inside)) for _, inside in found)
    return [" ".join(words.split()) for words in plain]


def squeezed(words: str) -> str:
    """Leave out spaces: a long address is broken over lines."""
    return "".join(words.split())


@pytest.mark.parametrize("name", EXAMPLES)
def test_word_pdf_and_web_say_the_same_in_the_same_order(name: str) -> None:
    made = briefing(name)
    word, web = word_text(as_docx(made, CONTENT)), web_text(as_html(made, CONTENT))
    assert web == [*word, "Example Partnership"]
    pdf = squeezed(text_of(as_pdf(made, CONTENT)).replace("•", ""))
    assert squeezed("".join(word)) in pdf


def test_word_has_real_headings_a_title_and_a_described_picture() -> None:
    opened = Document(BytesIO(as_docx(briefing(), CONTENT)))
    cells = [c for t in opened.tables for row in t.rows for c in row.cells]
    headings = [
        (p.style.name, p.text) for c in cells for p in c.paragraphs if "Head" in p.style.name
    ]
    assert headings[0] == ("Heading 1", "Kit: learning in seven minutes")
    assert [style for style, _ in headings[1:]] == ["Heading 2"] * 9
    assert opened.core_properties.title == "Kit: learning in seven minutes"
    assert "ring in seven equal parts" in opened.inline_shapes[0]._inline.docPr.get("descr")
    (section,) = opened.sections
    assert section.page_width > section.page_height


def test_word_carries_its_typeface_so_that_lines_break_alike() -> None:
    parts = ZipFile(BytesIO(as_docx(briefing(), CONTENT)))
    veiled, plain = parts.read("word/fonts/Regular.odttf"), face_files()["Regular"].read_bytes()
    assert veiled[32:] == plain[32:]
    assert veiled[:32] != plain[:32]


def test_word_is_the_same_each_time() -> None:
    assert as_docx(briefing(), CONTENT) == as_docx(briefing(), CONTENT)


def test_word_refuses_what_the_page_refuses() -> None:
    with pytest.raises(InputRefused, match="segment 3 is too long for the page by"):
        as_docx(with_body(2, "word " * 200), CONTENT)


def test_the_web_page_holds_values_as_values() -> None:
    page = as_html(with_body(0, "<script>alert('&')</script> [[ picture ]] {{ x }}"), CONTENT)
    assert "<script>" not in page
    assert "&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt; [[ picture ]] {{ x }}" in page
    assert page.count("<svg ") == 1
    assert page.count("<h2>") == 9
    assert '<html lang="en-GB">' in page


def long_briefing() -> Briefing:
    return filled(FULL)


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("made", [briefing, long_briefing])
def test_libreoffice_shows_one_page_with_every_word(made: object, tmp_path: Path) -> None:
    wanted = made()  # type: ignore[operator]
    (tmp_path / "briefing.docx").write_bytes(as_docx(wanted, CONTENT))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "briefing.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    (page,) = PdfReader(tmp_path / "briefing.pdf").pages
    shown = squeezed(page.extract_text())
    assert all(squeezed(p) in shown for s in wanted.segments for p in s.paragraphs)
