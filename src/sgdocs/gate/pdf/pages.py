"""Read the pages: what each draws, in the order it is drawn and as it stands on the paper."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf

from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Atom, Code, Manner
from sgdocs.gate.pdf.drawing import Drawing, Sheet
from sgdocs.gate.pdf.faces import Face
from sgdocs.gate.pdf.layout import in_lines
from sgdocs.gate.pdf.state import Piece
from sgdocs.gate.pdf.streams import Undecodable, unpacked

__all__ = ["Key", "read_pages"]

Key = tuple[int, int]
_SCARCE = 0.04


def read_pages(pdf: pikepdf.Pdf, within: str, evidence: Evidence) -> frozenset[Key]:
    """Hand on the words of all pages; give which streams of drawing were followed."""
    faces: dict[Key, Face] = {}
    drawn: set[Key] = set()
    hidden = frozenset(_hidden_layers(pdf))
    for number, page in enumerate(pdf.pages, 1):
        place = f"{within}page {number}"
        sheet = Sheet(place, evidence, _box(page), faces, hidden=hidden)
        contents = page.obj.get("/Contents")
        drawn.update(s.objgen for s in _streams(contents))
        resources: Any = page.resources if "/Resources" in page.obj or page.get("/Parent") else {}
        try:
            data = b"\n".join(unpacked(s) for s in _streams(contents))
        except Undecodable:
            evidence.refuse(Code.UNDECODABLE, "page text", place)
            continue
        Drawing(sheet, resources).follow(data)
        sheet.words_of_marks()
        _hand_on(sheet.pieces, place, evidence)
    _beside(pdf, drawn, faces, hidden, (within, evidence))
    for face in faces.values():
        if any(face.doubts()):
            evidence.refuse(Code.UNDECODABLE, "letters of a typeface", within.rstrip("/"))
    return frozenset(drawn)


def _beside(
    pdf: pikepdf.Pdf,
    drawn: set[Key],
    faces: dict[Key, Face],
    hidden: frozenset[Key],
    told: tuple[str, Evidence],
) -> None:
    """Follow every other stream that draws, whether a page calls it or not."""
    within, evidence = told
    for each in pdf.objects:
        channel = _draws(each)
        if not channel or each.objgen in drawn:
            continue
        drawn.add(each.objgen)
        place = f"{within}object {each.objgen[0]}"
        sheet = Sheet(place, evidence, (-1e9, -1e9, 1e9, 1e9), faces, hidden=hidden)
        try:
            Drawing(sheet, each.get("/Resources", {})).follow(unpacked(each))
        except Undecodable:
            evidence.refuse(Code.UNDECODABLE, channel, place)
        sheet.words_of_marks()
        renamed = [_by_channel(p, channel) for p in sheet.pieces]
        _hand_on(renamed, place, evidence)


def _draws(each: Any) -> str:
    if not isinstance(each, pikepdf.Stream):
        return ""
    if str(each.get("/Subtype", "")) == "/Form":
        return "form drawing"
    return "pattern" if int(each.get("/PatternType", 0)) == 1 else ""


def _by_channel(piece: Piece, channel: str) -> Piece:
    same = piece.channel != "page text"
    return (
        piece
        if same
        else Piece(channel, piece.text, piece.x, piece.y, piece.angle, piece.width, piece.size)
    )


def _hand_on(pieces: list[Piece], place: str, evidence: Evidence) -> None:
    """Hand on the words as they stand, as they are drawn, and those seen apart from the rest."""
    lines = list(in_lines(pieces))
    evidence.read(place, lines)
    stand, drawn = _words("".join(t for _, t in lines)), _words(_in_order(pieces))
    if set(drawn) <= set(stand):
        # Drawn as it stands: what is new is where the end of a line meets the next.
        evidence.read(place, _joints(lines), Manner.JOINED)
    else:
        text = "".join(p.text for p in pieces)
        glued = text.count(" ") < len(text) * _SCARCE
        manner = Manner.GLUED if glued else Manner.JOINED
        evidence.read(place, [(p.channel, p.text) for p in pieces], manner)
    for channel in {p.channel for p in pieces} if len({p.channel for p in pieces}) > 1 else ():
        evidence.read(place, in_lines(p for p in pieces if p.channel == channel))


def _words(text: str) -> list[str]:
    return text.split()


def _in_order(pieces: list[Piece]) -> str:
    """Give the words as they are drawn, with a gap wherever the pen goes to another line."""
    found: list[str] = []
    before: Piece | None = None
    for piece in pieces:
        if before is not None and abs(piece.y - before.y) > piece.size / 2:
            found.append("\n")
        found.append(piece.text)
        before = piece
    return "".join(found)


def _joints(lines: list[Atom]) -> Iterator[Atom]:
    """Give the last word of each line together with the first of the next."""
    whole = "".join(text for _, text in lines).split("\n")
    channel = lines[0][0] if lines else ""
    for above, below in pairwise(whole):
        ends, begins = above.rsplit(maxsplit=1), below.split(maxsplit=1)
        if ends and begins:
            yield channel, f"{ends[-1]}{begins[0]}\n"


def _streams(contents: Any | None) -> list[Any]:
    if contents is None:
        return []
    each = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    return [s for s in each if isinstance(s, pikepdf.Stream)]


def _box(page: pikepdf.Page) -> tuple[float, float, float, float]:
    a, b, c, d = (float(v) for v in page.cropbox)
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _hidden_layers(pdf: pikepdf.Pdf) -> Iterator[Key]:
    layers: Any = pdf.Root.get("/OCProperties", {})
    off = layers.get("/D", {}).get("/OFF", ()) if layers else ()
    for layer in off:
        yield layer.objgen
