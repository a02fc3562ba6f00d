"""Whether data can be written to a file and read back the same."""

from collections.abc import Iterator
from math import isfinite
from typing import Any

from sgdocs.findings import json_path
from sgdocs.opening.limits import DATA_CHARACTERS, DATA_DEPTH, DATA_VALUES
from sgdocs.reading.characters import REFUSED, describe
from sgdocs.reading.problems import ReadingRefused

__all__ = ["require_plain"]

_Steps = tuple[str | int, ...]
_LARGEST_WHOLE = 999_999_999
_LARGEST = 1e307
_IN_QUOTES = "Give it as text."


def require_plain(data: Any) -> None:
    """Refuse data that would not come back from a file as it went in."""
    for count, (value, steps) in enumerate(_parts(data, ())):
        if count >= DATA_VALUES:
            raise _refused("There is too much here for one file.", (), "Split it.")
        _require(value, steps)


def _parts(value: Any, steps: _Steps) -> Iterator[tuple[Any, _Steps]]:
    yield value, steps
    if len(steps) >= DATA_DEPTH and isinstance(value, (dict, list)):
        raise _refused(f"This is more than {DATA_DEPTH} levels deep.", (), "Make it flatter.")
    if isinstance(value, dict):
        for key, held in value.items():
            # A key is checked as text is, but a message names only the place that holds it.
            yield _as_key(key), steps
            yield from _parts(held, (*steps, key))
    elif isinstance(value, list):
        for number, held in enumerate(value):
            yield from _parts(held, (*steps, number))


def _as_key(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError("every key of plain data is a str")
    return key


def _require(value: Any, steps: _Steps) -> None:
    if isinstance(value, str):
        _require_text(value, steps)
    elif isinstance(value, float):
        if not (isfinite(value) and abs(value) < _LARGEST):
            raise _refused("This number is too large to write.", steps, _IN_QUOTES)
    elif isinstance(value, int):
        if abs(value) > _LARGEST_WHOLE:
            raise _refused("This number has more than nine digits.", steps, _IN_QUOTES)
    elif value is not None and not isinstance(value, (dict, list)):
        raise TypeError(f"{type(value).__name__} is not plain data")


def _require_text(text: str, steps: _Steps) -> None:
    if len(text) > DATA_CHARACTERS:
        raise _refused(
            "This text is too long.", steps, f"Keep it under {DATA_CHARACTERS:,} characters."
        )
    if found := REFUSED.search(text):
        message, remedy = describe(found[0])
        raise _refused(message, steps, remedy)


def _refused(message: str, steps: _Steps, remedy: str) -> ReadingRefused:
    return ReadingRefused(message, where=json_path(steps), remedy=remedy)
