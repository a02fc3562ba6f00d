"""How a field looks with its answer in it, so that every reader shows it alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from pikepdf import Name, Object, Pdf, Stream

from sgdocs.forms.lettering import FONT, letters_in
from sgdocs.typesetting import Face, writing_face

__all__ = ["INK", "Looks", "Size"]

INK = b"0.106 0.122 0.137 rg"
_WORDS = b" Tf "
_SIZES = (10.0, 9.0, 8.0, 7.0, 6.0, 5.0)
_EDGE = 3.0
_LEADING = 1.25
_TICK = b"q 0.106 0.122 0.137 RG 1.6 w 1 J 1 j %.2f %.2f m %.2f %.2f l %.2f %.2f l S Q"
_TICKED = (0.22, 0.52, 0.42, 0.28, 0.8, 0.76)  # three points, as shares of the box

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Looks:
    """Draws fields, each for itself: some programs write answers into the drawing there is."""

    pdf: Pdf
    letters: Object | None = None
    """The fonts that drawings of words use."""

    def empty(self, size: Size) -> Object:
        """Draw a field with nothing in it."""
        return self._drawn(size, b"/Tx BMC EMC")

    def words(self, text: str, size: Size, *, lines: bool) -> Object:
        """Draw a field with words in it, on one line or on many, as large as there is room for."""
        if not text:
            return self.empty(size)
        said = text if lines else " ".join(text.split("\n"))
        drawn = _lines(said, size) if lines else _line(said, size)
        return self._drawn(size, b"/Tx BMC q BT " + INK + b" " + drawn + b" ET Q EMC")

    def tick(self, size: Size) -> Object:
        """Draw a tick."""
        sides = size * 3
        return self._drawn(size, _TICK % tuple(a * b for a, b in zip(sides, _TICKED, strict=True)))

    def _drawn(self, size: Size, content: bytes) -> Object:
        drawn = Stream(self.pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, *size])
        if _WORDS in content:
            drawn.Resources = self.letters
        return self.pdf.make_indirect(drawn)


def _line(text: str, size: Size) -> bytes:
    """Set one line in the middle of its height, smaller where it would not fit."""
    face, room = writing_face(), (size[0] - 2 * _EDGE) * 1000
    letter = max(_SIZES[-1], min(_SIZES[0], room / max(face.width(text), 1)))
    up = (size[1] - letter * (face.ascent + face.descent) / 1000) / 2
    return _set(letter, up) + letters_in(text, face) + b" Tj"


def _lines(text: str, size: Size) -> bytes:
    """Set lines, smaller where they would not fit; what the smallest leaves out is read in full."""
    face = writing_face()
    for letter in _SIZES:
        room = (size[0] - 2 * _EDGE) * 1000 / letter
        lines = [line for part in text.split("\n") for line in _broken(part, face, room)]
        top = size[1] - _EDGE - letter * face.ascent / 1000
        many = int((top - _EDGE) / (letter * _LEADING)) + 1
        if len(lines) <= many:
            break
    said = (letters_in(line, face) + b" Tj T*" for line in lines[:many])
    return _set(letter, top) + b"%.2f TL " % (letter * _LEADING) + b" ".join(said)


def _set(letter: float, up: float) -> bytes:
    return b"%s %.2f Tf %.2f %.2f Td " % (str(FONT).encode(), letter, _EDGE, up)


def _broken(text: str, face: Face, room: float) -> Iterator[str]:
    """Break a paragraph between words and, where one is longer than the line, within it."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and face.width(longer) > room:
            yield line
            longer = word
        while len(longer) > 1 and face.width(longer) > room:
            fits = _fitting(longer, face, room)
            yield longer[:fits]
            longer = longer[fits:]
        line = longer
    yield line


def _fitting(word: str, face: Face, room: float) -> int:
    """Say how many letters of a word fit in a line, one at least."""
    widths = accumulate(face.width(letter) for letter in word)
    return max(1, sum(1 for width in widths if width <= room))
