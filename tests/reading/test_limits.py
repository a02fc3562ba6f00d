"""Hostile files are refused soon and within bounds; files just inside the limits are read."""

import time
from collections.abc import Callable

import pytest

from reading.asking import read, read_without_c
from sgdocs.opening.limits import (
    DATA_BYTES,
    DATA_BYTES_WITHOUT_C,
    DATA_CHARACTERS,
    DATA_DEPTH,
    DATA_VALUES,
)
from sgdocs.reading import Kind, ReadingRefused, dump, dump_json, parse, read_file

_SECONDS = 10.0

HOSTILE: dict[str, Callable[[int], str]] = {
    "brackets": lambda n: "[" * n,
    "braces": lambda n: '{"a":' * (n // 5),
    "flow mappings": lambda n: "{a: " * (n // 4),
    "dashes": lambda n: "- " * (n // 2),
    "questions": lambda n: "? " * (n // 2),
    "colons": lambda n: ": " * (n // 2),
    "words and colons": lambda n: "a: " * (n // 3),
    "words with colons": lambda n: "a:" * (n // 2),
    "open quote": lambda n: '"' + "a" * (n - 1),
    "backslashes": lambda n: '"' + "\\" * (n - 1),
    "single quotes": lambda n: "'" * n,
    "items": lambda n: "- a\n" * (n // 4),
    "empty lists": lambda n: "[" + "[]," * (n // 3 - 1) + "[]]",
    "duplicates": lambda n: "a: 1\n" * (n // 5),
    "json duplicates": lambda n: "{" + '"a": 1,' * (n // 7 - 1) + '"a": 1}',
    "anchors": lambda n: "- &a b\n" * (n // 7),
    "aliases": lambda n: "*a " * (n // 3),
    "tags": lambda n: "!" * n,
    "documents": lambda n: "---\n" * (n // 4),
    "instructions": lambda n: "%YAML 1.2\n" * (n // 10),
    "comments": lambda n: "#" * n,
    "blank lines": lambda n: "\n" * n,
    "tabs": lambda n: "\t" * n,
    "indented ever deeper": lambda n: "".join(
        " " * i + "a:\n" for i in range(int((2 * n) ** 0.5) - 5)
    ),
    "long block": lambda n: "a: |\n" + "  x\n" * (n // 4 - 2),
    "bad escapes": lambda n: '["' + "\\u202e" * (n // 6 - 1) + '"]',
    "bad characters": lambda n: "\x07" * n,
    "numbers": lambda n: "[" + "1" * (n - 2) + "]",
}


@pytest.mark.parametrize("kind", ["yaml", "json"])
@pytest.mark.parametrize("name", HOSTILE)
def test_five_megabytes_of_it_are_refused_soon(name: str, kind: Kind) -> None:
    text = HOSTILE[name](DATA_BYTES)
    began = time.perf_counter()
    with pytest.raises(ReadingRefused):
        parse(text, name="case", kind=kind)
    assert time.perf_counter() - began < _SECONDS


@pytest.mark.parametrize("name", ["brackets", "dashes", "colons", "open quote", "duplicates"])
def test_the_slower_parser_is_bounded_too(name: str) -> None:
    began = time.perf_counter()
    with pytest.raises(ReadingRefused):
        read_without_c(HOSTILE[name](DATA_BYTES_WITHOUT_C))
    assert time.perf_counter() - began < _SECONDS


def test_the_slower_parser_takes_smaller_files_only() -> None:
    with pytest.raises(ReadingRefused, match="slower YAML reader"):
        read_without_c("a: 1\n" + "#" * DATA_BYTES_WITHOUT_C)


@pytest.mark.parametrize("kind", ["yaml", "json"])
def test_more_than_five_megabytes_are_refused(tmp_path, kind: Kind) -> None:
    path = tmp_path / f"case.{kind}"
    path.write_bytes(b"[]" + b" " * (DATA_BYTES - 1))
    with pytest.raises(ReadingRefused, match="larger than 5 MB"):
        read_file(path)
    path.write_bytes(b"[]" + b" " * (DATA_BYTES - 2))
    assert read_file(path).data == []


def test_size_is_counted_in_bytes() -> None:
    with pytest.raises(ReadingRefused, match="larger than 5 MB"):
        read("# " + "é" * (DATA_BYTES // 2))


@pytest.mark.parametrize("kind", ["yaml", "json"])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a": ', "}")])
def test_depth_is_allowed_to_the_limit_and_no_further(
    kind: Kind, opening: str, closing: str
) -> None:
    inside = "1" if "a" in opening else ""
    deepest = opening * DATA_DEPTH + inside + closing * DATA_DEPTH
    assert parse(deepest, name="case", kind=kind).place(())
    with pytest.raises(ReadingRefused, match="levels deep"):
        read(opening + deepest + closing, kind)


@pytest.mark.parametrize("kind", ["yaml", "json"])
def test_values_are_allowed_to_the_limit_and_no_further(kind: Kind) -> None:
    most = "[" + "[], " * (DATA_VALUES - 2) + "[]]"
    assert len(read(most, kind)) == DATA_VALUES - 1
    with pytest.raises(ReadingRefused, match="200,000 values"):
        read("[[], " + most[1:], kind)


@pytest.mark.parametrize("kind", ["yaml", "json"])
def test_one_text_is_allowed_to_the_limit_and_no_further(kind: Kind) -> None:
    assert read('["' + "a" * DATA_CHARACTERS + '"]', kind) == ["a" * DATA_CHARACTERS]
    with pytest.raises(ReadingRefused, match="too long"):
        read('["a' + "a" * DATA_CHARACTERS + '"]', kind)


def test_what_could_not_be_read_is_not_written() -> None:
    deep: list[object] = []
    for _ in range(DATA_DEPTH - 1):
        deep = [deep]
    for write, kind in ((dump, "yaml"), (dump_json, "json")):
        assert read(write(deep), kind) == deep
        for data in (
            [deep],
            "a" * (DATA_CHARACTERS + 1),
            [0] * DATA_VALUES,
            ["a" * DATA_CHARACTERS] * 26,
        ):
            with pytest.raises(ReadingRefused):
                write(data)
