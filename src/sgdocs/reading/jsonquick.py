"""The quick way through a JSON text with nothing wrong in it; any doubt is left to the slow way."""

import json
import re
from typing import Any, Final

from sgdocs.opening.limits import DATA_CHARACTERS, DATA_DEPTH, DATA_VALUES

__all__ = ["IN_DOUBT", "read_json_quickly"]

IN_DOUBT: Final = object()

_WORRYING_ESCAPE = re.compile(r"\\[ubf]")


class _DoubtError(Exception):
    """Something that the slow way must look at and put a place to."""


def read_json_quickly(body: str) -> Any:
    """Give the data, or IN_DOUBT when anything could be wrong with the text."""
    if len(body) > DATA_CHARACTERS or _WORRYING_ESCAPE.search(body):
        return IN_DOUBT
    if sum(map(body.count, ",:[{")) >= DATA_VALUES:
        return IN_DOUBT
    decoder = json.JSONDecoder(
        object_pairs_hook=_without_duplicates,
        parse_int=_short,
        parse_float=_finite,
        parse_constant=_doubt,
    )
    try:
        data = decoder.decode(body)
    except (_DoubtError, json.JSONDecodeError, RecursionError):
        return IN_DOUBT
    return data if _shallow(data) else IN_DOUBT


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    return held if len(held) == len(pairs) else _doubt("")


def _short(digits: str) -> int:
    return int(digits) if len(digits.lstrip("-")) <= 9 else _doubt("")


def _finite(digits: str) -> float:
    number = float(digits)
    return number if number - number == 0 else _doubt("")


def _doubt(_: str) -> Any:
    raise _DoubtError


def _shallow(data: Any) -> bool:
    level = [data] if isinstance(data, (dict, list)) else []
    for _ in range(DATA_DEPTH):
        level = [
            v
            for held in level
            for v in (held.values() if isinstance(held, dict) else held)
            if isinstance(v, (dict, list))
        ]
        if not level:
            return True
    return False
