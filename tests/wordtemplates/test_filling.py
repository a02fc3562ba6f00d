"""What a filled Word template holds: every value to the letter, and nothing else changed."""

import gc
import tracemalloc
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from sgdocs.content import Content
from sgdocs.expressions import ExpressionFailed
from sgdocs.wordtemplates import load_template
from wordtemplates.specimen import (
    FRAME,
    NAME,
    W,
    member,
    rewritten,
    root,
    saved,
    template,
    with_body,
    words,
)

HOSTILE = [
    "Smith & Jones <5 > 4",
    '“curly” "straight" it\'s ’',
    "{{ name }} {% if %} {# no #} }} %}",
    "{_{ }_} [[ body ]] ]]> <![CDATA[ &amp; &#10;",
    "Zoë Łukasz Nguyễn 李小龍 🙂 👨‍👩‍👧",
    "محمد שרה \u200fmixed\u200e",
    "  two  spaces  ",
    "one\ntwo\n\nthree",
    "tab\there",
    "Q\t1\nline <b>&</b>\ttab",
    "\\1 \\g<0> $1 %s {0} #panic() *star* _under_",
    "word " * 4000,
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_stands_in_the_file_to_the_letter(tmp_path: Path, value: str) -> None:
    made = template(
        tmp_path, "Before {{ v }} after", "{{ g.v }}", "{% for x in xs %}{{ x }}{% endfor %}"
    )
    data = made.fill({"v": value, "g": {"v": value}, "xs": [value, value]}, FRAME)
    assert words(data) == [f"Before {value} after", value, value + value]


def test_spaces_at_the_ends_are_kept_by_word_too(tmp_path: Path) -> None:
    data = template(tmp_path, "{{ v }}").fill({"v": " a\n b "}, FRAME)
    space = "{http://www.w3.org/XML/1998/namespace}space"
    assert [t.get(space) for t in root(data).iter(f"{W}t")] == ["preserve"] * 2


def test_line_ends_of_any_kind_are_line_breaks(tmp_path: Path) -> None:
    data = template(tmp_path, "{{ v }}").fill({"v": "a\r\nb\rc"}, FRAME)
    assert words(data) == ["a\nb\nc"]


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1b", "\x85", "\ud800", "\uffff", "\u2028"])
def test_what_word_would_lose_is_refused_by_its_path(tmp_path: Path, bad: str) -> None:
    made = template(tmp_path, "First", "{{ child.name }}")
    for _ in range(4):
        with pytest.raises(ExpressionFailed) as stopped:
            made.fill({"child": {"name": f"Ivy{bad}"}}, FRAME)
        assert stopped.value.path == "child.name"
        assert "Ivy" not in str(stopped.value)
        assert f"templates/{NAME}, body, paragraph 2" in stopped.value.where


def test_a_missing_fact_is_named_with_its_place_in_the_template(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Details", 1)
    document.add_paragraph("{%p if yes %}")
    table = document.add_table(rows=2, cols=2)
    table.cell(1, 1).text = "Born {{ child.born|long_date }}"
    document.add_paragraph("{%p endif %}")
    made = saved(tmp_path, document)
    for _ in range(4):
        with pytest.raises(ExpressionFailed) as stopped:
            made.fill({"yes": True, "child": {}}, FRAME)
        assert stopped.value.path == "child.born"
        assert stopped.value.line == 6
        assert stopped.value.where == (
            f"templates/{NAME}, body, paragraph 6 (“Born {{{{ child.born|long_date }}}}”), "
            "under “Details”"
        )


def test_a_draft_says_what_is_missing(tmp_path: Path) -> None:
    made = template(
        tmp_path, "{{ a }}", "{{ b.c.d|long_date }}", "{% for x in xs %}x{% endfor %}.", "{{ n }}"
    )
    data = made.fill({"n": None}, FRAME, missing="[to be completed]")
    assert words(data) == ["[to be completed]"] * 2 + ["."] + ["[to be completed]"]


def test_headers_and_properties_see_the_frame_first_and_the_text_the_facts(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{ office.name }} {{ marking }}")
    document.sections[0].header.paragraphs[0].text = "{{ office }} {{ reference }}"
    document.sections[0].footer.paragraphs[0].text = "{{ address|join(', ') }}"
    made = saved(tmp_path, document, title="For {{ child }}")
    facts = {"office": {"name": "Team"}, "reference": "EXM-1", "child": "A & B"}
    frame = {**FRAME, "office": "The Office", "address": ["1 Street", "Town"], "marking": "SECRET"}
    data = made.fill(facts, frame)
    assert words(data) == ["Team SECRET"]
    opened = docx.Document(BytesIO(data))
    assert opened.sections[0].header.paragraphs[0].text == "The Office EXM-1"
    assert opened.sections[0].footer.paragraphs[0].text == "1 Street, Town"
    assert opened.core_properties.title == made.title(facts) == "For A & B"


def test_the_same_facts_give_the_same_bytes_and_no_clock(tmp_path: Path) -> None:
    made = template(tmp_path, "{{ a }}", "{{ on|numeric_date }}")
    facts = {"a": "x", "on": date(2026, 4, 2)}
    data = made.fill(facts, FRAME)
    assert {made.fill(facts, FRAME) for _ in range(5)} == {data}
    assert words(data) == ["x", "02/04/2026"]
    with ZipFile(BytesIO(data)) as archive:
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        before = ZipFile(tmp_path / "templates" / NAME)
        assert archive.namelist() == before.namelist()
        assert archive.read("word/styles.xml") == before.read("word/styles.xml")


def test_what_is_kept_in_the_cache_gives_the_same_file(tmp_path: Path) -> None:
    made = template(tmp_path, "Dear {{ a }}")
    cache = tmp_path / "cache"
    first = load_template(Content(tmp_path, cache=cache), NAME)
    kept = [path.name for path in cache.iterdir()]
    again = load_template(Content(tmp_path, cache=cache / "." / "."), NAME)
    assert len(kept) == 1
    assert {t.fill({"a": "x"}, FRAME) for t in (made, first, again)} == {
        made.fill({"a": "x"}, FRAME)
    }


TABLE = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
    "<w:tr><w:tc><w:p><w:r><w:t>{%tr for x in xs %}</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:p><w:r><w:t>{%tr endfor %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
)


def test_a_table_left_without_rows_is_left_out(tmp_path: Path) -> None:
    made = with_body(tmp_path, TABLE)
    assert len(list(root(made.fill({"xs": ["a", "b"]}, FRAME)).iter(f"{W}tr"))) == 2
    assert not list(root(made.fill({"xs": []}, FRAME)).iter(f"{W}tbl"))


def test_a_cell_left_without_a_paragraph_gets_an_empty_one(tmp_path: Path) -> None:
    tags = ("{%p if x %}", "{{ x }}", "{%p endif %}")
    inside = "".join(f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>" for tag in tags)
    row = f'<w:tr><w:tc><w:tcPr><w:tcW w:w="9"/></w:tcPr>{inside}</w:tc></w:tr>'
    made = with_body(tmp_path, f"<w:tbl><w:tblPr/><w:tblGrid/>{row}</w:tbl><w:p/>")
    (cell,) = root(made.fill({}, FRAME)).iter(f"{W}tc")
    assert [str(each.tag) for each in cell] == [f"{W}tcPr", f"{W}p"]


def test_drawings_in_a_loop_have_numbers_of_their_own(tmp_path: Path) -> None:
    names = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    drawing = f'<w:drawing><wp:inline {names}><wp:docPr id="7" name="x"/></wp:inline></w:drawing>'
    made = with_body(
        tmp_path,
        "<w:p><w:r><w:t>{%p for x in xs %}</w:t></w:r></w:p>"
        f"<w:p><w:r>{drawing}</w:r></w:p>"
        "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>",
    )
    text = member(made.fill({"xs": [1, 2, 3]}, FRAME))
    assert [f'<wp:docPr id="{n}"' in text for n in (1, 2, 3, 7)] == [True, True, True, False]


def test_a_line_end_in_an_attribute_does_no_harm(tmp_path: Path) -> None:
    made = with_body(
        tmp_path, '<w:p><w:r><w:t>x</w:t></w:r><w:bookmarkStart w:name="{{ v }}"/></w:p>'
    )
    (mark,) = root(made.fill({"v": 'a\n"b"'}, FRAME)).iter(f"{W}bookmarkStart")
    assert mark.get(f"{W}name") == 'a "b"'


@pytest.mark.slow
def test_memory_does_not_grow_with_use(tmp_path: Path) -> None:
    made = template(tmp_path, *["{{ a }} {% for x in xs %}{{ x.n|upper }}{% endfor %}"] * 5)
    facts = {"a": "é", "xs": [{"n": "x"}] * 5}
    for _ in range(20):
        made.fill(facts, FRAME)
    gc.collect()
    tracemalloc.start()
    try:
        for _ in range(1000):
            made.fill(facts, FRAME)
        gc.collect()
        assert tracemalloc.get_traced_memory()[0] < 100_000
    finally:
        tracemalloc.stop()


def test_styles_say_their_language_as_the_letterhead_does(tmp_path: Path) -> None:
    template(tmp_path, "x")
    made = rewritten(
        tmp_path,
        "word/styles.xml",
        lambda text: text.replace('w:val="en-US"', 'w:val="{{ language }}"'),
    )
    assert 'w:val="en-GB"' in member(made.fill({}, FRAME), "word/styles.xml")
