"""Words on the picture: how wide they are in the typeface that is embedded, and how they break."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from sgdocs.drawing.palette import BLACK
from sgdocs.typesetting import face_files

__all__ = ["BOLD", "LABEL", "REGULAR", "SMALL", "Lettering", "font_files", "shortened", "wrapped"]

REGULAR = "SourceSansPro"
BOLD = "SourceSansPro-Bold"
_FACES = {REGULAR: "Regular", BOLD: "Bold"}
_CUT = "…"
_SPACES = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Lettering:
    """A size in points, a weight and a colour."""

    size: float = 8.5
    font: str = REGULAR
    colour: str = BLACK

    @property
    def leading(self) -> float:
        """Give the distance from one line to the next."""
        return self.size * 1.18

    def width(self, text: str) -> float:
        """Measure a text in points."""
        from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415 - slow to import

        _register()
        return float(stringWidth(text, self.font, self.size))


LABEL = Lettering()
SMALL = Lettering(7.75)


def font_files() -> dict[str, Path]:
    """Give the font files by the name they are drawn with."""
    files = face_files()
    return {name: files[face] for name, face in _FACES.items()}


@lru_cache(maxsize=4096)  # the height of a row is asked for many times while pages are filled
def wrapped(text: str, lettering: Lettering, room: float, most: int = 99) -> tuple[str, ...]:
    """Break a text into lines that fit, at plain spaces; the last one allowed is cut if need be."""
    lines: list[str] = []
    for word in _SPACES.split(text.strip()):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and lettering.width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return tuple(shortened(line, lettering, room) for line in lines)


def shortened(text: str, lettering: Lettering, room: float) -> str:
    """Cut a text that is too wide, and show that it was cut."""
    if lettering.width(text) <= room:
        return text
    kept = text
    while kept and lettering.width(kept + _CUT) > room:
        kept = kept[:-1]
    return kept.rstrip(" ,;:–-") + _CUT


@cache
def _register() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont  # noqa: PLC0415 - slow to import
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - slow to import

    for name, file in font_files().items():
        registerFont(TTFont(name, str(file)))
