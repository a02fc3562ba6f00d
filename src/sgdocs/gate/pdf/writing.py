"""Follow the commands that set type: where each string stands, in which typeface and size."""

import math
from collections.abc import Callable, Mapping

from sgdocs.gate.pdf.faces import Face
from sgdocs.gate.pdf.lexing import Operands, string_bytes, strings_in
from sgdocs.gate.pdf.state import IDENTITY, Matrix, Pen, Piece, times

__all__ = ["WRITES", "Unwritable", "Writer"]

Faces = Callable[[bytes], Face | None]
Channels = Callable[[Pen, float, float, float], str]


class Unwritable(Exception):
    """A string is shown in no typeface that is known."""


class Writer:
    """Holds the pen, and keeps what it writes."""

    __slots__ = ("_again", "_channel", "_faces", "_line", "_text", "pen", "pieces")

    def __init__(self, start: Matrix, faces: Faces, channel: Channels) -> None:
        self.pen = Pen(page=start)
        self.pieces: list[Piece] = []
        self._faces = faces
        self._channel = channel
        self._again: list[Pen] = []
        self._text: Matrix = IDENTITY
        self._line: Matrix = IDENTITY

    def save(self, _given: Operands) -> None:
        """Remember the pen."""
        self._again.append(self.pen.copy())

    def restore(self, _given: Operands) -> None:
        """Take the pen as it was."""
        if self._again:
            self.pen = self._again.pop()

    def move_page(self, given: Operands) -> None:
        """Move what is drawn next."""
        self.pen.page = times(_matrix(given), self.pen.page)

    def colour(self, given: Operands) -> None:
        """Choose a colour, and note whether it can hardly be seen on paper."""
        values = [float(v) for kind, v in given if kind == "number"]
        if len(values) == 4:
            self.pen.pale = max(values) < 0.06
        else:
            self.pen.pale = len(values) in (1, 3) and min(values) > 0.93

    def begin(self, _given: Operands) -> None:
        """Begin to set type."""
        self._text = self._line = IDENTITY

    def take_face(self, given: Operands) -> None:
        """Choose a typeface and size."""
        self.pen.size = float(given[1][1])
        self.pen.face = self._faces(given[0][1])

    def step(self, given: Operands) -> None:
        """Begin another line, so far from the last."""
        x, y = float(given[0][1]), float(given[1][1])
        self._text = self._line = times((1, 0, 0, 1, x, y), self._line)

    def step_leading(self, given: Operands) -> None:
        """Begin another line, and let those after it be as far apart."""
        self.pen.leading = -float(given[1][1])
        self.step(given)

    def place(self, given: Operands) -> None:
        """Begin a line at a place."""
        self._text = self._line = _matrix(given)

    def next_line(self, _given: Operands) -> None:
        """Begin the next line."""
        self._text = self._line = times((1, 0, 0, 1, 0, -self.pen.leading), self._line)

    def show(self, given: Operands) -> None:
        """Write a string."""
        self._write(string_bytes(given[-1][1]))

    def show_next(self, given: Operands) -> None:
        """Write a string on the next line."""
        self.next_line(given)
        self.show(given)

    def show_spaced(self, given: Operands) -> None:
        """Write a string on the next line with other gaps."""
        self.pen.word_gap, self.pen.letter_gap = float(given[0][1]), float(given[1][1])
        self.show_next(given)

    def show_all(self, given: Operands) -> None:
        """Write several strings with steps between them."""
        for each in strings_in(given[-1][1]):
            if isinstance(each, float):
                self._forward(-each / 1000 * self.pen.size)
            else:
                self._write(each)

    def _write(self, raw: bytes) -> None:
        pen = self.pen
        if not raw:
            return
        if pen.face is None:
            raise Unwritable
        text, width, count = pen.face.read(raw)
        across = width * pen.size + pen.letter_gap * count + pen.word_gap * text.count(" ")
        self._keep(text, across)
        self._forward(across)

    def _forward(self, across: float) -> None:
        self._text = times((1, 0, 0, 1, across * self.pen.stretch, 0), self._text)

    def _keep(self, text: str, across: float) -> None:
        pen = self.pen
        a, b, c, d, x, y = times((1, 0, 0, 1, 0, pen.rise), times(self._text, pen.page))
        size = math.hypot(c, d) * abs(pen.size)
        width = across * pen.stretch * math.hypot(a, b)
        angle = round(math.degrees(math.atan2(b, a)))
        channel = self._channel(pen, x, y, size)
        self.pieces.append(Piece(channel, text, x, y, angle, width, size))


def _matrix(given: Operands) -> Matrix:
    a, b, c, d, e, f = (float(v) for _, v in given[-6:])
    return a, b, c, d, e, f


def _set(name: str, scale: float = 1) -> Callable[[Writer, Operands], None]:
    def put(writer: Writer, given: Operands) -> None:
        setattr(writer.pen, name, float(given[0][1]) * scale)

    return put


WRITES: Mapping[bytes, Callable[[Writer, Operands], None]] = {
    b"q": Writer.save,
    b"Q": Writer.restore,
    b"cm": Writer.move_page,
    b"BT": Writer.begin,
    b"Tf": Writer.take_face,
    b"Td": Writer.step,
    b"TD": Writer.step_leading,
    b"Tm": Writer.place,
    b"T*": Writer.next_line,
    b"Tj": Writer.show,
    b"TJ": Writer.show_all,
    b"'": Writer.show_next,
    b'"': Writer.show_spaced,
    b"Tc": _set("letter_gap"),
    b"Tw": _set("word_gap"),
    b"Tz": _set("stretch", 0.01),
    b"TL": _set("leading"),
    b"Ts": _set("rise"),
    b"Tr": _set("mode"),
    b"g": Writer.colour,
    b"rg": Writer.colour,
    b"k": Writer.colour,
    b"sc": Writer.colour,
    b"scn": Writer.colour,
}
"""The commands that set type, and what the writer does on them."""
