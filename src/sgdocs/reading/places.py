"""Where in a file each value and each key stands, by line and column counted from 1."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["LINE_END", "Place", "Spot", "line_starts", "nearest", "place_at", "spots"]

LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line and a column, as an editor counts them."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value starts, where its key starts, and the same for all that is inside it."""

    start: int
    key: int
    inside: Mapping[str | int, "Spot"]


def line_starts(text: str) -> list[int]:
    """Find the offset at which each line starts."""
    return [0, *(m.end() for m in LINE_END.finditer(text))]


def place_at(offset: int, starts: Sequence[int]) -> Place:
    """Turn an offset into a line and column."""
    line = bisect_right(starts, offset)
    return Place(line, offset - starts[line - 1] + 1)


def spots(data: Any, starts: Sequence[int]) -> Spot:
    """Lay the offsets, which are in reading order, over the data they belong to."""
    offsets = iter(starts)
    return _spot(data, -1, offsets)


def nearest(root: Spot, steps: Sequence[str | int]) -> Spot:
    """Follow the steps as far as they lead."""
    spot = root
    for step in steps:
        if step not in spot.inside:
            break
        spot = spot.inside[step]
    return spot


def _spot(value: Any, key: int, offsets: Iterator[int]) -> Spot:
    start = next(offsets)
    inside: dict[str | int, Spot] = {}
    if isinstance(value, dict):
        for name, held in value.items():
            inside[name] = _spot(held, next(offsets), offsets)
    elif isinstance(value, list):
        for number, held in enumerate(value):
            inside[number] = _spot(held, -1, offsets)
    return Spot(start, key if key >= 0 else start, inside)
