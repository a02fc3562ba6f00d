"""Word templates: every part, and what only Word can get wrong."""

from pathlib import Path

import pytest
from docxtpl import DocxTemplate

from checking.oracle import cases_of, environment
from checking.schemas import SCHEMA
from checking.wordfile import box, control, p, table, word
from sgdocs.checking import Finding, check_files
from sgdocs.errors import InputRefused

_ROWS = table(
    ("Name", "No."),
    ("{%tr for member in members %}", ""),
    ("{{ member.name }}", "{{ member.number }}"),
    ("{%tr endfor %}", ""),
)
_SOUND = word(
    p("Members", style="H1"),
    p("Ref ", "{", "{ refe", "rence }", "}", "."),
    p("{%p if guests %}"),
    p("{{ guests[0].name }}"),
    p("{%p endif %}"),
    _ROWS,
    p("A “{{ meeting.kind }}” one. {% if meeting.kind == ‘annual’ %}Yearly.{% endif %}"),
    p("Box", extra=box(p("{{ meeting.place }}"))),
    p("{{r reference }}") + p("{{ reference") + p(" }}"),
    control("meeting.date", "<w:date/>"),
    control("meeting.kind", '<w:dropDownList><w:listItem w:value="annual"/></w:dropDownList>'),
    control("Abstract", "<w:text/>"),
    title="{{ reference }}",
    header1=p("{{ reference }}"),
    footer1=p("{{ meeting.place }}"),
    footnotes=f"<w:footnote>{p('{{ meeting.date }}')}</w:footnote>",
)


def _checked(folder: Path, data: bytes) -> list[Finding]:
    path = folder / "template.docx"
    path.write_bytes(data)
    return check_files(SCHEMA, [path])


def _only(folder: Path, *body: str, **parts: str) -> Finding:
    found = _checked(folder, word(*body, **parts))
    assert len(found) == 1, found
    return found[0]


def test_a_sound_template_gives_nothing_and_renders(tmp_path: Path) -> None:
    assert _checked(tmp_path, _SOUND) == []
    for case in cases_of(5):
        template = DocxTemplate(str(tmp_path / "template.docx"))
        template.render(case, environment(xml=True))


def test_the_place_is_told_as_somebody_sees_it_in_word(tmp_path: Path) -> None:
    rows = table(("{%tr for m in members %}", ""), ("{{ m.nmae }}", "No."), ("{%tr endfor %}", ""))
    found = _only(tmp_path, p("All members", style="H1"), p("These are:"), rows)
    assert (found.rule, found.path) == ("unknown-field", "$.members[].nmae")
    assert (found.part, found.heading, found.line) == ("body", "All members", 5)
    assert found.table_row == "| {{ m.nmae }} | No. |"
    assert (found.text, found.suggestion) == ("{{ m.nmae }}", "name")


@pytest.mark.parametrize(
    ("part", "parts"),
    [
        ("header", {"header1": p("{{ refrence }}")}),
        ("header", {"header2": p("{{ refrence }}")}),
        ("footer", {"footer1": p("{{ refrence }}")}),
        ("footnote", {"footnotes": f"<w:footnote>{p('{{ refrence }}')}</w:footnote>"}),
        ("core-property:title", {"title": "{{ refrence }}"}),
    ],
)
def test_every_part_that_is_rendered_is_checked(
    tmp_path: Path, part: str, parts: dict[str, str]
) -> None:
    found = _only(tmp_path, p("x"), **parts)
    assert (found.rule, found.part) == ("unknown-name", part)


@pytest.mark.parametrize(("part", "name"), [("comment", "comments"), ("endnote", "endnotes")])
def test_a_tag_where_nothing_is_rendered(tmp_path: Path, part: str, name: str) -> None:
    found = _only(tmp_path, p("x"), **{name: f"<w:{part}>{p('{{ reference }}')}</w:{part}>"})
    assert (found.rule, found.part, found.text) == ("not-rendered", part, "{{ reference }}")


def test_a_text_box_is_checked_once(tmp_path: Path) -> None:
    found = _only(tmp_path, p("x", extra=box(p("{{ meeting.palce }}"))))
    assert (found.rule, found.part, found.text) == (
        "unknown-field",
        "text box",
        "{{ meeting.palce }}",
    )


def test_each_part_stands_alone(tmp_path: Path) -> None:
    found = _only(tmp_path, p("{% set x = 1 %}"), header1=p("{{ x }}"))
    assert (found.rule, found.part) == ("unknown-name", "header")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ([p("Dear all {%p if note %}"), p("{%p endif %}")], "Dear all {%p if note %}"),
        (
            [
                table(
                    ("{%tr for m in members %}", "lost"), ("{{ m.name }}", ""), ("{%tr endfor %}",)
                )
            ],
            "{%tr for m in members %}",
        ),
    ],
)
def test_text_beside_a_tag_that_takes_its_place(tmp_path: Path, body: list[str], text: str) -> None:
    found = _only(tmp_path, *body)
    assert (found.rule, found.text) == ("text-lost", text)


def test_a_block_that_ends_at_another_level(tmp_path: Path) -> None:
    found = _only(tmp_path, p("{% if note %}"), table(("{% endif %}", "x")))
    assert (found.rule, found.line) == ("misnested", 2)
    found = _only(tmp_path, p("{%p if note %}"), p("x {% endif %}"))
    assert (found.rule, found.line) == ("misnested", 2)


def test_a_row_tag_outside_a_table(tmp_path: Path) -> None:
    found = _checked(tmp_path, word(p("{%tr for m in members %}"), p("{% endfor %}")))
    assert ("unknown-tag", 1) in {(f.rule, f.line) for f in found}


def test_a_tag_deleted_with_changes_tracked_still_runs(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>{{ reference }}</w:delText></w:r></w:del>"
    found = _only(tmp_path, p("x", extra=deleted))
    assert found.rule == "tracked-change"


def test_half_a_tag_deleted_is_mended(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
    rest = '<w:r><w:t xml:space="preserve">reference }}</w:t></w:r>'
    assert _checked(tmp_path, word(p("{{ ", extra=deleted + rest))) == []


def test_what_word_does_to_a_literal(tmp_path: Path) -> None:
    found = _only(tmp_path, p("{% if meeting.place == 'A & B' %}x{% endif %}"))
    assert found.rule == "literal-altered"


@pytest.mark.parametrize(
    ("field", "rule", "suggestion"),
    [
        (control("meeting.dat", "<w:date/>"), "control-path", "date"),
        (control("referense", "<w:text/>"), "control-path", "reference"),
        (control("meeting.place", "<w:date/>"), "control-kind", ""),
        (control("members", "<w:text/>"), "control-kind", ""),
        (
            control("meeting.kind", '<w:comboBox><w:listItem w:value="anual"/></w:comboBox>'),
            "control-choice",
            "annual",
        ),
        (control("meeting.kind=anual", "<w14:checkbox/>"), "control-choice", "annual"),
    ],
)
def test_a_field_to_fill_in(tmp_path: Path, field: str, rule: str, suggestion: str) -> None:
    found = _only(tmp_path, field)
    assert (found.rule, found.suggestion) == (rule, suggestion)


def test_rows_of_a_list_are_numbered_in_a_field(tmp_path: Path) -> None:
    data = word(
        control("members[0].name", "<w:text/>"), control("members[].present", "<w14:checkbox/>")
    )
    assert _checked(tmp_path, data) == []


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused):
        _checked(tmp_path, b"nothing")


def test_a_loop_over_cells_that_should_be_over_rows(tmp_path: Path) -> None:
    rows = table(("{% for m in members %}{{ m.name }}", "{{ m.number }}{% endfor %}"))
    found = _only(tmp_path, rows)
    assert (found.rule, found.line) == ("misnested", 2)


def test_rows_on_a_condition_give_nothing(tmp_path: Path) -> None:
    rows = table(
        ("Held", "{{ meeting.date|long_date }}"),
        ("{%tr if meeting.time %}",),
        ("Time", "{{ meeting.time }}"),
        ("{%tr else %}",),
        ("Time", "not said"),
        ("{%tr endif %}",),
        ("In {% if note %}{{ note }}{% else %}–{% endif %}", "{% for m in members %}x{% endfor %}"),
    )
    assert _checked(tmp_path, word(rows)) == []
