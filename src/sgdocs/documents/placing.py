"""Where in a case a letter stands that no font has."""

from collections.abc import Iterator, Mapping
from typing import Any

from sgdocs.findings import json_path

__all__ = ["path_holding"]

Place = tuple[str | int, ...]


def path_holding(facts: Mapping[str, Any], letter: str) -> str:
    """Give the path of the first fact of the case that holds a letter, else of any fact."""
    for part in ("case", *facts):
        for place, text in _texts(facts.get(part), ()):
            if letter in text:
                return json_path(place) if part == "case" else f"{part}: {json_path(place)}"
    return "the wording"


def _texts(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _texts(part, (*place, key))
    elif isinstance(value, list | tuple):
        for number, part in enumerate(value):
            yield from _texts(part, (*place, number))
    elif isinstance(value, str):
        yield place, value
