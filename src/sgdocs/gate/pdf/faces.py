"""A typeface on a page: which letters its codes stand for, and whether to believe it."""

import struct
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from sgdocs.gate.pdf.cmaps import letters_of
from sgdocs.gate.pdf.glyphs import ENCODINGS, meaning
from sgdocs.gate.pdf.streams import Undecodable, unpacked

__all__ = ["Face", "face_of"]

_UNREAL = frozenset(map(chr, {*range(32), 0xFFFD, 0xFFFE, 0xFFFF} - set(b"\t\n\r")))
"""What no glyph means: a letter said to be one of these would be passed over."""
_NARROW, _WIDE = "ijl", "mwMW"
_MANY = 3
_PAIRS = struct.unpack


@dataclass(slots=True)
class Face:
    """One typeface as it is used on a page."""

    letters: Mapping[int, str]
    widths: Mapping[int, float]
    wide: bool
    """Whether a code is two bytes."""
    otherwise: float
    """How wide a glyph is that has no width of its own."""
    encoded: Mapping[int, str] = field(default_factory=dict)
    """What the codes stand for by the encoding, where that is said as well."""
    scale: float = 0.001
    used: set[int] = field(default_factory=set)
    _shown: dict[int, str] = field(default_factory=dict)
    _broad: dict[int, float] = field(default_factory=dict)

    def read(self, raw: bytes) -> tuple[str, float, int]:
        """Give the text of a string, its width in parts of the type size, and how many glyphs."""
        numbers = _PAIRS(f">{len(raw) // 2}H", raw[: len(raw) // 2 * 2]) if self.wide else raw
        new = set(numbers) - self.used
        if new:
            self._meet(new)
        text = "".join(map(self._shown.__getitem__, numbers))
        return text, sum(map(self._broad.__getitem__, numbers)) * self.scale, len(numbers)

    def _meet(self, codes: set[int]) -> None:
        """Look up each code once."""
        self.used |= codes
        self._shown.update((n, self.letters.get(n, "\ufffd")) for n in codes)
        self._broad.update((n, self.widths.get(n, self.otherwise)) for n in codes)

    def doubts(self) -> Iterator[str]:
        """Give what makes the letters of this typeface hard to believe."""
        shown = {n: self.letters.get(n, "") for n in self.used}
        if any(not text or set(text) & _UNREAL or _private(text) for text in shown.values()):
            yield "letters missing"
        if any(n in self.encoded and _differ(self.encoded[n], t) for n, t in shown.items()):
            yield "letters differ"
        letters = [t for t in shown.values() if t.isalpha()]
        if any(letters.count(t) >= _MANY for t in set(letters)):
            yield "one letter for many glyphs"
        if self._out_of_proportion(shown):
            yield "widths differ"

    def _out_of_proportion(self, shown: Mapping[int, str]) -> bool:
        """Say whether what should be narrow is wide: an i that is as wide as an m."""
        narrow = [
            self.widths[n] for n, t in shown.items() if t and t in _NARROW and n in self.widths
        ]
        wide = [self.widths[n] for n, t in shown.items() if t and t in _WIDE and n in self.widths]
        every = {w for n, w in self.widths.items() if n in self.used}
        return bool(narrow and wide) and len(every) > 1 and max(narrow) > min(wide)


def face_of(font: Any) -> Face:
    """Read a typeface."""
    composite = str(font.get("/Subtype", "")) == "/Type0"
    letters, encoded = _to_unicode(font), {} if composite else _encoded(font)
    widths, usual = _composite_widths(font) if composite else _simple_widths(font)
    scale = 0.001
    if str(font.get("/Subtype", "")) == "/Type3":
        scale = abs(float(font.get("/FontMatrix", [0.001])[0]))
    return Face(
        letters if letters is not None else encoded,
        widths,
        composite,
        usual,
        encoded if letters is not None else {},
        scale,
    )


def _to_unicode(font: Any) -> dict[int, str] | None:
    table = font.get("/ToUnicode")
    if not isinstance(table, pikepdf.Stream):
        return None
    try:
        return letters_of(unpacked(table))
    except Undecodable:
        return {}


def _encoded(font: Any) -> dict[int, str]:
    """Give the letters a simple typeface's encoding names; none for one with signs of its own."""
    given = font.get("/Encoding")
    base: Any = given
    differences: Any = ()
    if isinstance(given, pikepdf.Dictionary):
        base, differences = given.get("/BaseEncoding"), given.get("/Differences", ())
    codec = ENCODINGS.get(str(base)) if base is not None else _by_default(font)
    found = {}
    if codec:
        found = {n: bytes([n]).decode(codec, "replace") for n in range(32, 256)}
    code = 0
    for each in differences:
        if isinstance(each, pikepdf.Name):
            found[code] = meaning(str(each))
            code += 1
        else:
            code = int(each)
    return found


def _by_default(font: Any) -> str:
    """Take the plain encoding for a typeface of letters that carries no signs of its own."""
    described = font.get("/FontDescriptor")
    name = str(font.get("/BaseFont", ""))
    symbols = any(word in name for word in ("Symbol", "Dingbats", "Wingdings"))
    if described is None:
        return "" if symbols or str(font.get("/Subtype")) == "/Type3" else "latin-1"
    return "" if int(described.get("/Flags", 4)) & 4 else "latin-1"


def _simple_widths(font: Any) -> tuple[dict[int, float], float]:
    first = int(font.get("/FirstChar", 0))
    given = font.get("/Widths", ())
    return {first + i: float(w) for i, w in enumerate(given)}, 500.0


def _composite_widths(font: Any) -> tuple[dict[int, float], float]:
    inner: Any = font.get("/DescendantFonts", [{}])[0]
    found: dict[int, float] = {}
    entries = list(inner.get("/W", ()))
    at = 0
    while at + 1 < len(entries):
        first, second = int(entries[at]), entries[at + 1]
        if isinstance(second, pikepdf.Array):
            found.update({first + i: float(w) for i, w in enumerate(second)})
            at += 2
        elif at + 2 < len(entries):
            last = min(int(second), first + 65535)
            found.update(dict.fromkeys(range(first, last + 1), float(entries[at + 2])))
            at += 3
        else:
            break
    return found, float(inner.get("/DW", 1000))


def _private(text: str) -> bool:
    odd = (c for c in text if 0xE000 <= ord(c) <= 0xF8FF or 0x7F <= ord(c) <= 0x9F)
    return any(not 0xF020 <= ord(c) <= 0xF0FF for c in odd)


def _differ(one: str, other: str) -> bool:
    """Say whether two readings of a glyph are different letters."""
    if not one or not (one.isalnum() or other.isalnum()):
        return False
    return _simple(one) != _simple(other)


def _simple(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
