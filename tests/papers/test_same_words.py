"""Word, PDF and mail say the same."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from papers.specimen import ANSWERED, CONTENT, docx_words, paper, pdf_pages, said, squeezed
from sgdocs.papers import Paragraph, as_docx, as_html, as_pdf, as_text

PRINTED_AROUND = """
    Example Partnership Team 1 Sample Street, ZZ1 1AA 01632 960001 · team@example.org
    OFFICIAL-SENSITIVE EXM-2026-004 EXM-2026-004/SCSI-2, version 3 Page 1 2 3 4 of
    • – 1. 2. a. b.
"""
AROUND = set(PRINTED_AROUND.split())
NAMES = st.text(st.sampled_from("AÉŁßđŵ’'-*_#[]()`&<>|\\~$@{}%\"1. "), min_size=1, max_size=30)


def test_word_and_pdf_carry_the_same_words() -> None:
    pages = pdf_pages(as_pdf(paper(), CONTENT))
    in_pdf = Counter(word for page in pages for word in page.split())
    in_word = Counter(docx_words(as_docx(paper(), CONTENT)))
    assert not in_word - in_pdf
    assert in_pdf.keys() - in_word.keys() <= AROUND
    repeated = {word: in_pdf[word] - n for word, n in in_word.items() if in_pdf[word] > n}
    assert repeated.keys() <= AROUND | {"Day", "Event"}


def test_mail_carries_every_word_of_the_word_file() -> None:
    assert not Counter(docx_words(as_docx(paper(), CONTENT))).keys() - {
        word.rstrip(":") for word in as_text(paper()).split()
    }


def html_words(made: str) -> list[str]:
    """Read the words of a page's main part."""
    spread = made.replace("<br>", " ").replace("><", "> <")
    return str(html.document_fromstring(spread).find(".//main").text_content()).split()


def test_a_page_of_html_says_what_the_word_file_says() -> None:
    for made in (paper(), paper(*ANSWERED)):
        in_word = docx_words(as_docx(made, CONTENT))
        assert html_words(as_html(made)) == in_word


def test_a_form_with_its_answers_says_the_same_everywhere() -> None:
    made = paper(*ANSWERED)
    in_word = Counter(docx_words(as_docx(made, CONTENT)))
    in_pdf = Counter(" ".join(pdf_pages(as_pdf(made, CONTENT))).split())
    in_mail = Counter(word.rstrip(":") for word in as_text(made).split())
    assert not in_word - in_pdf
    assert in_pdf.keys() - in_word.keys() <= AROUND
    assert not in_word.keys() - in_mail.keys()


@settings(max_examples=60)
@given(NAMES)
def test_any_name_is_the_same_everywhere(name: str) -> None:
    made = paper(Paragraph(said(f"Dear x{name}x,")))
    assert f"Dear x{name}x,".split() == html_words(as_html(made))[-len(f"Dear x{name}x,".split()) :]
    wanted = squeezed(f"Dear x{name}x,")
    assert wanted in squeezed("".join(pdf_pages(as_pdf(made, CONTENT))))
    assert wanted == squeezed("".join(docx_words(as_docx(made, CONTENT))))
    assert f"Dear x{name}x," in as_text(made)
