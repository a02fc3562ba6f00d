"""What is typed in a YAML file stays as it was typed, unless it is plainly not text."""

import pytest

from reading.asking import read, read_without_c, shown

STAYS_TEXT = [
    "NO",
    "no",
    "yes",
    "on",
    "off",
    "y",
    "True",
    "FALSE",
    "Null",
    "0123",
    "00",
    "-01",
    "+5",
    "01632 960001",
    "07700900001",
    "9990000018",
    "-1234567890",
    "16:30",
    "1:30:15",
    "1_000",
    "1,000",
    "0x1F",
    "0o17",
    "0b1",
    "1e5",
    "1.5e3",
    ".5",
    "5.",
    "01.50",
    "1.2.3",
    ".inf",
    ".nan",
    "-.inf",
    "2026-04-02",
    "2026-04-02T10:00:00Z",
    "02/04/2026",
    "=",
    "-",
    "a: b"[0:1],
    "O'Dell",
    "C:\\letters",
    "http://example.org/a#b",
    "١٢٣",
]

MEANS_SOMETHING = [
    ("", None),
    ("~", None),
    ("null", None),
    ("true", True),
    ("false", False),
    ("0", 0),
    ("-0", 0),
    ("7", 7),
    ("-12", -12),
    ("123456789", 123456789),
    ("1.5", 1.5),
    ("-2.25", -2.25),
    ("0.10", 0.1),
    ("1234567890.5", 1234567890.5),
]


@pytest.mark.parametrize("typed", STAYS_TEXT)
def test_a_value_stays_text_exactly_as_typed(typed: str) -> None:
    value = f"value: {typed}" if typed != "-" else 'value: "-"'
    assert read(value) == {"value": typed}
    assert read_without_c(value) == {"value": typed}


@pytest.mark.parametrize(("typed", "meant"), MEANS_SOMETHING)
def test_the_few_words_and_short_numbers_mean_something(typed: str, meant: object) -> None:
    assert shown(read(f"value: {typed}")) == shown({"value": meant})
    assert shown(read_without_c(f"value: {typed}")) == shown({"value": meant})


@pytest.mark.parametrize("typed", ["null", "true", "7", "1.5", "~", ""])
@pytest.mark.parametrize("mark", ["'", '"'])
def test_quotes_make_anything_text(typed: str, mark: str) -> None:
    assert read(f"value: {mark}{typed}{mark}") == {"value": typed}


@pytest.mark.parametrize("key", ["1", "true", "null", "~", "1.5", "no", "2026-04-02"])
def test_keys_are_always_text(key: str) -> None:
    assert read(f"{key}: a") == {key: "a"}


def test_an_empty_name_is_an_empty_text() -> None:
    assert read("? \n: a") == {"": "a"}


def test_text_over_several_lines_is_kept() -> None:
    text = "a: |\n  one\n  two\n\n  three\nb: >-\n  folded\n  together\n"
    assert read(text) == {"a": "one\ntwo\n\nthree\n", "b": "folded together"}


def test_windows_line_ends_read_the_same() -> None:
    text = "a: |\n  one\n  two\nb: x\n"
    assert read(text.replace("\n", "\r\n")) == read(text)


@pytest.mark.parametrize("text", ["%YAML 1.2\n---\na: b\n", "---\na: b\n...\n", "# c\n\na: b"])
def test_one_document_may_be_framed(text: str) -> None:
    assert read(text) == {"a": "b"}


@pytest.mark.parametrize(("text", "data"), [("- 1", [1]), ("word", "word"), ("null", None)])
def test_any_top_level_is_read(text: str, data: object) -> None:
    assert read(text) == data


def test_json_keeps_kinds_apart() -> None:
    data = read('{"a": [1, 1.0, true, null, "1", -0.5, 1e2, "\\u00e9"]}', "json")
    assert shown(data) == shown({"a": [1, 1.0, True, None, "1", -0.5, 100.0, "é"]})
