"""Every value and every key knows its line and column, counted from 1."""

from typing import Any

import pytest
from hypothesis import given

from reading.asking import document, plain_data
from sgdocs.reading import Place, dump, dump_json

CASE = """\
# A case
case:
  reference: EX-1
  "quoted":   'two'
events:
  - event: notice
    date: 2026-04-02

  - {event: sent, to: [a, "b"]}
empty:
text: |
  one
last: café, c: d
"""

JSON = '{\n  "case": {"reference": "EX-1"},\n  "events": [\n    {"event": "é"}, [1, -2.5]\n  ]\n}'


@pytest.mark.parametrize(
    ("steps", "value", "key"),
    [
        ((), (2, 1), (2, 1)),
        (("case",), (3, 3), (2, 1)),
        (("case", "reference"), (3, 14), (3, 3)),
        (("case", "quoted"), (4, 15), (4, 3)),
        (("events",), (6, 3), (5, 1)),
        (("events", 0), (6, 5), (6, 5)),
        (("events", 0, "date"), (7, 11), (7, 5)),
        (("events", 1), (9, 5), (9, 5)),
        (("events", 1, "to"), (9, 23), (9, 19)),
        (("events", 1, "to", 1), (9, 27), (9, 27)),
        (("empty",), (10, 7), (10, 1)),
        (("text",), (11, 7), (11, 1)),
        (("last",), (13, 7), (13, 1)),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_yaml_places(
    steps: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int], line_end: str
) -> None:
    text = CASE.replace("last: café, c: d", "last: café").replace("\n", line_end)
    read = document(text)
    assert read.place(steps) == Place(*value)
    assert read.place(steps, key=True) == Place(*key)


@pytest.mark.parametrize(
    ("steps", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("case",), (2, 11), (2, 3)),
        (("case", "reference"), (2, 25), (2, 12)),
        (("events", 0, "event"), (4, 15), (4, 6)),
        (("events", 1), (4, 21), (4, 21)),
        (("events", 1, 1), (4, 25), (4, 25)),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_json_places(
    steps: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int], line_end: str
) -> None:
    read = document(JSON.replace("\n", line_end), "json")
    assert read.place(steps) == Place(*value)
    assert read.place(steps, key=True) == Place(*key)


@pytest.mark.parametrize(
    ("steps", "nearest"),
    [
        (("nowhere",), ()),
        (("case", "nowhere", 3, "x"), ("case",)),
        (("events", 9), ("events",)),
        (("events", -1), ("events",)),
        (("events", 0, "date", "x"), ("events", 0, "date")),
        (("events", "event"), ("events",)),
    ],
)
def test_a_missing_part_is_placed_at_the_nearest_part_above(
    steps: tuple[str | int, ...], nearest: tuple[str | int, ...]
) -> None:
    read = document(CASE.replace(", c: d", ""))
    assert read.place(steps) == read.place(nearest)
    assert read.place(steps, key=True) == read.place(nearest, key=True)


def _paths(data: Any, steps: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if not _holds(data):
        return [steps]
    inside = data.items() if isinstance(data, dict) else enumerate(data)
    return [steps, *(p for s, v in inside for p in _paths(v, (*steps, s)))]


def _holds(data: Any) -> bool:
    return isinstance(data, (dict, list))


@given(plain_data())
def test_places_of_written_data_are_in_reading_order_and_apart(data: Any) -> None:
    for read in (document(dump({"a": data})), document(dump_json({"a": data}), "json")):
        paths = _paths(read.data)
        places = [read.place(p) for p in paths]
        assert places == sorted(places)
        leaves = [read.place(p) for p in paths if not _holds(_at(read.data, p))]
        assert len(set(leaves)) == len(leaves)


def _at(data: Any, steps: tuple[str | int, ...]) -> Any:
    for step in steps:
        data = data[step]
    return data
