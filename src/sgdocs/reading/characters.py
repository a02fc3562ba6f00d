"""Bytes into text, and the invisible characters that no case file, letter or form can carry."""

import re
from collections.abc import Iterator
from unicodedata import category

from sgdocs.opening.limits import PROBLEMS
from sgdocs.reading.places import line_starts, place_at
from sgdocs.reading.problems import Problem, refusal

__all__ = ["BOM", "REFUSED", "decoded", "describe", "spoken", "unwanted"]

BOM = "\ufeff"

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_HALF = "\ud800-\udfff"
_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_NONCHARACTER = "\ufffe\uffff"
# YAML counts these three as line ends or skips them, so the text would not be what was typed.
_YAML_LAYOUT = "\u2028\u2029\ufeff"

REFUSED = re.compile(f"[{_CONTROL}{_HALF}{_DIRECTION}{_NONCHARACTER}]")
_REFUSED_IN_YAML = re.compile(f"[{_CONTROL}{_HALF}{_DIRECTION}{_NONCHARACTER}{_YAML_LAYOUT}]")

_DIRECTION_WORDS = (
    "There is an invisible character here that turns the direction of the text round."
)
_LAYOUT_WORDS = "There is an invisible line or page mark here."
_WORDS = {
    "Cc": "There is an invisible control character here.",
    "Cs": "There is half of a character here; its other half is missing.",
    "Cn": "There is a code here that stands for no character.",
    "Cf": _DIRECTION_WORDS,
    "Zl": _LAYOUT_WORDS,
    "Zp": _LAYOUT_WORDS,
}
_RETYPE = "Delete it, or type the words around it again."

_SAVE_AS_UTF8 = "Save as UTF-8: in Notepad choose Save as, then UTF-8 beside Encoding."
_WIDE_STARTS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def decoded(data: bytes, name: str) -> str:
    """Turn the bytes of a file into text, refusing any coding but UTF-8."""
    if data.startswith(_WIDE_STARTS) or data[:2].count(0) == 1:
        raise refusal(name, [Problem(1, 1, "This file is saved as UTF-16.", _SAVE_AS_UTF8)])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise refusal(name, [_not_utf8(data[: error.start].decode("utf-8"))]) from None


def describe(character: str) -> tuple[str, str]:
    """Say what is wrong with a character, and what to do, without printing it."""
    return _LAYOUT_WORDS if character == BOM else _WORDS[category(character)], _RETYPE


def unwanted(body: str, *, yaml: bool) -> list[Problem]:
    """List the first characters in the text of a file that it may not hold."""
    found = (_REFUSED_IN_YAML if yaml else REFUSED).search(body)
    return list(_each(body, yaml=yaml)) if found else []


def spoken(name: str) -> str:
    """Make a file's name safe to print: a name may hold line ends and terminal codes."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else "?" for c in name)


def _each(body: str, *, yaml: bool) -> Iterator[Problem]:
    starts = line_starts(body)
    pattern = _REFUSED_IN_YAML if yaml else REFUSED
    for found, _ in zip(pattern.finditer(body), range(PROBLEMS), strict=False):
        place = place_at(found.start(), starts)
        yield Problem(place.line, place.column, *describe(found[0]))


def _not_utf8(before: str) -> Problem:
    place = place_at(len(before), line_starts(before))
    return Problem(place.line, place.column, "This file is not saved as UTF-8.", _SAVE_AS_UTF8)
