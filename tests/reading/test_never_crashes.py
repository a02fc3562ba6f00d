"""Whatever the bytes, reading gives plain data or one of our refusals, and nothing else."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reading.asking import shown
from sgdocs.reading import Kind, ReadingRefused, dump, dump_json, parse
from sgdocs.reading.jsonfile import read_json
from sgdocs.reading.jsonquick import IN_DOUBT, read_json_quickly
from sgdocs.reading.yamlfile import read_yaml

_PIECES = [
    *"{}[],:?-&*!|>'\"%@`#~= \n\t\r\\.0123456789abcdef\ufeff\u2028\x07é",
    *("- ", ": ", "? ", "a: ", "<<: *a", "&a ", "*a", "!!str ", "---\n", "...\n", "%YAML 1.2\n"),
    *(
        "|+\n",
        ">-\n",
        "\\u",
        "\\x4",
        "\\ud800",
        "null",
        "true",
        "NaN",
        "1e999",
        '"a"',
        "\r\n",
        "  ",
    ),
]


def _soup() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)


def _is_plain(data: Any) -> bool:
    if type(data) is dict:
        return all(type(k) is str and _is_plain(v) for k, v in data.items())
    if type(data) is list:
        return all(map(_is_plain, data))
    return data is None or type(data) in (str, int, float, bool)


def _try(text: bytes | str, kind: Kind) -> None:
    try:
        document = parse(text, name="case", kind=kind)
    except ReadingRefused as error:
        refusal = error
    else:
        assert _is_plain(document.data)
        assert document.place((), key=True).line >= 1
        return
    assert refusal.problems
    assert str(refusal).startswith("case:")


@given(st.binary(max_size=300), st.sampled_from(["yaml", "json"]))
def test_any_bytes(data: bytes, kind: Kind) -> None:
    _try(data, kind)


@given(st.text(max_size=200), st.sampled_from(["yaml", "json"]))
def test_any_text(text: str, kind: Kind) -> None:
    _try(text, kind)


@given(_soup(), st.sampled_from(["yaml", "json"]))
def test_any_mixture_of_marks(text: str, kind: Kind) -> None:
    _try(text, kind)


@given(_soup())
def test_any_mixture_of_marks_without_the_c_parser(text: str) -> None:
    try:
        data, starts = read_yaml(text, "case", parser=yaml.BaseLoader)
    except ReadingRefused:
        return
    assert _is_plain(data)
    assert starts


@given(_soup())
def test_the_quick_way_through_json_agrees_with_the_careful_one(text: str) -> None:
    quick = read_json_quickly(text)
    if quick is IN_DOUBT:
        return
    assert shown(quick) == shown(read_json(text, "case")[0])


@given(_soup(), st.sampled_from(["yaml", "json"]))
def test_what_was_taken_in_is_written_out_and_taken_in_again_the_same(
    text: str, kind: Kind
) -> None:
    try:
        document = parse(text, name="case", kind=kind)
    except ReadingRefused:
        return
    assert document.text == text.removeprefix("\ufeff")
    for write, way in ((dump, "yaml"), (dump_json, "json")):
        again = parse(write(document.data), name="case", kind=way)
        assert shown(again.data) == shown(document.data)


@pytest.mark.parametrize("text", ['{"a": [1, -2.5e3, true, null, "b\\n"]}', "[]", "0", '"a"'])
def test_the_quick_way_is_taken_when_nothing_is_wrong(text: str) -> None:
    assert read_json_quickly(text) is not IN_DOUBT
