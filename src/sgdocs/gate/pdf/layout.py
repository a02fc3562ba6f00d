"""Put a page's strings into lines, as a reader's eye does."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from sgdocs.gate.model import Atom
from sgdocs.gate.pdf.state import Piece

__all__ = ["in_lines", "turned"]

_GAP = 0.14
"""How wide a gap between words is at least, in parts of the type size."""
_LINE = 0.35


def in_lines(pieces: Iterable[Piece]) -> Iterator[Atom]:
    """Give the strings line by line from the top, with spaces where there are gaps."""
    for _, alike in groupby(sorted(pieces, key=_direction), key=_direction):
        yield from _lines([turned(piece) for piece in alike])


def turned(piece: Piece) -> tuple[float, float, Piece]:
    """Give how far along its line and how far up the page a string begins."""
    x, y = piece.x, piece.y
    return {0: (x, y), 90: (y, -x), 180: (-x, -y), 270: (-y, x)}[_direction(piece)] + (piece,)


def _direction(piece: Piece) -> int:
    return round(piece.angle / 90) % 4 * 90


def _lines(placed: list[tuple[float, float, Piece]]) -> Iterator[Atom]:
    """Gather what stands at one height into a line."""
    line: list[tuple[float, Piece]] = []
    height = 0.0
    for along, up, piece in sorted(placed, key=lambda p: -p[1]):
        if line and height - up > max(piece.size, 1) * _LINE:
            yield from _joined(line)
            line = []
        if not line:
            height = up
        line.append((along, piece))
    yield from _joined(line)


def _joined(line: list[tuple[float, Piece]]) -> Iterator[Atom]:
    end: float | None = None
    for along, piece in sorted(line, key=lambda p: p[0]):
        if end is not None and along - end > max(piece.size, 1) * _GAP:
            yield piece.channel, " "
        yield piece.channel, piece.text
        end = along + piece.width
    if line:
        yield line[-1][1].channel, "\n"
