"""Each YAML text that is refused, with the place and the words that the person sees."""

import pytest

from reading.asking import read_without_c, refused
from sgdocs.reading import ReadingRefused

NAME = "Zebedee"

# (text, line, column, words in the message or remedy)
CASES = [
    ("a: 1\nb: 2\na: 3\n", 3, 1, "two entries called “a” here; the first is on line 1"),
    ("a:\n  - date: 1\n    date: 2\n", 3, 5, "called “date”"),
    (f"{NAME}: 1\n{NAME}: 2\n", 2, 1, "with the same name"),
    ("1: a\n'1': b\n", 2, 1, "with the same name"),
    ("a: {b: 1, b: 2}", 1, 11, "called “b”"),
    (f"a: &{NAME} 1\n", 1, 4, "“&” or “*”"),
    (f"a: *{NAME}\n", 1, 4, "“&” or “*”"),
    ("a: *\n", 1, 4, "“&” or “*”"),
    (f"*{NAME} : 1\n", 1, 1, "“&” or “*”"),
    ("a: &x\n  b: 1\n", 1, 4, "“&” or “*”"),
    ("<<: {a: 1}\n", 1, 1, "joins entries"),
    ("a: !!python/object/apply:os.system [x]\n", 1, 4, "“!”"),
    (f"a: !{NAME} x\n", 1, 4, "“!”"),
    ("a: !!str 12\n", 1, 4, "“!”"),
    ("a: ! 12\n", 1, 4, "“!”"),
    ("a: ! '12'\n", 1, 4, "“!”"),
    ("a: ! {b: 1}\n", 1, 4, "“!”"),
    ("a: !e!x 1\n", 1, 4, "“!”"),
    ("!x a: 1\n", 1, 1, "“!”"),
    ("a: 1\n---\nb: 2\n", 2, 1, "second document"),
    ("--- a\n--- b\n", 2, 1, "second document"),
    ("%TAG ! tag:example.org,2026:\n---\na: 1\n", 1, 1, "“%”"),
    ("%YAML 1.2\n%FOO\n---\na: 1\n", 2, 1, "“%”"),
    ("# c\n\n%YAML 2.0\n---\na: 1\n", 3, 1, "“%”"),
    ("? [a]\n: b\n", 1, 3, "name here is itself"),
    ("{a: 1}: b\n", 1, 1, "name here is itself"),
    ("a:\n\tb: 1\n", 2, 1, "tab"),
    ("a:\n  b: 1\n\tc: 2\n", 3, 1, "tab"),
    (f"a: {NAME}: b\n", 1, 11, "colon followed by a space"),
    (f'a: "{NAME}\nb: 1\n', 1, 4, "never closed"),
    (f"a: '{NAME}\nb: 1\n", 1, 4, "never closed"),
    ('a: "x\n---\n"\n', 1, 4, "not closed before"),
    (f"a: [{NAME}, b\nc: 1\n", 1, 4, "bracket opened here"),
    ("a: {b: 1\n", 1, 4, "bracket opened here"),
    ("a: [b,, c]\n", 1, 7, "between commas"),
    ("a: @b\n", 1, 4, "keeps for itself"),
    ("a: `b\n", 1, 4, "keeps for itself"),
    ("a: %b\n", 1, 4, "keeps for itself"),
    ("a: , b\n", 1, 4, "keeps for itself"),
    (f'a: "C:\\{NAME}"\n', 1, 7, "backslash"),
    ('a: "\\x4"\n', 1, 7, "backslash"),
    (f"a: 1\n{NAME}\n", 2, 1, "no colon"),
    ("a: - b\n", 1, 4, "own line"),
    (f"a: |{NAME}\n  b\n", 1, 5, "“|” or “>”"),
    (f"a: '{NAME}' b\n", 1, 14, "closes too early"),
    ("- - a\n  - b\n - c\n", 3, 2, "indentation is different"),
    ("", 1, 1, "empty"),
    ("# only a comment\n", 1, 1, "empty"),
    ("---\n...\n", 1, 1, "empty"),
    (" \n\n", 1, 1, "empty"),
]


@pytest.mark.parametrize(("text", "line", "column", "words"), CASES)
def test_it_is_refused_with_its_place_in_plain_words(
    text: str, line: int, column: int, words: str
) -> None:
    error = refused(text)
    first = error.problems[0]
    assert words in f"{first.message} {first.remedy}"
    assert (first.line, first.column) == (line, column)
    assert error.exit_code == 3
    assert str(error).startswith(f"case.yaml:{line}:{column}: ")
    assert first.remedy
    assert NAME not in str(error)


@pytest.mark.parametrize("text", [c[0] for c in CASES])
def test_the_slower_parser_refuses_it_too(text: str) -> None:
    with pytest.raises(ReadingRefused) as caught:
        read_without_c(text)
    assert NAME not in str(caught.value)


@pytest.mark.parametrize("text", ['a: "\\ud800"', 'a: "\\U00110000"', 'a: "\\UFFFFFFFF"'])
def test_codes_for_no_character_are_refused(text: str) -> None:
    assert refused(text).problems[0].line == 1
    with pytest.raises(ReadingRefused):
        read_without_c(text)


def test_parser_words_never_reach_a_person() -> None:
    for text, *_ in CASES:
        said = str(refused(text)).lower()
        for jargon in ("token", "scalar", "mapping", "flow", "stream", "scanning", "expected"):
            assert jargon not in said, text
