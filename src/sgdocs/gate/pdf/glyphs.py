"""What the names of glyphs mean, and the codes of the common encodings."""

import re
import unicodedata
from functools import lru_cache

__all__ = ["ENCODINGS", "meaning"]

ENCODINGS = {
    "/WinAnsiEncoding": "cp1252",
    "/MacRomanEncoding": "mac_roman",
    "/StandardEncoding": "latin-1",
    "/PDFDocEncoding": "latin-1",
}

_NAMED = {
    "space": " ", "exclam": "!", "quotedbl": '"', "numbersign": "#", "dollar": "$",
    "percent": "%", "ampersand": "&", "quotesingle": "'", "parenleft": "(", "parenright": ")",
    "asterisk": "*", "plus": "+", "comma": ",", "hyphen": "-", "period": ".", "slash": "/",
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "colon": ":", "semicolon": ";", "less": "<",
    "equal": "=", "greater": ">", "question": "?", "at": "@", "bracketleft": "[",
    "backslash": "\\", "bracketright": "]", "underscore": "_", "grave": "`", "bar": "|",
    "quoteleft": "‘", "quoteright": "’", "quotedblleft": "“", "quotedblright": "”",
    "quotedblbase": "„", "quotesinglbase": "‚", "endash": "–", "emdash": "—", "bullet": "•",
    "ellipsis": "…", "sterling": "£", "Euro": "€", "degree": "°", "section": "§",
    "fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl", "germandbls": "ß", "ae": "æ",
    "AE": "Æ", "oe": "œ", "OE": "Œ", "oslash": "ø", "Oslash": "Ø", "lslash": "ł", "Lslash": "Ł",
    "dotlessi": "ı", "eth": "ð", "thorn": "þ", "nbspace": " ", "copyright": "©",
    "guillemotleft": "«", "guillemotright": "»", "minus": "-", "periodcentered": "·",
}  # fmt: skip
_MARKS = {
    "acute": "ACUTE", "grave": "GRAVE", "circumflex": "CIRCUMFLEX", "dieresis": "DIAERESIS",
    "tilde": "TILDE", "cedilla": "CEDILLA", "ring": "RING ABOVE", "caron": "CARON",
    "ogonek": "OGONEK", "macron": "MACRON", "breve": "BREVE", "dotaccent": "DOT ABOVE",
}  # fmt: skip
_NUMBERED = re.compile(r"(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))")


@lru_cache(maxsize=1024)
def meaning(name: str) -> str:
    """Give what a glyph's name stands for; nothing where it says nothing."""
    bare = name.lstrip("/").split(".", maxsplit=1)[0]
    if len(bare) == 1 and bare.isascii():
        return bare
    if bare in _NAMED:
        return _NAMED[bare]
    if match := _NUMBERED.fullmatch(bare):
        return chr(int(match[1] or match[2], 16))
    for ending, mark in _MARKS.items():
        if bare.endswith(ending) and len(bare) == len(ending) + 1:
            case = "SMALL" if bare[0].islower() else "CAPITAL"
            try:
                return unicodedata.lookup(f"LATIN {case} LETTER {bare[0].upper()} WITH {mark}")
            except KeyError:
                return ""
    return ""
