"""Draws lines, shapes and words on a sheet, from the top left corner down, and gives it as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sgdocs.drawing.lettering import BOLD, REGULAR, Lettering

__all__ = ["Box", "Caption", "Ink", "Paint"]

_FAMILY = "'Source Sans Pro', 'Source Sans 3', 'Segoe UI', Arial, sans-serif"
_WEIGHTS = {
    REGULAR: {"family": _FAMILY, "weight": "400"},
    BOLD: {"family": _FAMILY, "weight": "700"},
}
_MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape is filled and outlined."""

    fill: str = ""
    stroke: str = ""
    width: float = 0.75
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Give its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Give its lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Caption:
    """What a screen reader says of the picture: its name, and the essentials in words."""

    title: str
    description: str


class Ink:
    """One sheet of paper, measured in points from an origin near its top left corner."""

    def __init__(self, width: int, height: int, origin: tuple[float, float] = (0, 0)) -> None:
        from reportlab.graphics import shapes  # noqa: PLC0415 - slow to import

        self._shapes = shapes
        self._left, self._base = origin[0], height - origin[1]
        self._drawing = shapes.Drawing(width, height)

    def line(self, start: tuple[float, float], end: tuple[float, float], paint: Paint) -> None:
        """Draw a straight line."""
        points = [*self._at(start), *self._at(end)]
        # A Line is written as a closed path, on which dashes run there and back and fill up.
        self._add(self._shapes.PolyLine(points), Paint("", paint.stroke, paint.width, paint.dash))

    def box(self, box: Box, paint: Paint, rounded: float = 0) -> None:
        """Draw a rectangle."""
        x, y = self._at((box.x, box.bottom))
        shape = self._shapes.Rect(x, y, box.width, box.height, rx=rounded, ry=rounded)
        self._add(shape, paint)

    def circle(self, centre: tuple[float, float], radius: float, paint: Paint) -> None:
        """Draw a circle."""
        self._add(self._shapes.Circle(*self._at(centre), radius), paint)

    def polygon(self, points: Sequence[tuple[float, float]], paint: Paint) -> None:
        """Draw a closed shape through the points."""
        flat = [n for point in points for n in self._at(point)]
        self._add(self._shapes.Polygon(flat), paint)

    def text(self, place: tuple[float, float], words: str, lettering: Lettering) -> None:
        """Write words whose baseline starts at a place."""
        if not words:
            return
        # The writer cuts twice the height of a baseline to a whole number.
        x, y = self._at(place)
        shape = self._shapes.String(x, round(y * 2) / 2, words)
        shape.fontName, shape.fontSize = lettering.font, lettering.size
        shape.fillColor = self._colour(lettering.colour)
        # With another typeface the words are squeezed rather than run into each other.
        length = f"{lettering.width(words):.2f}"
        shape._svgAttrs = {"textLength": length, "lengthAdjust": "spacingAndGlyphs"}
        self._drawing.add(shape)

    def svg(self, caption: Caption) -> str:
        """Give the sheet as an SVG document."""
        from reportlab.graphics.renderSVG import SVGCanvas, draw  # noqa: PLC0415 - slow to import

        width, height = self._drawing.width, self._drawing.height
        canvas = SVGCanvas((width, height), fontHacks=_WEIGHTS, svgAttrs=_attributes(width, height))
        draw(self._drawing, canvas, 0, 0, showBoundary=False)
        for tag, words in (("title", caption.title), ("desc", caption.description)):
            node = canvas.svg.getElementsByTagName(tag)[0]
            node.setAttribute("id", f"picture-{tag}")
            node.firstChild.data = words
        # Without the document type that points to a file on another computer.
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{canvas.svg.toxml()}\n'

    def _at(self, place: tuple[float, float]) -> tuple[float, float]:
        return self._left + place[0], self._base - place[1]

    def _add(self, shape: Any, paint: Paint) -> None:
        if not isinstance(shape, self._shapes.PolyLine):
            shape.fillColor = self._colour(paint.fill)
        shape.strokeColor = self._colour(paint.stroke)
        shape.strokeWidth = paint.width
        shape.strokeDashArray = list(paint.dash) or None
        self._drawing.add(shape)

    def _colour(self, name: str) -> Any:
        from reportlab.lib.colors import HexColor  # noqa: PLC0415 - slow to import

        return HexColor(name) if name else None


def _attributes(width: float, height: float) -> dict[str, str]:
    return {
        "width": f"{width * _MM_PER_POINT:.2f}mm",
        "height": f"{height * _MM_PER_POINT:.2f}mm",
        "role": "img",
        "xml:lang": "en-GB",
        "aria-labelledby": "picture-title picture-desc",
    }
