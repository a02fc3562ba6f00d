"""The typeface of fields: what is written in them can be Welsh, Polish, Vietnamese or Greek."""

import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from sgdocs.typesetting import Face, writing_face

__all__ = ["FONT", "font_of", "letters_in"]

FONT = Name("/Writing")
_SYMBOLIC = 4
_AT_ONCE = 100  # entries in one block of a map; the standard allows no more
_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{entries}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def font_of(pdf: Pdf) -> Object:
    """Embed the face with all its letters: a reader shows with it what is typed.

    It is told glyph by glyph (Type0), since a simple font has room for Western letters only.
    """
    return pdf.copy_foreign(_made().Root.Font)


@lru_cache(maxsize=1)
def _made() -> Pdf:
    """Put the font together once, in a file of its own."""
    pdf, face = Pdf.new(), writing_face()
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{face.name}"),
        Flags=_SYMBOLIC,
        FontBBox=Array(face.box),
        ItalicAngle=0,
        Ascent=face.ascent,
        Descent=face.descent,
        CapHeight=660,
        StemV=84,
        FontFile2=_packed(pdf, face.file, Length1=len(face.file)),
    )
    glyphs = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(f"/{face.name}"),
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
        CIDToGIDMap=Name.Identity,
        W=pdf.make_indirect(Object.parse(_widths())),
        FontDescriptor=pdf.make_indirect(descriptor),
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name(f"/{face.name}"),
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(glyphs)]),
        ToUnicode=_packed(pdf, _map()),
    )
    pdf.Root.Font = pdf.make_indirect(font)
    return pdf


def _packed(pdf: Pdf, content: bytes, **about: Any) -> Stream:
    packed = Stream(pdf, zlib.compress(content, 9), **about)
    packed.Filter = Name.FlateDecode
    return packed


def letters_in(text: str, face: Face) -> bytes:
    """Write a text as the numbers of its glyphs."""
    return b"<" + b"".join(b"%04X" % face.glyphs[ord(letter)] for letter in text) + b">"


def _widths() -> bytes:
    face = writing_face()
    return b"[0 [" + b" ".join(b"%d" % width for width in face.widths) + b"]]"


def _map() -> bytes:
    """Say which letter each glyph draws; of two letters drawn alike, the plainer one."""
    face, letters = writing_face(), {}
    for letter, glyph in sorted(face.glyphs.items(), reverse=True):
        letters[glyph] = letter
    entries = "\n".join(_blocks(sorted(letters.items())))
    return _MAP.format(entries=entries).encode()


def _blocks(letters: list[tuple[int, int]]) -> Iterator[str]:
    for start in range(0, len(letters), _AT_ONCE):
        block = letters[start : start + _AT_ONCE]
        yield f"{len(block)} beginbfchar"
        yield from (f"<{glyph:04X}> <{letter:04X}>" for glyph, letter in block)
        yield "endbfchar"
