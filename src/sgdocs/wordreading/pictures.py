"""Pictures in a Word file: those in line with the text that say in words what they show."""

from collections.abc import Mapping

from lxml import etree

from sgdocs.opening import Archive
from sgdocs.papers import DRAWING_NAMES, Figure
from sgdocs.wordreading.place import Place

__all__ = ["Pictures", "as_figure", "held_pictures"]

_DRAWING = {name: f"{{{uri}}}" for name, uri in DRAWING_NAMES.items()}
_EMU = 12700  # to a point
_PNG = b"\x89PNG\r\n"

Pictures = Mapping[str, bytes]


def held_pictures(archive: Archive, parts: Mapping[str, str]) -> Pictures:
    """Give the file's pictures by the names its body has for them."""
    return {name: archive.read(part) for name, part in parts.items() if archive.has(part)}


def as_figure(drawing: etree._Element, held: Pictures, place: Place) -> Figure:
    """Give the figure a drawing is."""
    inline = drawing.find(f"{_DRAWING['wp']}inline")
    if inline is None:
        raise place.refused("a picture floats.", "Choose “In line with text” for it.")
    about, extent = inline.find(f"{_DRAWING['wp']}docPr"), inline.find(f"{_DRAWING['wp']}extent")
    alt = " ".join(str(about.get("descr", "")).split()) if about is not None else ""
    if not alt:
        raise place.refused("a picture has no words.", "Give it alternative text.")
    png, svg = _held(inline, held)
    if not png.startswith(_PNG) or extent is None:
        raise place.refused("a picture is of a kind no PDF can hold.", "Save it as PNG.")
    size = (int(extent.get(side, "0")) / _EMU for side in ("cx", "cy"))
    return Figure(alt, svg.decode(errors="replace"), png, *size)


def _held(inline: etree._Element, held: Pictures) -> tuple[bytes, bytes]:
    embed = f"{_DRAWING['r']}embed"
    dots = next(inline.iter(f"{_DRAWING['a']}blip"), None)
    lines = next(inline.iter(f"{_DRAWING['asvg']}svgBlip"), None)
    return (
        held.get(str(dots.get(embed, "")), b"") if dots is not None else b"",
        held.get(str(lines.get(embed, "")), b"") if lines is not None else b"",
    )
