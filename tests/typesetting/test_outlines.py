"""The face of fields: whole, small, and the same letters and widths as the font it is cut from."""

import struct
import zlib
from itertools import pairwise

from sgdocs.typesetting import face_files, writing_face
from sgdocs.typesetting.fonts import characters_of

SHAPELESS = {0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xFEFF, 0x00AD}


def tables() -> dict[bytes, tuple[int, bytes]]:
    data = writing_face().file
    (count,) = struct.unpack_from(">H", data, 4)
    found = {}
    for number in range(count):
        tag, total, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        found[tag] = (total, data[offset : offset + length])
    return found


def sum_of(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    return sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF


def test_it_has_every_letter_of_the_font() -> None:
    there = characters_of(face_files()["Regular"])
    missing = there - set(writing_face().glyphs)
    assert missing <= SHAPELESS | set(range(0x20)) | {c for c in missing if c > 0xFFFF}
    assert {ord(c) for c in "ŵŷąęłżơưữЖЯΩ€’“”–"} <= set(writing_face().glyphs)


def test_its_tables_are_whole_and_sum_up() -> None:
    found = tables()
    assert {b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"} <= found.keys()
    for tag, (total, table) in found.items():
        plain = table[:8] + bytes(4) + table[12:] if tag == b"head" else table
        assert total == sum_of(plain), tag
    assert sum_of(writing_face().file) == 0xB1B0AFBA


def test_each_outline_is_that_of_the_font_and_small() -> None:
    face, found = writing_face(), tables()
    places = struct.unpack(f">{len(found[b'loca'][1]) // 4}L", found[b"loca"][1])
    glyf = found[b"glyf"][1]
    assert places[-1] == len(glyf)
    assert all(a <= b for a, b in pairwise(places))
    for letter in "aZé":
        glyph = face.glyphs[ord(letter)]
        assert places[glyph + 1] > places[glyph]
    assert len(zlib.compress(face.file)) < 70_000


def test_widths_are_thousandths_of_the_size() -> None:
    face = writing_face()
    assert face.width("") == 0
    assert face.width("ii") < face.width("mm") == 2 * face.width("m")
    assert 200 < face.width("n") < 700
