"""What a Word template may be, and how it is refused where it is not."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.expressions import ExpressionRefused
from sgdocs.papers import read_members, write_members
from sgdocs.wordtemplates import load_template, prove_template
from wordtemplates.specimen import FRAME, NAME, rewritten, saved, template, with_body, words


def test_a_template_says_what_it_is(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].orientation = WD_ORIENT.LANDSCAPE
    document.add_paragraph("{{ form.name }}")
    made = saved(tmp_path, document, subject="record", keywords="rows: children=3, family=1")
    assert (made.kind, made.landscape, made.source) == ("record", True, "the form | part 1")
    assert made.has_fields
    assert made.rows == {"children": 3, "family": 1}
    assert made.file == f"templates/{NAME}"


def test_an_upright_report_has_no_fields(tmp_path: Path) -> None:
    made = template(tmp_path, "the form.", subject="report")
    assert (made.kind, made.landscape, made.has_fields, made.rows) == ("report", False, False, {})


def test_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="form, record, report"):
        template(tmp_path, "x", subject="poster")


def test_a_changed_template_is_read_again(tmp_path: Path) -> None:
    assert words(template(tmp_path, "one").fill({}, FRAME)) == ["one"]
    assert words(template(tmp_path, "two and more").fill({}, FRAME)) == ["two and more"]


@pytest.mark.parametrize(
    ("paragraph", "what"),
    [
        ("{{ a.b( }}", "cannot be read"),
        ("{{ a ", "cannot be read"),
        ("{{ a + 1 }}", "no arithmetic"),
        ("{{ a|uper }}", "`uper`"),
        ("{{ a.__class__ }}", "not a name"),
        ("{% include 'x' %}", "bring in"),
        ("{% if a %}never ended", "cannot be read"),
    ],
)
def test_a_tag_that_cannot_be_read_is_named_by_its_place(
    tmp_path: Path, paragraph: str, what: str
) -> None:
    document = docx.Document()
    document.add_heading("Part one", 2)
    document.add_paragraph(paragraph)
    with pytest.raises(ExpressionRefused, match=what) as stopped:
        saved(tmp_path, document)
    assert f"templates/{NAME}, body, paragraph 2 (“" in stopped.value.where
    assert "under “Part one”" in stopped.value.where


def test_places_stay_true_after_rows_that_were_only_tags(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).text = "{%tr for x in xs %}"
    table.cell(1, 0).text = "{{ x }}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.add_paragraph("{{ bad| }}")
    with pytest.raises(ExpressionRefused) as stopped:
        saved(tmp_path, document)
    assert stopped.value.line == 7
    assert "paragraph 7 (“{{ bad| }}”)" in stopped.value.where


@pytest.mark.parametrize(
    "paragraph", ["Words {%p if a %}", "{%p if a %} words", "{%p if a %}{%p if b %}"]
)
def test_words_that_a_paragraph_tag_would_swallow_are_refused(
    tmp_path: Path, paragraph: str
) -> None:
    with pytest.raises(InputRefused, match="would be lost") as stopped:
        template(tmp_path, "x", paragraph, "{%p endif %}", "{%p endif %}")
    assert stopped.value.where == f"templates/{NAME}, body, paragraph 2"


def test_words_in_another_cell_of_a_tag_s_row_are_refused(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Rows", 1)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "{%tr for x in xs %}"
    table.cell(0, 1).text = "lost"
    table.cell(1, 0).text = "{%tr endfor %}"
    with pytest.raises(InputRefused, match="its whole row") as stopped:
        saved(tmp_path, document)
    assert stopped.value.where == f"templates/{NAME}, body, paragraph 2, under “Rows”"


@pytest.mark.parametrize("tag", ["{{p a }}", "{{r a }}", "{{tr a }}"])
def test_a_value_outside_the_words_is_refused(tmp_path: Path, tag: str) -> None:
    with pytest.raises(InputRefused, match="outside the words"):
        template(tmp_path, tag)


@pytest.mark.parametrize("part", ["word/comments.xml", "word/endnotes.xml", "customXml/item1.xml"])
def test_a_tag_where_nothing_is_printed_is_refused(tmp_path: Path, part: str) -> None:
    template(tmp_path, "x")
    with pytest.raises(InputRefused, match=part):
        rewritten(tmp_path, part, lambda _: "<a><b>{</b><b>{ name }</b><b>}</b></a>")


def test_statements_that_would_tear_the_file_are_refused(tmp_path: Path) -> None:
    torn = (
        "<w:p><w:r><w:t>{% if a %}x</w:t></w:r></w:p>"
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>"
        "<w:p><w:r><w:t>{% endif %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
    )
    with pytest.raises(ExpressionRefused, match="does not stand where its `if` stands") as stopped:
        with_body(tmp_path, torn)
    assert "paragraph 2 (“{% endif %}”)" in stopped.value.where


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_not_a_word_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / NAME).write_bytes(content)
    with pytest.raises(InputRefused, match=NAME):
        load_template(Content(tmp_path), NAME)


def test_a_body_that_is_named_and_not_there_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "templates" / NAME
    template(tmp_path, "x")
    place.write_bytes(_without(place.read_bytes(), "word/document.xml"))
    with pytest.raises(InputRefused, match="not a whole Word file"):
        load_template(Content(tmp_path), NAME)
    with pytest.raises(InputRefused, match="not a whole Word file"):
        prove_template(Content(tmp_path), NAME, set())


def test_a_part_that_does_not_unpack_is_refused_by_its_name(tmp_path: Path) -> None:
    place = tmp_path / "templates" / NAME
    template(tmp_path, "x")
    place.write_bytes(_spoilt(place.read_bytes(), "word/document.xml"))
    with pytest.raises(InputRefused, match=rf"{NAME}, word/document\.xml: .*not a whole"):
        load_template(Content(tmp_path), NAME)


def _without(data: bytes, part: str) -> bytes:
    return write_members(m for m in read_members(data, "x") if m.name != part)


def _spoilt(data: bytes, part: str) -> bytes:
    members = read_members(data, "x")
    return write_members(
        replace(m, packed=b"\xff" * len(m.packed)) if m.name == part else m for m in members
    )


def test_a_part_that_asks_for_other_files_is_refused(tmp_path: Path) -> None:
    template(tmp_path, "x")
    bomb = '<!DOCTYPE w:document [<!ENTITY a "aaaa">]>'
    with pytest.raises(InputRefused, match="whole Word file"):
        rewritten(
            tmp_path,
            "word/document.xml",
            lambda text: text.replace("<w:document", f"{bomb}<w:document", 1),
        )


def test_there_is_no_such_template(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    with pytest.raises(InputRefused):
        load_template(Content(tmp_path), "nothing.docx")


@pytest.mark.parametrize("name", Content().names("templates", ".docx"))
def test_every_template_that_comes_with_the_program_is_sound(name: str) -> None:
    if "letterhead" in name:
        pytest.skip("the letterhead is for letters")
    assert load_template(Content(), name).parts
