"""Where the pen stands, and in which look, as a page's commands are followed."""

from dataclasses import dataclass

from sgdocs.gate.pdf.faces import Face

__all__ = ["IDENTITY", "Matrix", "Pen", "Piece", "times"]

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def times(one: Matrix, other: Matrix) -> Matrix:
    """Apply one change of place, then the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A string as it stands on the page."""

    channel: str
    text: str
    x: float
    y: float
    angle: int
    width: float
    size: float


@dataclass(slots=True)
class Pen:
    """The look and place of the text to be drawn next."""

    page: Matrix = IDENTITY
    face: Face | None = None
    size: float = 1
    letter_gap: float = 0
    word_gap: float = 0
    stretch: float = 1
    leading: float = 0
    rise: float = 0
    mode: int = 0
    pale: bool = False

    def copy(self) -> "Pen":
        """Give another pen alike."""
        return Pen(
            self.page, self.face, self.size, self.letter_gap, self.word_gap, self.stretch,
            self.leading, self.rise, self.mode, self.pale,
        )  # fmt: skip
