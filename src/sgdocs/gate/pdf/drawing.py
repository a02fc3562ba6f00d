"""Follow the commands that draw a page, and those of every drawing it calls."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import pikepdf

from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Code, Manner, Picture
from sgdocs.gate.pdf.asides import TAKES, aside
from sgdocs.gate.pdf.faces import Face, face_of
from sgdocs.gate.pdf.lexing import Operands, commands, name_of, strings_in
from sgdocs.gate.pdf.state import IDENTITY, Matrix, Pen, Piece, times
from sgdocs.gate.pdf.streams import Undecodable, unpacked
from sgdocs.gate.pdf.writing import WRITES, Unwritable, Writer

__all__ = ["Drawing", "Sheet"]

_DEEP = 12
_MOST = 2_000
_INVISIBLE = (3, 7)
_TINY = 2.0
_CURVES = 600  # drawn lines and curves after which a drawing may be letters
_SHAPES = frozenset((b"l", b"c", b"v", b"y"))
_BRACKETS = b"{}[]<>()"
_FAULTS = (ValueError, IndexError, TypeError, KeyError, OverflowError, Unwritable)

Key = tuple[int, int]


@dataclass(slots=True)
class Sheet:
    """What is known of the page being drawn."""

    place: str
    evidence: Evidence
    box: tuple[float, float, float, float]
    faces: dict[Key, Face] = field(default_factory=dict)
    hidden: frozenset[Key] = frozenset()
    """The layers that are not shown."""
    pieces: list[Piece] = field(default_factory=list)
    marks: set[bytes] = field(default_factory=set)
    calls: int = 0

    def words_of_marks(self) -> None:
        """Hand on the words that stand beside what is drawn."""
        for mark in sorted(self.marks):
            self.evidence.say("marked content", self.place, _words(mark), Manner.LABEL)


class Drawing:
    """Follows one stream of commands."""

    __slots__ = ("_depth", "_layers", "_resources", "_sheet", "_writer")

    def __init__(
        self, sheet: Sheet, resources: Any, start: Matrix = IDENTITY, depth: int = 0
    ) -> None:
        self._sheet = sheet
        self._resources = resources
        self._depth = depth
        self._layers: list[bool] = []
        self._writer = Writer(start, self._face, self._channel)
        self._writer.pieces = sheet.pieces

    def follow(self, data: bytes, *, hidden: bool = False) -> None:
        """Follow the commands to their end."""
        turns = 0
        self._layers = [hidden]
        for operator, given in commands(data):
            if operator in _SHAPES:
                turns += 1
            try:
                self._do(operator, given)
            except _FAULTS:
                self._refuse(Code.UNDECODABLE)
        if turns > _CURVES:
            self._picture(sha256(data).hexdigest(), "shapes")

    def _do(self, operator: bytes, given: Operands) -> None:
        if len(given) != TAKES.get(operator, -1):
            self._sheet.marks.update(aside(operator, given))
        if write := WRITES.get(operator):
            write(self._writer, given)
        elif call := _CALLS.get(operator):
            call(self, given)

    def _channel(self, pen: Pen, x: float, y: float, size: float) -> str:
        left, bottom, right, top = self._sheet.box
        if any(self._layers):
            return "hidden layer"
        if pen.mode in _INVISIBLE:
            return "invisible text"
        if not (left - 1 <= x <= right + 1 and bottom - 1 <= y <= top + 1):
            return "off-page text"
        if size < _TINY:
            return "tiny text"
        return "white text" if pen.pale else "page text"

    def _face(self, name: bytes) -> Face | None:
        font = self._named("/Font", name)
        if font is None:
            return None
        key = font.objgen if font.objgen != (0, 0) else (hash(font.unparse()), -1)
        if key not in self._sheet.faces:
            self._sheet.faces[key] = face_of(font)
        return self._sheet.faces[key]

    def _named(self, kind: str, name: bytes) -> Any | None:
        return self._resources.get(kind, {}).get(name_of(name))

    def call(self, given: Operands) -> None:
        """Draw what is called by name."""
        called = self._named("/XObject", given[0][1])
        if isinstance(called, pikepdf.Stream) and str(called.get("/Subtype")) == "/Form":
            self._form(called)

    def _form(self, form: Any) -> None:
        self._sheet.calls += 1
        if self._depth > _DEEP or self._sheet.calls > _MOST:
            self._refuse(Code.TOO_LARGE)
            return
        a, b, c, d, e, f = (float(v) for v in form.get("/Matrix", IDENTITY))
        start = times((a, b, c, d, e, f), self._writer.pen.page)
        resources = form.get("/Resources", self._resources)
        inner = Drawing(self._sheet, resources, start, self._depth + 1)
        hidden = any(self._layers) or self._is_hidden(form.get("/OC"))
        try:
            inner.follow(unpacked(form), hidden=hidden)
        except Undecodable:
            self._refuse(Code.UNDECODABLE)

    def mark(self, given: Operands) -> None:
        """Begin a part that belongs to a layer, or has words of its own."""
        kind, value = given[-1]
        layer = self._named("/Properties", value) if kind == "name" else None
        self._layers.append(self._is_hidden(layer))

    def mark_plain(self, _given: Operands) -> None:
        """Begin a part."""
        self._layers.append(False)

    def unmark(self, _given: Operands) -> None:
        """End a part."""
        if len(self._layers) > 1:
            self._layers.pop()

    def _is_hidden(self, layer: Any | None) -> bool:
        return layer is not None and tuple(layer.objgen) in self._sheet.hidden

    def image(self, given: Operands) -> None:
        """Note a picture that stands among the commands, with what its pixels are read by."""
        self._picture(sha256(b" ".join(value for _, value in given)).hexdigest(), "picture")

    def comment(self, given: Operands) -> None:
        """Read a comment among the commands."""
        words = given[0][1].decode("latin-1")
        self._sheet.evidence.say("comment in a page", self._sheet.place, words, Manner.LABEL)

    def odd(self, given: Operands) -> None:
        """Refuse what is no command."""
        if given[0][1] not in _BRACKETS:
            self._refuse(Code.UNDECODABLE)

    def _picture(self, fingerprint: str, what: str) -> None:
        self._sheet.evidence.pictures.append(Picture(fingerprint, f"{self._sheet.place}, {what}"))

    def _refuse(self, code: Code) -> None:
        self._sheet.evidence.refuse(code, "page text", self._sheet.place)


def _words(written: bytes) -> str:
    """Give the words in a list of properties written among the commands."""
    found = [name_of(written) if written.startswith(b"/") else written.decode("latin-1")]
    for each in strings_in(written):
        if isinstance(each, bytes):
            wide = each[:2] in (b"\xfe\xff", b"\xff\xfe")
            found.append(each.decode("utf-16" if wide else "latin-1", "replace"))
    return "\n".join(found)


_CALLS: Mapping[bytes, Callable[[Drawing, Operands], None]] = {
    b"Do": Drawing.call,
    b"BDC": Drawing.mark,
    b"DP": Drawing.mark,
    b"BMC": Drawing.mark_plain,
    b"EMC": Drawing.unmark,
    b"BI": Drawing.image,
    b"%": Drawing.comment,
    b"?": Drawing.odd,
}
