"""The fonts: names in many scripts set as themselves, and what has no font is known before."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sgdocs.content import Content
from sgdocs.typesetting import Sheet, can_set, typeset
from sgdocs.typesetting.fonts import font_files

TEMPLATE = """
#set document(title: "Names")
#set text(font: ("Source Sans Pro", "FiraGO"), lang: "en", region: "GB")
= Names
#let name = sys.inputs.data
Dear #name, *#name*, _#name _
"""
NAMES = {
    "Arabic": "سارة محمد الهاشمي",
    "Persian": "پیمان چراغی",
    "Urdu": "ٹیپو گل",
    "Hebrew": "שרה כהן־לוי",
    "Devanagari": "प्रिया शर्मा",
    "Georgian": "გიორგი",
    "Thai": "สมชาย",
    "Welsh": "Siân Ŵyn",
    "Polish": "Łukasz Żak",
    "Romanian": "Ștefan Țepeș",
    "Turkish": "Işıl Gülşen",
    "Vietnamese": "Nguyễn Thị Hương",
    "Yoruba": "Ṣọlá Ọlá",
    "Greek": "Ελένη",
    "Ukrainian": "Їжак Ґалаґан",
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workspace")
    (folder / "templates").mkdir()
    (folder / "templates" / "names.typ").write_text(TEMPLATE, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_name_is_read_back_as_it_was_set(workspace: Path, name: str) -> None:
    assert can_set(name, Content())
    made = typeset(Sheet("names.typ", name, date(2026, 3, 2)), Content(workspace))
    read = PdfReader(BytesIO(made)).pages[0].extract_text()
    assert [read.count(word) for word in name.split()] == [3] * len(name.split())


@pytest.mark.parametrize("text", ["北京", "ဖြူ", "a\x00b", "🦉"])
def test_what_no_font_has_is_known_before_it_is_set(text: str) -> None:
    assert not can_set(text, Content())


def test_direction_marks_need_no_font() -> None:
    assert can_set("\u2067שרה\u2069 \u200fسارة", Content())


def test_the_fonts_lie_in_the_cache_once_and_are_small(tmp_path: Path) -> None:
    content = Content(cache=tmp_path)
    first = {file: file.stat().st_mtime_ns for file in font_files(content)}
    assert {file: file.stat().st_mtime_ns for file in font_files(content)} == first
    assert sum(file.stat().st_size for file in first) < 3_000_000


def test_a_workspace_font_comes_after_the_packaged_ones(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "Own.ttf").write_bytes(b"")
    (tmp_path / "fonts" / "licence.txt").write_bytes(b"")
    assert font_files(Content(tmp_path))[-1] == tmp_path / "fonts" / "Own.ttf"
