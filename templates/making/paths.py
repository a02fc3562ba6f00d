"""The place in a form that a field is for, as its source writes it."""

import re
from dataclasses import dataclass
from typing import Literal

__all__ = ["Step", "read_path"]

_PATH = re.compile(r"[a-z][a-z0-9_]*(?:\[(?:\d*|[a-z][a-z0-9_]*)\])*")
_PART = re.compile(r"\[(\d*)\]|\[([a-z]\w*)\]|([a-z]\w*)")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: a field, the row of a loop, an entry by number or by name."""

    kind: Literal["name", "row", "index", "entry"]
    word: str = ""


def read_path(path: str) -> tuple[Step, ...]:
    """Take a path apart; it has no steps where it is not one."""
    parts = path.split(".")
    if not all(map(_PATH.fullmatch, parts)):
        return ()
    return tuple(_step(found) for part in parts for found in _PART.finditer(part))


def _step(found: re.Match[str]) -> Step:
    number, entry, name = found.groups()
    if name:
        return Step("name", name)
    if entry:
        return Step("entry", entry)
    return Step("index", number) if number else Step("row")
