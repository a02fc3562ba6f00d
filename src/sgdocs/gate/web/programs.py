"""Read the words in a program or a style: plain, with its escapes undone, its pieces joined."""

import re

from sgdocs.gate.blobs import look_into_packed
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Code, Manner

__all__ = ["read_program"]

_SCRIPT_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_STYLE_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_OCTAL = re.compile(r"\\([0-7]{3})")
_JOIN = re.compile(r"[\"'`]\s*(?:\+|,|\\\r?\n)?\s*[\"'`]")
_MAKES_TEXT = re.compile(
    r"fromCharCode|fromCodePoint|unescape\s*\(|\beval\s*\(|\batob\s*\(|decodeURI|\bFunction\s*\(|"
    r"\bimport\b|\bfetch\s*\(|XMLHttpRequest|\.reverse\s*\(|charCodeAt|@import|url\(\s*[\"']?http"
)


def read_program(text: str, channel: str, place: str, evidence: Evidence) -> None:
    """Hand on the words in a program; one that makes or fetches words itself is refused."""
    escape = _STYLE_ESCAPE if channel == "style" else _SCRIPT_ESCAPE
    plain = _OCTAL.sub(lambda m: chr(int(m[1], 8)), escape.sub(_letter, text))
    for reading in dict.fromkeys((text, plain, _JOIN.sub("", plain))):
        evidence.say(channel, place, reading, Manner.LABEL)
    if _MAKES_TEXT.search(plain):
        evidence.refuse(Code.PROGRAM, channel, place)
    look_into_packed(text, channel, place, evidence)


def _letter(match: re.Match[str]) -> str:
    digits = next(g for g in match.groups() if g)
    number = int(digits, 16)
    return chr(number) if number <= 0x10FFFF else ""
