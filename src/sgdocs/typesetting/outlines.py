"""The face of ours that a PDF embeds for what people write in its fields."""

import itertools
import struct
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sgdocs.typesetting.fonts import face_files

__all__ = ["Face", "writing_face"]

# What a PDF needs of a TrueType file to draw glyphs by their numbers.
_KEPT = (b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep")
_ARGS_ARE_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80
_MAGIC = 0xB1B0AFBA
_SHAPELESS = frozenset({"Cc", "Cf", "Cn"})

Tables = dict[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Face:
    """A face cut down to the outlines of its letters; measures are thousandths of its size."""

    name: str
    file: bytes
    glyphs: Mapping[int, int]
    """The glyph of each character."""
    widths: tuple[int, ...]
    """The width of each glyph."""
    box: tuple[int, int, int, int]
    ascent: int
    descent: int

    def width(self, text: str) -> int:
        """Give the width of a text."""
        return sum(self.widths[self.glyphs[ord(letter)]] for letter in text)


@lru_cache(maxsize=1)
def writing_face() -> Face:
    """Give the upright face, with every letter it has."""
    path = face_files()["Regular"]
    return _cut(path.read_bytes(), f"SGDOCS+{path.stem}")


def _cut(data: bytes, name: str) -> Face:
    tables = dict(_tables(data))
    glyphs = dict(_character_map(tables[b"cmap"]))
    units: int = struct.unpack_from(">H", tables[b"head"], 18)[0]

    def scaled(value: int) -> int:
        return round(value * 1000 / units)

    ascent, descent = struct.unpack_from(">2h", tables[b"hhea"], 4)
    left, low, right, high = map(scaled, struct.unpack_from(">4h", tables[b"head"], 36))
    return Face(
        name=name,
        file=_file(_with_only(tables, {0, *glyphs.values()})),
        glyphs=glyphs,
        widths=tuple(map(scaled, _advances(tables))),
        box=(left, low, right, high),
        ascent=scaled(ascent),
        descent=scaled(descent),
    )


def _tables(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    (count,) = struct.unpack_from(">H", data, 4)
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        yield tag, data[offset : offset + length]


def _advances(tables: Tables) -> Iterator[int]:
    """Give the width of every glyph; the last one told holds for all after it."""
    (told,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    (count,) = struct.unpack_from(">H", tables[b"maxp"], 4)
    for glyph in range(count):
        yield struct.unpack_from(">H", tables[b"hmtx"], 4 * min(glyph, told - 1))[0]


def _character_map(table: bytes) -> Iterator[tuple[int, int]]:
    """Read the map of Unicode's first plane (format 4), which every font has."""
    (count,) = struct.unpack_from(">H", table, 2)
    starts = (struct.unpack_from(">L", table, 8 + 8 * number)[0] for number in range(count))
    start = next(at for at in starts if struct.unpack_from(">H", table, at) == (4,))
    segments = struct.unpack_from(">H", table, start + 6)[0] // 2
    lasts, firsts, shifts, offsets = (
        start + 14 + 2 * segments * part + (2 if part else 0) for part in range(4)
    )
    for number in range(segments):
        (last,), (first,), (shift,), (offset,) = (
            struct.unpack_from(">H", table, part + 2 * number)
            for part in (lasts, firsts, shifts, offsets)
        )
        for letter in range(first, last + 1):
            glyph = letter
            if offset:
                place = offsets + 2 * number + offset + 2 * (letter - first)
                (glyph,) = struct.unpack_from(">H", table, place)
            if glyph and unicodedata.category(chr(letter)) not in _SHAPELESS:
                yield letter, (glyph + shift) & 0xFFFF


def _with_only(tables: Tables, wanted: set[int]) -> Tables:
    """Empty the outlines of all other glyphs; each glyph keeps its number."""
    places, short = _places(tables)
    glyf = tables[b"glyf"]
    outlines = [glyf[a:b] for a, b in itertools.pairwise(places)]
    used = set(wanted)
    for glyph in wanted:
        used |= set(_parts(outlines, glyph))
    kept = [outline if glyph in used else b"" for glyph, outline in enumerate(outlines)]
    ends = [0]
    for outline in kept:
        ends.append(ends[-1] + len(outline))
    loca = struct.pack(
        f">{len(ends)}{'H' if short else 'L'}", *(e // 2 if short else e for e in ends)
    )
    changed = tables | {b"glyf": b"".join(kept), b"loca": loca}
    return {tag: changed[tag] for tag in _KEPT if tag in changed}


def _places(tables: Tables) -> tuple[list[int], bool]:
    short = struct.unpack_from(">h", tables[b"head"], 50) == (0,)
    loca = tables[b"loca"]
    if short:
        return [2 * place for place in struct.unpack(f">{len(loca) // 2}H", loca)], True
    return list(struct.unpack(f">{len(loca) // 4}L", loca)), False


def _parts(outlines: list[bytes], glyph: int) -> Iterator[int]:
    """Give the glyphs that one is put together from, such as a letter and its accent."""
    outline = outlines[glyph]
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return
    place, more = 10, True
    while more:
        flags, part = struct.unpack_from(">2H", outline, place)
        yield part
        yield from _parts(outlines, part)
        place += 4 + (4 if flags & _ARGS_ARE_WORDS else 2)
        place += (
            2 * bool(flags & _SCALE) + 4 * bool(flags & _TWO_SCALES) + 8 * bool(flags & _MATRIX)
        )
        more = bool(flags & _MORE)


def _file(tables: Tables) -> bytes:
    """Put tables together as a font file, with the sums that say it is whole."""
    tables[b"head"] = tables[b"head"][:8] + bytes(4) + tables[b"head"][12:]
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">L4H", 0x10000, count, 16 << power, power, 16 * count - (16 << power))
    place, listed, body = len(head) + 16 * count, b"", b""
    for tag, table in sorted(tables.items()):
        listed += struct.pack(">4s3L", tag, _sum(table), place + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    whole = head + listed + body
    at = place + sum(len(t) + -len(t) % 4 for tag, t in sorted(tables.items()) if tag < b"head") + 8
    adjusted = (_MAGIC - _sum(whole)) & 0xFFFFFFFF
    return whole[:at] + struct.pack(">L", adjusted) + whole[at + 4 :]


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
