"""What a Word file of a paper holds."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from papers.specimen import CONTENT, EVERYTHING, W, docx_words, paper, part, pdf_pages, said, tree
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.papers import Numbered, Paragraph, SignatureBox, Table, as_docx


def styles_used(data: bytes) -> list[str]:
    return [str(s.get(f"{W}val")) for s in tree(data).iter(f"{W}pStyle")]


def test_every_part_is_sound_and_every_style_is_defined() -> None:
    data = as_docx(paper(), CONTENT)
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            etree.fromstring(archive.read(name))
    defined = {s.get(f"{W}styleId") for s in tree(data, "word/styles.xml").iter(f"{W}style")}
    tables = {str(s.get(f"{W}val")) for s in tree(data).iter(f"{W}tblStyle")}
    assert {*styles_used(data), *tables} <= defined
    assert {"Heading1", "Heading2", "Heading3", "ListBullet", "ListNumber", "Caption"} <= set(
        styles_used(data)
    )


def test_another_reader_opens_it() -> None:
    opened = docx.Document(BytesIO(as_docx(paper(), CONTENT)))
    assert opened.core_properties.title == "About *this* & <that>"
    assert opened.core_properties.author == ""
    assert opened.core_properties.created is not None
    assert opened.core_properties.created.date().isoformat() == "2026-04-02"
    assert opened.core_properties.language == "en-GB"
    assert opened.sections[0].different_first_page_header_footer
    first, later = opened.sections[0].first_page_header, opened.sections[0].header
    assert [p.text for p in first.paragraphs] == [
        "OFFICIAL-SENSITIVE",
        "Example Partnership Team",
        "1 Sample Street, ZZ1 1AA",
        "01632 960001  ·  team@example.org",
    ]
    assert later.paragraphs[0].text == "EXM-2026-004\tOFFICIAL-SENSITIVE\tExample Partnership Team"
    assert [p.text for p in opened.paragraphs if p.style and p.style.name == "Heading 2"] == [
        "Timetable"
    ]


def test_pages_are_numbered_by_fields_on_every_page() -> None:
    data = as_docx(paper(), CONTENT)
    codes = [f.get(f"{W}instr") for f in tree(data, "word/footer1.xml").iter(f"{W}fldSimple")]
    assert codes == [" PAGE ", " NUMPAGES "]
    assert docx_words(data, "word/footer1.xml")[:3] == ["EXM-2026-004/SCSI-2,", "version", "3"]
    kinds = [f.get(f"{W}type") for f in tree(data).iter(f"{W}footerReference")]
    assert sorted(str(kind) for kind in kinds) == ["default", "first"]


def test_the_header_row_is_repeated_and_has_its_caption() -> None:
    document = tree(as_docx(paper(), CONTENT))
    assert len(list(document.iter(f"{W}tblHeader"))) == 1
    assert [c.get(f"{W}val") for c in document.iter(f"{W}tblCaption")] == ["Every day"]


def test_a_box_to_sign_in_stays_together_and_can_be_told_from_a_table() -> None:
    box = SignatureBox("Chair", (("Name", "Jo Bell"), ("Signature", ""), ("Date", "")))
    document = tree(as_docx(paper(box), CONTENT))
    assert [s.get(f"{W}val") for s in document.iter(f"{W}tblStyle")] == ["SignatureTable"]
    assert "SignatureRole" in [s.get(f"{W}val") for s in document.iter(f"{W}pStyle")]
    kept = [row.find(f".//{W}keepNext") is not None for row in document.iter(f"{W}tr")]
    assert kept == [True, True, False]


def test_only_a_row_with_many_words_goes_over_two_pages() -> None:
    rows = tuple((said("1"), said(words)) for words in ("short", "long " * 200))
    document = tree(as_docx(paper(Table((said("No"), said("What")), rows)), CONTENT))
    whole = [row.find(f".//{W}cantSplit") is not None for row in document.iter(f"{W}tr")]
    assert whole == [True, True, False]


def test_a_row_with_nothing_in_it_has_room_to_write() -> None:
    rows: tuple[tuple[tuple[()], ...], ...] = (((), ()),)
    document = tree(as_docx(paper(Table((said("a"), said("b")), rows)), CONTENT))
    assert [int(str(h.get(f"{W}val"))) for h in document.iter(f"{W}trHeight")] == [454]


def test_each_numbered_list_begins_at_one() -> None:
    data = as_docx(paper(*(Numbered(((Paragraph(said(t)),),)) for t in ("a", "b"))), CONTENT)
    used = [n.get(f"{W}val") for n in tree(data).iter(f"{W}numId")]
    assert used == ["3", "4"]
    defined = {n.get(f"{W}numId"): n for n in tree(data, "word/numbering.xml").iter(f"{W}num")}
    for number in used:
        assert [s.get(f"{W}val") for s in defined[number].iter(f"{W}startOverride")] == ["1"]


def test_words_are_kept_to_the_letter() -> None:
    words = 'Smith & Jones <5 > 4 {{ x }} "q" ’ ]]> [[ body ]]  two spaces\ttab'
    (run,) = tree(as_docx(paper(Paragraph(said(words))), CONTENT)).iter(f"{W}r")
    text = "".join("\t" if e.tag == f"{W}tab" else e.text or "" for e in run)
    assert text == words


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1b", "\ud800", "\uffff", "\u2028"])
def test_what_word_would_lose_is_refused_by_place(bad: str) -> None:
    row = ((said("fine"), said(f"Ivy{bad}")),)
    with pytest.raises(InputRefused) as stopped:
        as_docx(paper(Table((said("a"), said("b")), row)), CONTENT)
    assert stopped.value.where == "EXM-2026-004/SCSI-2, table 1, row 1, column 2"
    assert "Ivy" not in str(stopped.value)


def test_it_is_lean_and_holds_no_clock_and_nobody() -> None:
    data = as_docx(paper(), CONTENT)
    assert data == as_docx(paper(), CONTENT)
    assert len(data) < 15_000
    with ZipFile(BytesIO(data)) as archive:
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
    assert "creator" not in part(data, "docProps/core.xml")
    assert "lastModifiedBy" not in part(data, "docProps/core.xml")


def test_a_draft_says_so() -> None:
    assert 'string="DRAFT"' in part(as_docx(paper(draft=True), CONTENT), "word/header1.xml")
    assert "DRAFT" not in part(as_docx(paper(), CONTENT), "word/header1.xml")


@pytest.mark.parametrize("content", [b"not a zip", b"PK\x05\x06" + b"\0" * 18])
def test_a_letterhead_without_a_place_for_words_is_refused(tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "templates" / "letterhead"
    folder.mkdir(parents=True)
    (folder / "letterhead.docx").write_bytes(content)
    with pytest.raises(InputRefused, match=r"letterhead\.docx"):
        as_docx(paper(), Content(workspace=tmp_path))


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(as_docx(paper(), CONTENT))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "letter.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    pages = pdf_pages((tmp_path / "letter.pdf").read_bytes())
    assert "Example Partnership Team" in pages[0]
    assert f"Page 2 of {len(pages)}" in pages[1]
    for block in EVERYTHING[2:4]:
        assert all(line in "".join(pages) for run in block.runs for line in run.text.split("\n"))
