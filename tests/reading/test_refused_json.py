"""Each JSON text that is refused, with the place and the words that the person sees."""

import pytest

from reading.asking import read, refused

NAME = "Zebedee"

# (text, line, column, words in the message or remedy)
CASES = [
    ('{"a": 1,\n "a": 2}', 2, 2, "called “a” here; the first is on line 1"),
    (f'{{"{NAME}": 1, "{NAME}": 2}}', 1, 16, "with the same name"),
    ('[{"a": {"b": 1, "b": 2}}]', 1, 17, "called “b”"),
    ("[NaN]", 1, 2, "not numbers"),
    ("[-Infinity]", 1, 2, "not numbers"),
    ("[1,\n Infinity]", 2, 2, "not numbers"),
    ("[1e999]", 1, 2, "too large"),
    ("[-1e999]", 1, 2, "too large"),
    ("[1234567890]", 1, 2, "Put the number in quotes"),
    ("[-1234567890]", 1, 2, "Put the number in quotes"),
    ("[" + "9" * 9000 + "]", 1, 2, "Put the number in quotes"),
    ("[01632]", 1, 2, "Put the number in quotes"),
    ("[.5]", 1, 2, "Put the number in quotes"),
    ("[+5]", 1, 2, "Put the number in quotes"),
    ("[5.]", 1, 2, "Put the number in quotes"),
    ('["\\ud800"]', 1, 2, "half of a character"),
    ('["\\udc00\\ud800"]', 1, 2, "half of a character"),
    ('["\\u0000"]', 1, 2, "control"),
    ('["\\b"]', 1, 2, "control"),
    ('{"\\u0007": 1}', 1, 2, "control"),
    ('["\\u202e"]', 1, 2, "direction"),
    ('["\\uffff"]', 1, 2, "no character"),
    (f'["{NAME}\n"]', 1, 2, "not written as JSON allows"),
    (f'["{NAME}\\q"]', 1, 2, "not written as JSON allows"),
    (f'["{NAME}', 1, 2, "ends before everything"),
    ('{"a": 1', 1, 8, "ends before everything"),
    ("[", 1, 2, "ends before everything"),
    ("[1] [2]", 1, 5, "something more after the end"),
    ("{}x", 1, 3, "not in double quotation marks"),
    ("[1,]", 1, 4, "comma before a closing bracket"),
    ('{"a": 1,}', 1, 9, "comma before a closing bracket"),
    ("[1}", 1, 3, "does not match"),
    ("[1 2]", 1, 4, "comma or the closing bracket"),
    ('{"a" 1}', 1, 6, "a colon"),
    ('{"a": }', 1, 7, "a value"),
    ("{1: 2}", 1, 2, "a name"),
    ("[,]", 1, 2, "a value"),
    (f"{{'{NAME}': 1}}", 1, 2, "double quotation marks"),
    (f"{{{NAME}: 1}}", 1, 2, "double quotation marks"),
    ("[True]", 1, 2, "double quotation marks"),
    ("[nullx]", 1, 2, "double quotation marks"),
    ("// c\n[]", 1, 1, "comment"),
    ("[1] # c", 1, 5, "comment"),
    ("", 1, 1, "empty"),
    (" \n\t", 1, 1, "empty"),
    ("]", 1, 1, "a value"),
]


@pytest.mark.parametrize(("text", "line", "column", "words"), CASES)
def test_it_is_refused_with_its_place_in_plain_words(
    text: str, line: int, column: int, words: str
) -> None:
    error = refused(text, "json")
    first = error.problems[0]
    assert words in f"{first.message} {first.remedy}"
    assert (first.line, first.column) == (line, column)
    assert error.exit_code == 3
    assert first.remedy
    assert NAME not in str(error)


def test_nine_digits_are_still_a_number() -> None:
    assert read("[999999999, -999999999, 1234567890.5]", "json") == [
        999999999,
        -999999999,
        1234567890.5,
    ]


@pytest.mark.parametrize("text", ['"\\ud83d\\ude00"', '"\\u00e9"', '"a\\nb\\tc\\r"', '"\u2028"'])
def test_escapes_of_real_characters_are_read(text: str) -> None:
    assert read(text, "json") in ("😀", "é", "a\nb\tc\r", "\u2028")
