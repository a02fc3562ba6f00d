"""What a PDF of a paper holds."""

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from papers.specimen import (
    ANSWERED,
    BLANK,
    CONTENT,
    EVERYTHING,
    asked,
    paper,
    pdf_pages,
    said,
    squeezed,
)
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.papers import Block, Cell, Fields, Heading, Paragraph, Table, as_pdf
from validation.pdfcheck import PROFILES, Profile, faults


def tags(element: object) -> Iterator[str]:
    """Give the structure of a PDF in reading order."""
    if isinstance(element, ArrayObject):
        for part in element:
            yield from tags(part.get_object())
    elif isinstance(element, DictionaryObject):
        if "/S" in element:
            yield str(element["/S"])
        if "/K" in element:
            yield from tags(element["/K"].get_object())


def test_every_page_carries_marking_reference_id_and_number() -> None:
    pages = pdf_pages(as_pdf(paper(), CONTENT))
    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert "OFFICIAL-SENSITIVE" in text
        assert "EXM-2026-004" in text
        assert "EXM-2026-004/SCSI-2, version 3" in text
        assert f"Page {number} of {len(pages)}" in text


def test_it_says_that_it_is_accessible_and_lasting() -> None:
    reader = PdfReader(BytesIO(as_pdf(paper(), CONTENT)))
    root = reader.root_object
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "About *this* & <that>"
    assert reader.metadata.author is None


def test_headings_lists_tables_and_links_are_real() -> None:
    reader = PdfReader(BytesIO(as_pdf(paper(), CONTENT)))
    found = list(tags(reader.root_object["/StructTreeRoot"]["/K"].get_object()))
    assert [tag for tag in found if tag in ("/H1", "/H2", "/H3")] == ["/H1", "/H2", "/H3"]
    assert found.count("/Table") == 1
    assert found.count("/TH") == 2
    assert found.count("/TD") == 80
    assert found.count("/L") == 3
    assert found.count("/Link") == 1


def test_the_header_row_is_repeated() -> None:
    pages = [p for p in pdf_pages(as_pdf(paper(), CONTENT)) if "what happens on that day" in p]
    assert len(pages) > 1
    assert all("Day Event" in " ".join(page.split()) for page in pages)


def test_words_are_never_read_as_markup() -> None:
    (text,) = pdf_pages(as_pdf(paper(Paragraph(said('*a* _b_ #let $x$ \\ `c` -- "d" <e> @f'))),
                               CONTENT))  # fmt: skip
    assert '*a* _b_ #let $x$ \\ `c` -- "d" <e> @f' in text


def test_the_same_paper_is_the_same_bytes_in_another_process() -> None:
    source = textwrap.dedent("""
        import hashlib
        from papers.specimen import CONTENT, paper
        from sgdocs.papers import as_docx, as_pdf
        print(hashlib.sha256(as_pdf(paper(), CONTENT) + as_docx(paper(), CONTENT)).hexdigest())
    """)
    tests = str(Path(__file__).parents[1])
    seen = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", source],
            env={**os.environ, "PYTHONPATH": tests, "PYTHONHASHSEED": seed, "TZ": f"UTC-{seed}"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        seen.add(done.stdout)
    assert len(seen) == 1


def test_a_draft_says_so() -> None:
    assert "DRAFT" in pdf_pages(as_pdf(paper(draft=True), CONTENT))[0]
    assert "DRAFT" not in pdf_pages(as_pdf(paper(), CONTENT))[0]


@pytest.mark.parametrize(
    "name",
    [
        "Łucja Żółć",
        "Ngô Thị Hằng",
        "Ọládélé",
        "Siân Ŵyn",
        "Ştefan İpek",
        "Олена",
        "Ελένη",
        "محمد",
        "นภา",
    ],
)
def test_names_of_many_languages_are_printed(name: str) -> None:
    assert as_pdf(paper(Paragraph(said(name))), CONTENT).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    ("name", "script"),
    [("李小龍", "CJK"), ("அருண்", "Tamil"), ("অমিত", "Bengali"), ("🙂", "a sign")],
)
def test_a_letter_without_a_shape_is_refused_by_place_and_script(name: str, script: str) -> None:
    with pytest.raises(InputRefused) as stopped:
        as_pdf(paper(*EVERYTHING[:3], Paragraph(said("one")), Paragraph(said(name))), CONTENT)
    assert stopped.value.where == "EXM-2026-004/SCSI-2, paragraph 2"
    assert script in stopped.value.what
    assert not set(name) & set(str(stopped.value))


def test_a_template_that_cannot_be_set_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "letter.typ").write_text("Hello\n\n#nonsense\n")
    with pytest.raises(InputRefused) as stopped:
        as_pdf(paper(), Content(workspace=tmp_path))
    assert stopped.value.where.endswith("letter.typ:3")


def test_a_skipped_heading_is_refused_without_its_words() -> None:
    with pytest.raises(InputRefused) as stopped:
        as_pdf(paper(Heading(1, said("One")), Heading(3, said("Ivy"))), CONTENT)
    assert "level" in stopped.value.remedy
    assert "Ivy" not in str(stopped.value)


def test_a_font_of_the_workspace_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "torn.ttf").write_bytes(b"\0\1\0\0\0\5")
    with pytest.raises(InputRefused) as stopped:
        as_pdf(paper(), Content(workspace=tmp_path))
    assert stopped.value.where == "torn.ttf"


def size_of_pages(data: bytes) -> set[tuple[int, int]]:
    """Give the width and height of the pages, in whole points."""
    boxes = (page.mediabox for page in PdfReader(BytesIO(data)).pages)
    return {(round(box.width), round(box.height)) for box in boxes}


def test_a_paper_may_lie_on_its_side() -> None:
    assert size_of_pages(as_pdf(paper(), CONTENT)) == {(595, 842)}
    assert size_of_pages(as_pdf(paper(landscape=True), CONTENT)) == {(842, 595)}


def test_a_record_has_the_letterhead_of_a_letter() -> None:
    (letter,) = pdf_pages(as_pdf(paper(*ANSWERED), CONTENT))
    (record,) = pdf_pages(as_pdf(paper(*ANSWERED, kind="record"), CONTENT))
    assert record == letter
    assert record.split("\n")[:2] == ["OFFICIAL-SENSITIVE", "Example Partnership Team"]


def test_answers_stand_in_their_places() -> None:
    text = " ".join(pdf_pages(as_pdf(paper(*ANSWERED), CONTENT))[0].split())
    assert "☑ We were involved ☐ We were not" in text
    assert "Name Jo Bell" in text
    assert "02/04/2026 14:05" in text
    assert "Involved Yes" in text
    assert "What happened First line Second line" in text


@pytest.mark.parametrize("landscape", [False, True])
def test_a_blank_form_has_boxes_and_no_words_in_them(landscape: bool) -> None:
    (text,) = pdf_pages(as_pdf(paper(*BLANK, landscape=landscape), CONTENT))
    words = " ".join(text.split())
    assert "A form text date time choice long text date time choice long" in words


def narrative(kind: str) -> tuple[Cell, str]:
    """Make 20,000 letters in which each word is another."""
    words = " ".join(f"word{number}" for number in range(2400))
    assert len(words) > 20_000
    return ((asked("long", words),) if kind == "a long field" else said(words)), words


@pytest.mark.parametrize("kind", ["words", "a long field"])
@pytest.mark.parametrize("place", ["a table", "labels"])
def test_a_long_narrative_goes_on_over_the_page(kind: str, place: str) -> None:
    cell, words = narrative(kind)
    blocks = {
        "a table": Table((said("Date"), said("Event")), ((said("1"), cell),), "", (1, 3)),
        "labels": Fields((("What happened", cell),)),
    }
    pages = pdf_pages(as_pdf(paper(Heading(1, said("A")), blocks[place]), CONTENT))
    printed = " ".join(pages).split()
    assert [word for word in printed if word.startswith("word")] == words.split()
    assert all("EXM-2026-004/SCSI-2, version 3" in page for page in pages)
    assert len(squeezed(pages[1])) > 1500  # no page is left half empty


def test_a_row_of_a_few_lines_stays_on_its_page() -> None:
    cell = said("one two three four five six seven eight nine ten " * 6)
    rows = tuple((said(f"Row{number}"), cell) for number in range(30))
    pages = pdf_pages(as_pdf(paper(Table((said("No"), said("What")), rows, "", (1, 5))), CONTENT))
    assert all(page.count("one") == 6 * page.count("Row") for page in pages)


def test_the_word_draft_is_no_part_of_what_is_read_aloud() -> None:
    draft, final = (as_pdf(paper(draft=on), CONTENT) for on in (True, False))
    found = [
        list(tags(PdfReader(BytesIO(data)).root_object["/StructTreeRoot"]["/K"].get_object()))
        for data in (draft, final)
    ]
    assert found[0] == found[1]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("blocks", [EVERYTHING, ANSWERED, BLANK])
def test_forms_and_drafts_are_accessible_and_lasting(
    blocks: tuple[Block, ...], profile: Profile
) -> None:
    made = as_pdf(paper(*blocks, draft=True, kind="record", landscape=True), CONTENT)
    assert faults(made, profile) == []


def test_a_box_to_sign_in_is_never_alone_on_a_page() -> None:
    before = (Heading(2, said("Police")), Fields((("Response", said("Agree")),)))
    for lines in range(20, 36):
        blocks = (Paragraph(said("\n".join("x" * lines))), *before, ANSWERED[-1])
        pages = pdf_pages(as_pdf(paper(Heading(1, said("A")), *blocks), CONTENT))
        (signed,) = [page for page in pages if "Manager" in page]
        assert "Response Agree" in " ".join(signed.split())
        assert "Police" in signed


def test_an_address_stays_within_its_column() -> None:
    mail = "annunziata.cole-thompson@skerne-valley-hospital.example.org"
    row = (said(mail), (asked("text", mail),), said("next"))
    made = as_pdf(paper(Table(tuple(map(said, "ABC")), (row,), "", (2, 2, 6))), CONTENT)
    (text,) = pdf_pages(made)
    lines = [line for line in text.split("\n") if "hospital" in line or "cole" in line]
    assert squeezed(text).count(mail) == 2
    assert max(map(len, lines)) < 30


def test_a_caption_is_never_parted_from_its_table() -> None:
    rows = tuple((said(f"Row{number}"), said("one")) for number in range(40))
    for lines in range(24, 40):
        table = Table((said("Day"), said("Event")), rows, "Every day")
        made = paper(Heading(1, said("A")), Paragraph(said("\n".join("x" * lines))), table)
        (page,) = [page for page in pdf_pages(as_pdf(made, CONTENT)) if "Every day" in page]
        assert "Row0" in page


def test_a_table_whose_rows_all_fell_away_is_its_header() -> None:
    empty = Table((said("What"), said("When")), ())
    (page,) = pdf_pages(as_pdf(paper(Heading(1, said("Dates")), empty), CONTENT))
    assert "What" in str(page)
