"""A template filled: every value arrives as it is, and what cannot is refused by place."""

import tracemalloc
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docxtpl import DocxTemplate

from sgdocs.errors import InputRefused
from sgdocs.expressions import ExpressionFailed, ExpressionRefused
from wordtemplates.specimen import FRAME, W, loaded, part_of, said, word_file

HOSTILE = [
    "Smith & Jones <5",
    "“quotes” and 'others' and \"more\"",
    "{{ 7 * 7 }} {% if x %}",
    "#panic() $x$ *star* _under_",
    "Łukasz Ó Dálaigh-Nguyễn Şahin",
    "a rocket 🚀",
    "שרה כהן and فاطمة",
    "two\nlines and\ta tab",
    "A" * 3000,
    "word " * 4000,
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_arrives_as_it_is(tmp_path: Path, value: str) -> None:
    template = loaded(tmp_path, word_file(["Before {{ x }} after"]))
    assert f"Before {value} after" in said(template.fill({"x": value}, FRAME))


@pytest.mark.parametrize("value", ["a\x0bb", "a\x00b", "half \ud800 of one", "\ufffe"])
def test_what_word_cannot_hold_is_refused_by_its_path(tmp_path: Path, value: str) -> None:
    template = loaded(tmp_path, word_file(["#Facts", "{{ case.secret }}"]))
    with pytest.raises(ExpressionFailed) as refused:
        template.fill({"case": {"secret": value}}, FRAME)
    assert "case.secret" in str(refused.value)
    assert value not in str(refused.value)


def test_a_missing_fact_names_the_template_the_place_and_the_fact(tmp_path: Path) -> None:
    template = loaded(tmp_path, word_file(["#The facts", "words", "{{ case.incident.place }}"]))
    with pytest.raises(ExpressionFailed) as refused:
        template.fill({"case": {"incident": {}}}, FRAME)
    message = str(refused.value)
    assert "templates/specimen.docx, body, paragraph 3, under “The facts”" in message
    assert refused.value.path == "case.incident.place"


def test_a_draft_says_what_is_to_be_completed(tmp_path: Path) -> None:
    words = [
        "{{ a.b.c }} and {{ a.day|long_date }}",
        "{%p for x in a.list %}",
        "no",
        "{%p endfor %}",
    ]
    template = loaded(tmp_path, word_file(words))
    filled = template.fill({"a": {}}, FRAME, missing="[to be completed]")
    assert said(filled) == ["[to be completed] and [to be completed]"]


def test_paragraphs_and_rows_are_repeated_and_left_out(tmp_path: Path) -> None:
    data = word_file(
        [
            "{%p for x in names %}",
            "- {{ x }}",
            "{%p endfor %}",
            "{%p if off %}",
            "hidden",
            "{%p endif %}",
        ],
        rows=[
            ("Name", "Age"),
            ("{%tr for r in rows %}", ""),
            ("{{ r.name }}", "{{ r.age }}"),
            ("{%tr endfor %}", ""),
        ],
    )
    facts = {"names": ["a", "b"], "off": False, "rows": [{"name": "N", "age": 3}]}
    filled = loaded(tmp_path, data).fill(facts, FRAME)
    assert said(filled) == ["- a", "- b", "Name", "Age", "N", "3"]


def test_a_table_left_without_rows_is_left_out(tmp_path: Path) -> None:
    data = word_file(
        ["Words"],
        rows=[("{%tr for r in rows %}", ""), ("{{ r }}", "x"), ("{%tr endfor %}", "")],
    )
    filled = loaded(tmp_path, data).fill({"rows": []}, FRAME)
    assert part_of(filled).find(f".//{W}tbl") is None
    assert said(filled) == ["Words"]


def test_a_tag_split_over_runs_is_whole_again(tmp_path: Path) -> None:
    data = word_file(["{{ name }} goes"])
    between = "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>"
    split = f"<w:t>{{{between}{{ na{between}me }}}}"
    template = loaded(tmp_path, _changed(data, "<w:t>{{ name }}", split))
    assert said(template.fill({"name": "Ivy"}, FRAME)) == ["Ivy goes"]


def test_headers_and_properties_are_filled(tmp_path: Path) -> None:
    template = loaded(
        tmp_path,
        word_file(["x"], header="{{ reference }} {{ marking }}", title="Report {{ reference }}"),
    )
    filled = template.fill({"reference": "EX-1"}, FRAME)
    assert said(filled, "word/header1.xml") == ["EX-1 OFFICIAL-SENSITIVE"]
    assert "Report EX-1" in "".join(part_of(filled, "docProps/core.xml").itertext())
    assert (template.title({"reference": "EX-1"}), template.kind) == ("Report EX-1", "record")


def test_the_same_facts_give_the_same_bytes(tmp_path: Path) -> None:
    template = loaded(tmp_path, word_file(["{{ x }}"]))
    assert template.fill({"x": "1"}, FRAME) == template.fill({"x": "1"}, FRAME)


def test_it_says_what_docxtpl_says(tmp_path: Path) -> None:
    data = word_file(
        ["#Report on {{ child }}", "{% if a > 1 %}many{% else %}few{% endif %}: {{ text }}"],
        rows=[
            ("A", "B"),
            ("{%tr for r in rows %}", ""),
            ("{{ r.a }}", "{{ loop.index }}"),
            ("{%tr endfor %}", ""),
        ],
    )
    facts = {"child": "I & J", "a": 2, "text": "one\ntwo", "rows": [{"a": "x<y"}, {"a": "z"}]}
    theirs = DocxTemplate(BytesIO(data))
    theirs.render({**facts, **FRAME}, autoescape=True)
    out = BytesIO()
    theirs.save(out)
    assert said(loaded(tmp_path, data).fill(facts, FRAME)) == said(out.getvalue())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["{%p if x %} lost words", "{%p endif %}"], "would be lost"),
        (["{{ x "], "cannot be read"),
        (["{% for x in y %}", "never closed"], "cannot be read"),
        (["{{ x.__class__ }}"], "is not a name here"),
        (["{{ x|nonsense }}"], "nonsense"),
    ],
)
def test_a_faulty_template_is_refused_with_its_place(
    tmp_path: Path, words: list[str], says: str
) -> None:
    with pytest.raises((InputRefused, ExpressionRefused)) as refused:
        loaded(tmp_path, word_file(words))
    assert "templates/specimen.docx" in str(refused.value)
    assert says in str(refused.value)


def test_a_template_that_does_not_say_what_it_is_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="do not say what it is"):
        loaded(tmp_path, word_file(["x"], kind="poem"))


def test_a_tag_where_nothing_is_printed_is_refused(tmp_path: Path) -> None:
    data = word_file(["x"])
    with ZipFile(BytesIO(data), "a") as archive:
        pass
    out = BytesIO(data)
    with ZipFile(out, "a") as archive:
        archive.writestr("word/comments.xml", f"<c xmlns:w='{W[1:-1]}'><w:t>{{{{ x }}}}</w:t></c>")
    with pytest.raises(InputRefused, match="in a comment or an endnote"):
        loaded(tmp_path, out.getvalue())


def test_a_thousand_papers_take_no_more_memory_than_one(tmp_path: Path) -> None:
    template = loaded(tmp_path, word_file(["{{ x }}"] * 20))
    template.fill({"x": "warm"}, FRAME)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for number in range(1000):
        template.fill({"x": f"value {number}"}, FRAME)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 200_000


def _changed(data: bytes, old: str, new: str) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == "word/document.xml":
                assert old in content.decode()
                content = content.decode().replace(old, new).encode()
            target.writestr(info, content)
    return out.getvalue()
