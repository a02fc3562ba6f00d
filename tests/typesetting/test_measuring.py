"""What a template finds out as it lays its data out."""

from datetime import date
from pathlib import Path

import pytest

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.typesetting import Sheet
from sgdocs.typesetting.measuring import measured

TEMPLATE = """
#let words = json(bytes(sys.inputs.data)).words
#set text(font: "Source Sans Pro", size: 10pt, top-edge: 0.8em, bottom-edge: -0.2em)
#context [#metadata((tall: measure(words).height.pt())) <found>]
"""


def content(folder: Path, template: str = TEMPLATE) -> Content:
    (folder / "templates").mkdir()
    (folder / "templates" / "sheet.typ").write_text(template, encoding="utf-8")
    return Content(folder)


def test_a_template_says_what_it_measured(tmp_path: Path) -> None:
    sheet = Sheet("sheet.typ", '{"words": "One line"}', date(2026, 3, 2))
    assert measured(sheet, content(tmp_path), "found") == {"tall": 10}


def test_a_fault_is_refused_without_quoting_the_data(tmp_path: Path) -> None:
    sheet = Sheet("sheet.typ", '{"words": "Zephyrine"}', date(2026, 3, 2))
    faulty = content(tmp_path, "#panic(sys.inputs.data)")
    with pytest.raises(InputRefused) as refused:
        measured(sheet, faulty, "found")
    assert "Zephyrine" not in str(refused.value)
    assert "sheet.typ" in str(refused.value)
