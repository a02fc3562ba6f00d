"""What an unquoted word in a YAML file means: text, unless it is plainly something else."""

import re

__all__ = ["resolved"]

# A telephone or NHS number keeps its zeros and a clock time stays a time: only a short whole
# number without leading zeros is a number.
_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "false": False,
}
_NUMBER_STARTS = frozenset("-0123456789")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,8})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,307})\.[0-9]+")


def resolved(text: str) -> str | int | float | bool | None:
    """Give the meaning of an unquoted word."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _NUMBER_STARTS:
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
    return text
