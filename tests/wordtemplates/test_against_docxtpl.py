"""An ordinary template gives the words that docxtpl gives."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docxtpl import DocxTemplate

from wordtemplates.specimen import FRAME, NAME, saved, words

FACTS = {
    "name": "Smith & <Jones>",
    "yes": True,
    "no": False,
    "rows": [{"a": "one", "b": "1 < 2"}, {"a": "two", "b": "“q”"}],
    "nobody": [],
}


def _split_over_runs() -> Document:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for index, piece in enumerate(
        ("Dear {", "{ na", "me }", "}, {% i", "f yes %}yes{% endif", " %}.")
    ):
        paragraph.add_run(piece).bold = index % 2 == 0
    return document


def _paragraph_statements() -> Document:
    document = docx.Document()
    lines = (
        "{%p if yes %}",
        "Yes.",
        "{%p else %}",
        "No.",
        "{%p endif %}",
        "{%p for row in rows %}",
        "{{ loop.index }}. {{ row.a }}",
        "{%p endfor %}",
        "{%p if no %}",
        "Never.",
        "{%p endif %}",
    )
    for line in lines:
        document.add_paragraph(line)
    return document


def _rows() -> Document:
    document = docx.Document()
    for name in ("rows", "nobody"):
        table = document.add_table(rows=4, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "A", "B"
        table.cell(1, 0).text = f"{{%tr for row in {name} %}}"
        table.cell(2, 0).text, table.cell(2, 1).text = "{{ row.a }}", "{{ row.b }}"
        table.cell(3, 0).text = "{%tr endfor %}"
    return document


def _columns() -> Document:
    document = docx.Document()
    table = document.add_table(rows=1, cols=3)
    pieces = ("{%tc for row in rows %}", "{{ row.a }}", "{%tc endfor %}")
    for cell, piece in zip(table.rows[0].cells, pieces, strict=True):
        cell.text = piece
    return document


def _runs() -> Document:
    document = docx.Document()
    document.add_paragraph(
        "a {%r if yes %}b{%r endif %} c {# a note #}d{% raw %}{{ x }}{% endraw %}"
    )
    document.add_paragraph("{% if name == “Smith” %}x{% else %}{{ 'it' ~ \"s\" }}{% endif %}")
    document.add_paragraph("{% for row in rows if row.a < 'p' or 1 > 2 %}{{ row.a }}{% endfor %}")
    return document


@pytest.mark.parametrize("make", [_split_over_runs, _paragraph_statements, _rows, _columns, _runs])
def test_the_words_are_those_of_docxtpl(tmp_path: Path, make: Callable[[], Document]) -> None:
    made = saved(tmp_path, make())
    theirs = DocxTemplate(tmp_path / "templates" / NAME)
    theirs.render(dict(FACTS), autoescape=True)
    out = BytesIO()
    theirs.save(out)
    for _ in range(4):
        assert words(made.fill(FACTS, FRAME)) == words(out.getvalue())


def test_a_paragraph_tag_may_hold_braces_and_ampersands(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("{%p set a = gone|default({}) %}", "{{ a.b|default('x & y') }}"):
        document.add_paragraph(line)
    assert words(saved(tmp_path, document).fill({}, FRAME)) == ["x & y"]
