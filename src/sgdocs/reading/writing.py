"""Plain data written as YAML or JSON that a person can read and that reads back the same."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from sgdocs.opening.limits import DATA_BYTES
from sgdocs.reading.plain import require_plain
from sgdocs.reading.problems import ReadingRefused

__all__ = ["block", "dump", "dump_json", "entry_lines", "flow", "item_lines"]

_STEP = 2
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Other programs that read YAML by its older rules take these for something other than text.
_MISREAD = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_MEANS_SOMETHING = re.compile(r":(?: |\Z)| #| \Z")
# YAML gives up looking for the colon after this many characters.
_LONGEST_PLAIN_KEY = 1000
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def dump(data: Any) -> str:
    """Write data as YAML: one entry a line, keys in their order, quotes only where needed."""
    require_plain(data)
    lines = block(data)[1] if isinstance(data, (dict, list)) and data else [flow(data)]
    return _fitting("\n".join([*lines, ""]))


def dump_json(data: Any) -> str:
    """Write data as JSON, indented by two."""
    require_plain(data)
    return _fitting(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def block(value: Any) -> tuple[str, list[str]]:
    """Give what stands on a value's own line, and the lines to indent beneath it."""
    if isinstance(value, dict) and value:
        return "", [line for key, held in value.items() for line in entry_lines(key, held)]
    if isinstance(value, list) and value:
        return "", [line for held in value for line in item_lines(held)]
    if isinstance(value, str) and _suits_lines(value):
        chomp = "" if value.endswith("\n") else "-"
        return f"|{chomp}", value.removesuffix("\n").split("\n")
    if isinstance(value, str) and _readable_plain(value):
        return value, []
    return flow(value), []


def flow(value: Any) -> str:
    """Write a value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(v) for v in value) + "]"
    return _scalar(value)


def entry_lines(key: str, value: Any, *, step: int = _STEP) -> Iterator[str]:
    """Write one named entry of a mapping."""
    name = key if _PLAIN_KEY.fullmatch(key) and key.lower() not in _MISREAD else _quoted(key)
    head, lines = block(value)
    if len(name) > _LONGEST_PLAIN_KEY:
        yield f"? {name}"
        name = ""
    yield f"{name}: {head}" if head else f"{name}:"
    yield from _indented(lines, step)


def item_lines(value: Any) -> Iterator[str]:
    """Write one item of a list."""
    head, lines = block(value)
    if isinstance(value, dict) and lines:
        head, *lines = lines
    yield f"- {head}" if head else "-"
    yield from _indented(lines, _STEP)


def _indented(lines: list[str], step: int) -> Iterator[str]:
    for line in lines:
        yield " " * step + line if line else line


def _suits_lines(text: str) -> bool:
    lines = text.removesuffix("\n").split("\n")
    return (
        "\n" in text
        and lines[0][:1] not in ("", " ")
        and bool(lines[-1])
        and all(line.isprintable() and (not line or not line.isspace()) for line in lines)
    )


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _decimal(value) if isinstance(value, float) else str(value)


def _readable_plain(text: str) -> bool:
    if _DATE.fullmatch(text):
        return True
    return (
        text[:1].isalpha()
        and text.isprintable()
        and text.lower() not in _MISREAD
        and not _MEANS_SOMETHING.search(text)
    )


def _quoted(text: str) -> str:
    return '"' + "".join(_escaped(c) for c in text) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _decimal(number: float) -> str:
    digits = format(Decimal(repr(number)), "f")
    return digits if "." in digits else f"{digits}.0"


def _fitting(text: str) -> str:
    if len(text.encode("utf-8")) > DATA_BYTES:
        message = f"This would make a file larger than {DATA_BYTES // 1_000_000} MB."
        raise ReadingRefused(message, remedy="Split it into several files.")
    return text
