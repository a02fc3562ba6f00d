"""What is written reads back the same, and reads well."""

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given

from reading.asking import plain_data, read, read_without_c, shown, text_values
from sgdocs.reading import ReadingRefused, dump, dump_json
from sgdocs.reading.jsonfile import read_json


def test_it_reads_like_a_file_a_person_wrote() -> None:
    data = {
        "case": {"reference": "EX-1", "opened": "2026-04-02", "panel": None, "closed": False},
        "phone": "01632 960001",
        "nhs": "9990000018",
        "answer": "NO",
        "time": "16:30",
        "count": 3,
        "share": 0.5,
        "note": "First line.\nSecond: “quoted” # not a comment\n",
        "agencies": [{"name": "Northbridge Council, children’s services", "roles": ["lead"]}, []],
        "none": [],
        "nobody": {},
    }
    assert dump(data) == (
        "case:\n"
        "  reference: EX-1\n"
        "  opened: 2026-04-02\n"
        "  panel: null\n"
        "  closed: false\n"
        'phone: "01632 960001"\n'
        'nhs: "9990000018"\n'
        'answer: "NO"\n'
        'time: "16:30"\n'
        "count: 3\n"
        "share: 0.5\n"
        "note: |\n"
        "  First line.\n"
        "  Second: “quoted” # not a comment\n"
        "agencies:\n"
        "  - name: Northbridge Council, children’s services\n"
        "    roles:\n"
        "      - lead\n"
        "  - []\n"
        "none: []\n"
        "nobody: {}\n"
    )


@given(plain_data())
def test_yaml_reads_back_the_same(data: Any) -> None:
    written = dump(data)
    assert shown(read(written)) == shown(data)
    assert shown(read(written.replace("\n", "\r\n"))) == shown(data)


@given(plain_data())
def test_yaml_reads_back_the_same_without_the_c_parser(data: Any) -> None:
    assert shown(read_without_c(dump(data))) == shown(data)


@given(plain_data())
def test_json_reads_back_the_same(data: Any) -> None:
    written = dump_json(data)
    assert shown(read(written, "json")) == shown(data)
    assert shown(read_json(written, "case.json")[0]) == shown(data)


@given(text_values())
def test_other_programs_take_our_text_for_text(text: str) -> None:
    read_elsewhere = yaml.safe_load(dump({"a": text}))["a"]
    assert read_elsewhere == text or isinstance(read_elsewhere, date)


@pytest.mark.parametrize("length", [500, 1000, 1030, 5000])
def test_long_names_read_back(length: int) -> None:
    data = [{"a" * length: {"b": [1]}, '"' * length: "x\ny", "c": 1}]
    assert read(dump(data)) == data


@pytest.mark.parametrize("number", [1e16, 1e300, 1e-300, -0.0, 0.1, 1.5, 123456789012.25])
def test_numbers_keep_their_value(number: float) -> None:
    for text, kind in ((dump([number]), "yaml"), (dump_json([number]), "json")):
        assert shown(read(text, kind)) == shown([number])


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (10**9, "nine digits"),
        (float("inf"), "too large"),
        (float("nan"), "too large"),
        ("Zebedee\x07", "control"),
        ("Zebedee\ud800", "half of a character"),
        ("Zebedee\u202e", "direction"),
        ("Zebedee\uffff", "no character"),
    ],
)
@pytest.mark.parametrize("write", [dump, dump_json])
def test_what_would_not_read_back_is_refused_by_its_place(write, value: Any, words: str) -> None:
    with pytest.raises(ReadingRefused, match=words) as caught:
        write({"children": [{"name": value}]})
    assert caught.value.where == "$.children[0].name"
    assert "Zebedee" not in str(caught.value)


def test_a_bad_key_is_refused_at_what_holds_it() -> None:
    with pytest.raises(ReadingRefused) as caught:
        dump({"a": {"Zebedee\x07": 1}})
    assert caught.value.where == "$.a"
    assert "Zebedee" not in str(caught.value)


@pytest.mark.parametrize("value", [date(2026, 4, 2), ("a",), {1: 2}, b"a", object()])
def test_only_plain_data_is_written(value: Any) -> None:
    with pytest.raises(TypeError):
        dump([value])
