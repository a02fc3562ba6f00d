"""The briefing's figure: a ring of seven numbered parts, clockwise from the top."""

from collections.abc import Iterator
from math import cos, radians, sin
from typing import Any

from sgdocs.briefing.model import SEGMENTS

__all__ = ["draw_ring"]

_SIZE = 150
_OUTER, _INNER, _NUMBER_AT = 74.0, 38.0, 56.0
_WHITE, _INK = "#ffffff", "#1f4e5f"
_FAMILY = "'Source Sans Pro', 'Segoe UI', Arial, sans-serif"
_BOLD = "Helvetica-Bold"  # a name the drawing library knows; the family above is what is shown
_STEPS = 24


def draw_ring(title: str) -> str:
    """Draw the ring as SVG, named for screen readers."""
    from reportlab.graphics.renderSVG import SVGCanvas, draw  # noqa: PLC0415 - slow to import
    from reportlab.graphics.shapes import Drawing  # noqa: PLC0415 - slow to import

    drawing = Drawing(_SIZE, _SIZE)
    for index in range(SEGMENTS):
        _add_part(drawing, index)
    _add_words(drawing, _at(0, 0), str(SEGMENTS), (46, _INK))
    fonts = {_BOLD: {"family": _FAMILY, "weight": "700"}}
    named = {"role": "img", "aria-label": title, "xml:lang": "en-GB"}
    canvas = SVGCanvas((_SIZE, _SIZE), fontHacks=fonts, svgAttrs=named)
    draw(drawing, canvas, 0, 0, showBoundary=False)
    for tag, words in (("title", title), ("desc", "")):
        canvas.svg.getElementsByTagName(tag)[0].firstChild.data = words
    # Without the document type that points to a file on another computer.
    return f"{canvas.svg.toxml()}\n"


def _add_part(drawing: Any, index: int) -> None:
    from reportlab.graphics.shapes import Polygon  # noqa: PLC0415 - slow to import
    from reportlab.lib.colors import HexColor  # noqa: PLC0415 - slow to import

    share = 360 / SEGMENTS
    # Drawn point by point: the library's own wedge with a hole comes out broken in SVG.
    shape = Polygon([n for point in _outline(share * index, share) for n in point])
    shape.fillColor, shape.strokeColor = HexColor(_INK), HexColor(_WHITE)
    shape.strokeWidth = 4
    drawing.add(shape)
    _add_words(drawing, _at(share * (index + 0.5), _NUMBER_AT), str(index + 1), (24, _WHITE))


def _outline(start: float, share: float) -> Iterator[tuple[float, float]]:
    steps = [start + share * step / _STEPS for step in range(_STEPS + 1)]
    yield from (_at(angle, _OUTER) for angle in steps)
    yield from (_at(angle, _INNER) for angle in reversed(steps))


def _at(angle: float, distance: float) -> tuple[float, float]:
    """Give the place at an angle, clockwise from the top like the hand of a clock."""
    middle, turned = _SIZE / 2, radians(90 - angle)
    return middle + distance * cos(turned), middle + distance * sin(turned)


def _add_words(drawing: Any, place: tuple[float, float], words: str, look: tuple[int, str]) -> None:
    """Write words around a place."""
    from reportlab.graphics.shapes import String  # noqa: PLC0415 - slow to import
    from reportlab.lib.colors import HexColor  # noqa: PLC0415 - slow to import

    size, colour = look
    # The writer cuts twice the height of a baseline to a whole number.
    shape = String(place[0], round(2 * (place[1] - size * 0.33)) / 2, words, textAnchor="middle")
    shape.fontName, shape.fontSize, shape.fillColor = _BOLD, size, HexColor(colour)
    drawing.add(shape)
