"""The typesetter: the same bytes, with or without a cache, and nothing left lying about."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.typesetting import Sheet, typeset

DAY = date(2026, 3, 2)
TEMPLATE = """
#set document(title: "A sheet")
#set text(font: "Source Sans Pro", lang: "en", region: "GB")
= A heading
#json(bytes(sys.inputs.data)).words
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "partnership.yaml").write_text("", encoding="utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "sheet.typ").write_text(TEMPLATE, encoding="utf-8")
    return tmp_path


def sheet(words: str = '"# not markup"') -> Sheet:
    return Sheet("sheet.typ", f'{{"words": {words}}}', DAY)


def test_the_same_bytes_with_and_without_a_cache(workspace: Path) -> None:
    without = typeset(sheet(), Content(workspace))
    kept = typeset(sheet(), Content(workspace, cache=workspace / "cache"))
    assert without == kept
    assert sorted(f.name for f in (workspace / "cache" / "fonts").iterdir()) == [
        "FiraGO-Bold.ttf",
        "FiraGO-Regular.ttf",
        "SourceSansPro-Bold.ttf",
        "SourceSansPro-BoldIt.ttf",
        "SourceSansPro-It.ttf",
        "SourceSansPro-Regular.ttf",
    ]


def test_values_are_not_read_as_markup(workspace: Path) -> None:
    path = workspace / "out.pdf"
    path.write_bytes(typeset(sheet(), Content(workspace)))
    assert "# not markup" in PdfReader(path).pages[0].extract_text()


def test_a_faulty_template_is_refused_without_quoting_the_data(workspace: Path) -> None:
    (workspace / "templates" / "sheet.typ").write_text(
        '#set document(title: "A")\n= A\n#assert(false, message: sys.inputs.data)\n',
        encoding="utf-8",
    )
    with pytest.raises(InputRefused) as refused:
        typeset(sheet('"Zephyrine"'), Content(workspace))
    assert "Zephyrine" not in str(refused.value)
    assert "sheet.typ" in str(refused.value)
