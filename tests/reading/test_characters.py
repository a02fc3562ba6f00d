"""Bytes that are not UTF-8, and invisible characters, are refused wherever they hide."""

import pytest

from reading.asking import read, refused
from sgdocs.reading import Kind, parse

BAD = ["\x00", "\x07", "\x0b", "\x0c", "\x1f", "\x7f", "\x85", "\x9f", "\ufffe", "\uffff"]
BIDI = list("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize("character", BAD + BIDI + ["\ud800", "\udfff"])
@pytest.mark.parametrize("kind", ["yaml", "json"])
def test_a_bad_character_is_refused_where_it_stands(character: str, kind: Kind) -> None:
    text = f'{{"a": 1,\n "b": "x{character}"}}'
    first = refused(text, kind).problems[0]
    assert (first.line, first.column) == (2, 9)
    assert character not in first.message


@pytest.mark.parametrize("character", BAD + BIDI)
def test_a_bad_character_is_refused_as_an_escape(character: str) -> None:
    escape = f"\\u{ord(character):04x}"
    for kind in ("yaml", "json"):
        first = refused(f'{{"a": 1,\n "b": "x{escape}"}}', kind).problems[0]
        assert (first.line, first.column) == (2, 7)


@pytest.mark.parametrize("character", BIDI)
def test_a_direction_mark_is_called_what_it_is(character: str) -> None:
    assert "direction of the text" in str(refused(f"a: b{character}"))


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\ufeff"])
def test_layout_marks_are_refused_in_yaml_and_kept_in_json(character: str) -> None:
    assert refused(f"a: b{character}c").problems[0].column == 5
    assert read(f'["b{character}c"]', "json") == [f"b{character}c"]
    assert read(f'a: "b\\u{ord(character):04x}c"') == {"a": f"b{character}c"}


@pytest.mark.parametrize("text", ["José", "Łucja", "Zoë 😀", "عائشة", "李", "a\u200db", "\u200fא"])
@pytest.mark.parametrize("kind", ["yaml", "json"])
def test_every_language_is_welcome(text: str, kind: Kind) -> None:
    assert read(f'{{"a": "{text}"}}'.encode(), kind) == {"a": text}


@pytest.mark.parametrize("kind", ["yaml", "json"])
def test_windows_byte_order_mark_is_accepted_and_kept(kind: Kind) -> None:
    document = parse(b'\xef\xbb\xbf{"a": [1]}\r\n', name="case", kind=kind)
    assert document.data == {"a": [1]}
    assert document.text == '\ufeff{"a": [1]}\r\n'
    assert (document.place(("a",)).line, document.place(("a",)).column) == (1, 7)


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("kind", ["yaml", "json"])
def test_other_unicode_codings_are_refused_with_the_way_out(coding: str, kind: Kind) -> None:
    error = refused('{"a": 1}'.encode(coding), kind)
    assert "UTF-16" in error.what
    assert "Save as UTF-8" in error.remedy


def test_old_windows_coding_is_refused_where_it_starts() -> None:
    first = refused("a: 1\nname: Zoé\n".encode("cp1252")).problems[0]
    assert (first.line, first.column) == (2, 9)
    assert "UTF-8" in first.remedy


def test_surrogates_hidden_in_bytes_are_refused() -> None:
    assert "not saved as UTF-8" in refused(b"a: \xed\xa0\x80").what


def test_many_bad_characters_are_counted_not_all_listed() -> None:
    error = refused("a: " + "\x07" * 5000)
    assert str(error).count("\n") == 5
    assert "at least 95 more" in str(error)
