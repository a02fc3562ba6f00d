"""Pictures: lines, shapes and words on a sheet, given as SVG."""

from sgdocs.drawing.ink import Box, Caption, Ink, Paint
from sgdocs.drawing.lettering import BOLD, LABEL, REGULAR, SMALL, Lettering, shortened, wrapped

__all__ = [
    "BOLD",
    "LABEL",
    "REGULAR",
    "SMALL",
    "Box",
    "Caption",
    "Ink",
    "Lettering",
    "Paint",
    "shortened",
    "wrapped",
]
