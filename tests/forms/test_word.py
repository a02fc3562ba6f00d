"""A Word form: only its fields can be filled in, each has two names, and it says what it is."""

import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from forms.blanks import FORMS, blank, fields
from forms.filling import (
    Filler,
    W,
    answers_to,
    fill_word,
    fill_word_docx,
    saved_by_libreoffice,
    typed_in_libreoffice,
)
from papers.specimen import ANSWERED, CONTENT, paper
from sgdocs.forms import MARK, FormIdentity, fields_of, fillable_word, read_identity, read_marks
from sgdocs.papers import PROMPTS, Member, as_docx, pack, read_members, write_members
from sgdocs.wordreading import read_word

W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
SOFFICE = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
FILLERS = pytest.mark.parametrize("fill", [fill_word, fill_word_docx])


def part(data: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def body(data: bytes) -> etree._Element:
    return part(data, "word/document.xml")[0]


def identity_in(data: bytes) -> FormIdentity | None:
    (said,) = part(data, "docProps/custom.xml").xpath("//*[@name='sgdocs-form']")
    return read_identity("".join(said.itertext()))


def marked(data: bytes) -> dict[str, str]:
    """Give what stands in each field, found by the bookmark around it alone."""
    names = read_marks(read_members(data, "form"), "form")
    found: dict[str, str] = {}
    for start in body(data).iter(f"{W}bookmarkStart"):
        name = names.get(start.get(f"{W}name"))
        if name:
            around = start.getparent() if start.getparent().tag == f"{W}sdtContent" else None
            field = around if around is not None else start.getnext()
            lines = field.iter(f"{W}t", f"{W}br")
            found[name] = "".join(p.text or "" if p.tag == f"{W}t" else "\n" for p in lines)
    return found


def words_of(form: str, answers: dict[str, str]) -> dict[str, str]:
    """Give what each answer looks like in Word."""
    said = {field.name: field for field in fields(form)}
    shown = {name: dict(said[name].choices).get(value, value) for name, value in answers.items()}
    return {n: "☑" if said[n].kind == "tick" else words for n, words in shown.items()}


@pytest.mark.parametrize("form", FORMS)
def test_every_field_is_a_control_with_two_names(form: str) -> None:
    data = blank(form).word
    tags = [tag.get(f"{W}val") for tag in body(data).iter(f"{W}tag")]
    names = [field.name for field in fields(form)]
    assert list(dict.fromkeys(tags)) == names
    marks = read_marks(read_members(data, form), form)
    assert list(marks) == [f"{MARK}{number}" for number in range(1, len(tags) + 1)]
    assert list(marks.values()) == tags
    starts = [each.get(f"{W}name") for each in body(data).iter(f"{W}bookmarkStart")]
    assert starts == list(marks)
    assert set(marked(data).values()) <= {*PROMPTS.values(), "☐"}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_says_what_it_is_and_on_every_page(form: str) -> None:
    data = blank(form).word
    assert identity_in(data) == FormIdentity("", form, "", 1)
    foot = "".join(part(data, "word/footer1.xml").itertext())
    assert foot.startswith(f"{form}, version 1")


@pytest.mark.parametrize("form", FORMS)
def test_all_but_the_fields_is_locked(form: str) -> None:
    group, *rest = body(blank(form).word)
    assert [each.tag for each in rest] == [f"{W}sectPr"]
    assert group.find(f"{W}sdtPr/{W}group") is not None
    assert group.find(f"{W}sdtPr/{W}lock").get(f"{W}val") == "contentLocked"
    controls = list(body(blank(form).word).iter(f"{W}tag"))
    assert not [c for c in controls if c.getparent().find(f"{W}lock") is not None]


def test_a_long_answer_may_have_lines_and_a_short_one_may_not() -> None:
    for control in body(blank("SCSI-5").word).iter(f"{W}sdtPr"):
        plain, rich = (control.find(f"{W}{name}") for name in ("text", "richText"))
        assert plain is None or plain.get(f"{W}multiLine") is None
        assert plain is None or rich is None
    kinds = [field.kind for field in fields("SCSI-5")]
    assert len(list(body(blank("SCSI-5").word).iter(f"{W}richText"))) == kinds.count("long")


def test_rows_of_one_list_can_be_added_to() -> None:
    sections = list(body(blank("SCSI-5").word).iter(f"{W15}repeatingSection"))
    rows = [len(list(s.getparent().getnext().iterchildren(f"{W}sdt"))) for s in sections]
    assert rows == [4, 12]  # episodes and chronology; the people asked about are no such list
    for item in body(blank("SCSI-5").word).iter(f"{W15}repeatingSectionItem"):
        (row,) = item.getparent().getnext()
        assert row.tag == f"{W}tr"


@pytest.mark.parametrize("form", FORMS)
def test_a_locked_form_still_reads_as_the_paper_it_is(form: str) -> None:
    paper = blank(form).paper
    assert paper is not None
    assert read_word(blank(form).word, form) == paper.blocks


@FILLERS
@pytest.mark.parametrize("form", ["SCSI-1", "SCSI-5", "DAR-APP6"])
def test_what_is_filled_in_is_read_back(form: str, fill: Filler) -> None:
    answers = answers_to(fields(form), 5_000)
    read = fields_of(read_word(fill(blank(form).word, answers), form))
    assert {field.name: field.asks.value for field in read} == answers


def test_a_template_with_properties_of_its_own_has_ours_instead() -> None:
    before = with_properties(as_docx(paper(*ANSWERED), CONTENT))
    data = fillable_word(before, FormIdentity("A-1", "LLR-1", "police", 3), "form")
    assert identity_in(data) == FormIdentity("A-1", "LLR-1", "police", 3)
    with ZipFile(BytesIO(data)) as archive:
        assert archive.namelist().count("docProps/custom.xml") == 1
        for name in ("[Content_Types].xml", "_rels/.rels"):
            assert archive.read(name).count(b"docProps/custom.xml") == 1


def with_properties(data: bytes) -> bytes:
    """Give a Word file properties of its own, as some programs do to every file."""
    place = "docProps/custom.xml"
    added = {
        "[Content_Types].xml": f'<Override PartName="/{place}" ContentType="x"/></Types>',
        "_rels/.rels": f'<Relationship Id="r9" Type="x" Target="{place}"/></Relationships>',
    }
    members = [_with(m, added.get(m.name, "")) for m in read_members(data, "form")]
    return write_members((*members, pack(place, b"<Properties/>")))


def _with(member: Member, added: str) -> Member:
    if not added:
        return member
    end = added[added.rindex("</") :]
    return pack(member.name, member.content().replace(end.encode(), added.encode()))


def test_a_list_that_is_too_large_or_somebody_elses_is_passed_over() -> None:
    other = pack("customXml/item1.xml", b"<b:Sources xmlns:b='urn:x'/>")
    assert read_marks([other], "form") == {}
    ours = read_members(blank("LLR-1").word, "form")
    assert read_marks([other, *ours], "form")
    huge = pack("customXml/item1.xml", b"<fields xmlns='urn:sgdocs:fields:1'>" + b" " * 6_000_000)
    assert read_marks([huge], "form") == {}


@pytest.mark.office
@SOFFICE
@pytest.mark.parametrize("form", ["SCSI-1", "SCSI-5", "TEES-FORM"])
def test_libreoffice_keeps_what_was_filled_in_and_whose_it_is(form: str, tmp_path: Path) -> None:
    answers = answers_to(fields(form))
    saved = saved_by_libreoffice(fill_word(blank(form).word, answers), tmp_path)
    assert identity_in(saved) == FormIdentity("", form, "", 1)
    assert marked(saved) == words_of(form, answers)


@pytest.mark.office
@SOFFICE
def test_libreoffice_lets_fields_be_written_in_and_keeps_their_lines(tmp_path: Path) -> None:
    where = f"{MARK}{next(f.number for f in fields('SCSI-5') if f.name == 'nature')}"
    typed = typed_in_libreoffice(
        blank("SCSI-5").word, where, ("We visited.", "No reply."), tmp_path
    )
    assert marked(typed)["nature"].startswith("We visited.\nNo reply.")
