"""Mask every word of a report, wherever it stands, and say what is still to be decided."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sgdocs.findings import json_path

__all__ = ["Masked", "Open", "masked"]

Mask = Callable[[str], tuple[str, Sequence[str]]]
"""Gives a text with its masks, and the reasons for which somebody still has to decide."""

_PLAIN = frozenset({"id", "approved_on"})
"""Keys whose values are no words: they are not printed, or are days of the office."""


@dataclass(frozen=True, slots=True)
class Open:
    """A place in the report about which somebody has to decide, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Masked:
    """A report in masked words, and what is open in it."""

    report: Mapping[str, Any]
    open: tuple[Open, ...]


def masked(report: Mapping[str, Any], mask: Mask, place: str = "report") -> Masked:
    """Give the report with every text of it masked."""
    found: list[Open] = []
    whole = _value(report, (place,), mask, found)
    return Masked(whole, tuple(dict.fromkeys(found)))


def _value(value: Any, steps: tuple[str | int, ...], mask: Mask, found: list[Open]) -> Any:
    if isinstance(value, Mapping):
        return {
            key: inner if key in _PLAIN else _value(inner, (*steps, key), mask, found)
            for key, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [_value(inner, (*steps, n), mask, found) for n, inner in enumerate(value)]
    if not isinstance(value, str):
        return value
    text, reasons = mask(value)
    found += [Open(json_path(steps), reason) for reason in reasons]
    return text
