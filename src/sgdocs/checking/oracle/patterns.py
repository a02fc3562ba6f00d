"""A word of the form that a regular expression wants."""

import re
from functools import lru_cache
from re import _parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["word_for"]

_LETTERS = "abcdefghij0123456789ABCDEFGHIJ -_.:/@"


@lru_cache(maxsize=512)
def word_for(pattern: str, least: int = 0) -> str:
    """Give a word that fits a pattern, as near as can be made."""
    try:
        parsed = _parser.parse(pattern)
    except (re.error, OverflowError, RecursionError):  # another language's expression
        return "x" * max(least, 1)
    for more in range(4):
        word = "".join(_each(step, more) for step in parsed)
        if len(word) >= least:
            break
    return word


def _each(step: Any, more: int) -> str:
    kind, held = str(step[0]), step[1]
    if kind == "LITERAL":
        return chr(int(held))
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, inner = held
        once = "".join(_each(s, more) for s in inner)
        return once * min(max(int(least), more), int(most))
    if kind == "SUBPATTERN":
        return "".join(_each(s, more) for s in held[-1])
    if kind == "BRANCH":
        return "".join(_each(s, more) for s in held[1][0])
    if kind == "IN":
        return next((c for c in _LETTERS if _among(c, held)), "x")
    return {"NOT_LITERAL": "x" if held != ord("x") else "y", "ANY": "x"}.get(kind, "")


def _among(character: str, kinds: Any) -> bool:
    barred = str(kinds[0][0]) == "NEGATE"
    found = any(_is(character, step) for step in kinds)
    return found is not barred


def _is(character: str, step: Any) -> bool:
    kind, held = str(step[0]), step[1]
    if kind == "LITERAL":
        return bool(ord(character) == held)
    if kind == "RANGE":
        return bool(held[0] <= ord(character) <= held[1])
    name = str(held).rpartition("_")[2].lower() if kind == "CATEGORY" else ""
    tests = {"digit": str.isdigit, "space": str.isspace, "word": str.isalnum}
    return name in tests and tests[name](character) is not str(held).startswith("CATEGORY_NOT")
