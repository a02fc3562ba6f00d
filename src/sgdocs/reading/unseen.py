"""What an eye passes over in a text: invisible and lost characters, letters that look alike."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

__all__ = ["UNFIT", "unseen"]

UNFIT: Final = frozenset({"control-character", "turned-text"})
"""Rules whose breach no paper could be made with."""

# Soft hyphens, fillers, blanks, spaces of no width, line marks, old marks of direction, tags.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\u2800"
    "\u3164\ufeff\uffa0\ufff9-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001]"
    "|(?<!\U0001f3f4)(?<![\U000e0020-\U000e007f])[\U000e0020-\U000e007f]"
)
_LATIN, _LIKE_LATIN = "A-Za-z\u00c0-\u024f", "\u0370-\u03ff\u0400-\u052f"
# Persian, Indian and other scripts are spelt with joiners, and Japanese names with marks of
# variation; Latin words and figures are not.
_JOINED = re.compile(
    f"[{_LATIN}0-9][\u200c\u200d]|[\u200c\u200d][{_LATIN}0-9]"
    f"|[{_LATIN}][\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_MARK_OF_DIRECTION = re.compile("[\u200e\u200f\u061c]")
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")
_MORE_ALIKE = "\u0530-\u058f\u13a0-\u13ff\u2c80-\u2cff\ua4d0-\ua4ff\uab70-\uabbf"
_MIXED = re.compile(
    rf"[{_LATIN}]\w*[{_LIKE_LATIN}{_MORE_ALIKE}]|[{_LIKE_LATIN}{_MORE_ALIKE}]\w*[{_LATIN}]"
)
# A word of nothing but Cyrillic or Greek letters that have a Latin double.
_DOUBLES = (
    "\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bd\u03bf"
    "\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c-\u041e\u0420-\u0422\u0425\u0430\u0435\u043e"
    "\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u0501\u051b\u051d"
)
_DOUBLE_WORD = re.compile(rf"(?<!\w)[{_DOUBLES}]{{2,}}(?!\w)")
_LATIN_WORD = re.compile(f"[{_LATIN}]{{2}}")
# Letters of phonetics and mathematics, wide ones, and ones in circles.
_DRESSED = re.compile(
    "[\u0251\u0261\u1d00-\u1d2b\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9"
    "\U0001d400-\U0001d7ff\U0001f130-\U0001f149]"
)
# What stands for no character, what each computer shows as it likes, and what was lost on the way.
_LOST = re.compile(
    "[\ufffd\ufdd0-\ufdef\ue000-\uf8ff\U000f0000-\U0010ffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0xF0000, 0x10000))
    + "]"
)
_HEAPED = 6  # marks on one letter; Vietnamese and pointed Hebrew need three or four


def unseen(text: str) -> Iterator[tuple[str, str]]:
    """Give each rule that a text breaks, with what the text holds."""
    if not (text.isascii() and text.isprintable()):
        for rule, breaks, words in _RULES:
            if breaks(text):
                yield rule, words


def _invisible(text: str) -> bool:
    return bool(_INVISIBLE.search(text) or _JOINED.search(text)) or _turned_for_nothing(text)


def _turned_for_nothing(text: str) -> bool:
    """Find a mark of direction in a text that only runs one way."""
    return bool(_MARK_OF_DIRECTION.search(text)) and not any(
        unicodedata.bidirectional(c) in ("R", "AL") and c not in "\u200f\u061c" for c in text
    )


def _two_alphabets(text: str) -> bool:
    doubled = _DOUBLE_WORD.search(text) and _LATIN_WORD.search(text)
    return bool(doubled or _MIXED.search(text) or _DRESSED.search(text))


def _heaped(text: str) -> bool:
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) == "Mn" else 0
        if marks >= _HEAPED:
            return True
    return False


_RULES: tuple[tuple[str, Callable[[str], object], str], ...] = (
    ("control-character", _CONTROL.search, "an invisible control character"),
    (
        "turned-text",
        _TURNED.search,
        "an invisible character that turns the direction of the text round",
    ),
    (
        "invisible-character",
        _invisible,
        "an invisible character, so that a search would not find it",
    ),
    (
        "two-alphabets",
        _two_alphabets,
        "letters of two alphabets that look alike",
    ),
    (
        "lost-character",
        _LOST.search,
        "a character that was lost, or looks different on each computer",
    ),
    ("heaped-marks", _heaped, "more marks on one letter than any language writes"),
)
