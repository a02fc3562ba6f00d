"""Pictures in Word: the drawing itself, and dots beside it for programs that take no other."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from sgdocs.content import Content
from sgdocs.papers.archive import Member, pack
from sgdocs.papers.model import Figure
from sgdocs.typesetting import Sheet, as_png

__all__ = ["DRAWING_NAMES", "drawn", "figure_of", "with_figures"]

_TEMPLATE = "picture.typ"
_SIZE = re.compile(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"')
_EMU = 12700  # to a point
_LINKS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NO_LINKS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "</Relationships>"
)
_SVG_MARK = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
DRAWING_NAMES = {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "r": _OFFICE,
}
_NAMES = " ".join(f'xmlns:{name}="{uri}"' for name, uri in DRAWING_NAMES.items())


def figure_of(svg: str, alt: str, content: Content) -> Figure:
    """Make a figure of a drawing whose size is given in points."""
    found = _SIZE.search(svg)
    assert found, "our own drawings say how large they are"  # noqa: S101 - a fault of ours
    width, height = float(found[1]), float(found[2])
    data = json.dumps({"svg": svg, "width": width, "height": height}, ensure_ascii=False)
    png = as_png(Sheet(_TEMPLATE, data, date.min), content)
    return Figure(alt, svg, png, width, height)


def drawn(figure: Figure, number: int) -> str:
    """Write the paragraph that shows a figure, the first of a file being number 1."""
    size = f'cx="{int(figure.width * _EMU)}" cy="{int(figure.height * _EMU)}"'
    alt = escape(figure.alt, quote=False).replace('"', "&quot;")
    named = f'id="{1000 + number}" name="Picture {number}" descr="{alt}"'
    lines = (
        f'<a:extLst><a:ext uri="{_SVG_MARK}">'
        f'<asvg:svgBlip r:embed="rIdFigure{number}s"/></a:ext></a:extLst>'
    )
    blip = f'<a:blip r:embed="rIdFigure{number}p">{lines if figure.svg else ""}</a:blip>'
    picture = (
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return (
        "<w:p><w:r><w:drawing>"
        f'<wp:inline {_NAMES} distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr {named}/><a:graphic><a:graphicData uri="{DRAWING_NAMES["pic"]}">'
        f"{picture}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def with_figures(members: Sequence[Member], figures: Sequence[Figure]) -> Sequence[Member]:
    """Add to a Word file the pictures its body shows, in their order."""
    if not figures:
        return members
    known = {member.name: member for member in members}
    links = known[_LINKS].content().decode() if _LINKS in known else _NO_LINKS
    changed = {
        _LINKS: links.replace("</Relationships>", f"{_relations(figures)}</Relationships>"),
        _TYPES: _with_types(known[_TYPES].content().decode()),
    }
    kept = (pack(m.name, changed[m.name].encode()) if m.name in changed else m for m in members)
    added = () if _LINKS in known else (pack(_LINKS, changed[_LINKS].encode()),)
    return (*kept, *added, *(part for n, f in enumerate(figures, 1) for part in _media(f, n)))


def _relations(figures: Sequence[Figure]) -> str:
    return "".join(
        f'<Relationship Id="rIdFigure{n}{ending[0]}" Type="{_OFFICE}/image" '
        f'Target="media/figure{n}.{ending}"/>'
        for n, figure in enumerate(figures, 1)
        for ending in _parts(figure)
    )


def _media(figure: Figure, number: int) -> Iterator[Member]:
    for ending, content in _parts(figure).items():
        yield pack(f"word/media/figure{number}.{ending}", content)


def _parts(figure: Figure) -> dict[str, bytes]:
    lines = {"svg": figure.svg.encode()} if figure.svg else {}
    return {"png": figure.png, **lines}


def _with_types(types: str) -> str:
    """Say what kinds of picture there are, before the first of the parts that are named."""
    wanted = {"png": "image/png", "svg": "image/svg+xml"}
    new = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in wanted.items()
        if f'Extension="{ending}"' not in types
    )
    return re.sub(r"(<Types\b[^>]*>)", lambda found: found[1] + new, types, count=1)
