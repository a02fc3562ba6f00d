"""The briefing as an ordinary Word file of one page, with the same words in the same order."""

from collections.abc import Iterable, Iterator
from html import escape

from sgdocs.briefing.characters import refuse_unwritable
from sgdocs.briefing.fitting import Fit, fitted
from sgdocs.briefing.model import SEGMENTS, Briefing, Segment
from sgdocs.briefing.ring import draw_ring
from sgdocs.briefing.wording import Labels, load_labels
from sgdocs.briefing.wordparts import NAMESPACES, fixed_parts
from sgdocs.content import Content
from sgdocs.papers import pack, write_members
from sgdocs.typesetting.pictures import as_png

__all__ = ["as_docx"]

_WIDTH = 16040  # twentieths of a point, as are the next; the page's width between its margins
_COLUMN = _WIDTH // 4
_HEAD = (1160, 10580, 4300)
_SIDE = 185
_ROOM_TO_GROW = 12  # points a row may grow by where Word breaks one line more than the PDF
_RING = 584_200  # forty-six points
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_BADGE = '<w:b/><w:color w:val="FFFFFF"/><w:shd w:val="clear" w:color="auto" w:fill="1F4E5F"/>'


def as_docx(briefing: Briefing, content: Content) -> bytes:
    """Write the briefing as Word; what does not fit on the page is refused, as for the PDF."""
    refuse_unwritable(briefing)
    fit, labels = fitted(briefing, content), load_labels(content)
    parts = {
        **dict(fixed_parts(fit.size, briefing.title, briefing.issue.date.isoformat())),
        "word/document.xml": _document(briefing, labels, fit).encode(),
        "word/footer1.xml": _footer(briefing, labels).encode(),
        "word/media/ring.png": as_png(draw_ring(labels.picture), content),
    }
    return write_members(pack(name, data) for name, data in parts.items())


def _document(briefing: Briefing, labels: Labels, fit: Fit) -> str:
    gap = _paragraph("", "Gap")
    cells = [_segment(number, s) for number, s in enumerate(briefing.segments, 1)]
    cells.append("".join(_last(briefing, labels)) or _paragraph(""))
    body = gap.join((_head(briefing, labels), _row(cells[:4], 1, fit), _row(cells[4:], 5, fit)))
    return (
        f'<w:document {NAMESPACES} xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
        f'xmlns:a="{_DRAWING}/main"><w:body>{body}{_END}{_SECTION}</w:body></w:document>'
    )


_END = (
    '<w:p><w:pPr><w:pStyle w:val="Gap"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
)
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId5"/>'
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="260" w:right="399" w:bottom="440" w:left="399" w:header="200" '
    'w:footer="200" w:gutter="0"/></w:sectPr>'
)


def _head(briefing: Briefing, labels: Labels) -> str:
    words = _paragraph(_run(briefing.title), "Heading1")
    words += _paragraph(_run(labels.status(briefing)), "Status")
    cells = (
        _paragraph(_ring(labels.picture), "Picture"),
        words,
        _paragraph(_run(labels.marking(briefing)), "Marking"),
    )
    written = "".join(_cell(c, w, "") for c, w in zip(cells, _HEAD, strict=True))
    return _table(_HEAD, "", f"<w:tr>{written}</w:tr>")


def _segment(number: int, segment: Segment) -> str:
    badge = _run(f"\u00a0{number}\u00a0", _BADGE)
    heading = _paragraph(f"{badge}{_run(f' {segment.heading}')}", "Heading2")
    first, *further = segment.paragraphs
    rest = "".join(_paragraph(_run(words), "Further") for words in further)
    return f"{heading}{_paragraph(_run(first))}{rest}"


def _last(briefing: Briefing, labels: Labels) -> Iterator[str]:
    for label, entries in (
        (labels.questions, briefing.questions),
        (labels.links, briefing.links),
    ):
        if entries:
            yield _paragraph(_run(label), "Heading2")
            yield from (_paragraph(_linked(entry), "ListBullet") for entry in entries)


def _row(cells: list[str], start: int, fit: Fit) -> str:
    height = round((fit.row - _ROOM_TO_GROW) * 20)
    about = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>'
    white = '<w:{} w:val="single" w:sz="48" w:space="0" w:color="FFFFFF"/>'
    borders = (
        '<w:tblBorders><w:top w:val="single" w:sz="20" w:space="0" w:color="1F4E5F"/>'
        f"{white.format('insideV')}</w:tblBorders>"
    )
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EEF4F6"/>'
    inside = "".join(
        _cell(cell, _COLUMN, shade if number <= SEGMENTS else "")
        for number, cell in enumerate(cells, start)
    )
    return _table((_COLUMN,) * 4, borders, f"<w:tr>{about}{inside}</w:tr>")


def _table(widths: Iterable[int], borders: str, rows: str) -> str:
    widths = tuple(widths)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    side = _SIDE if borders else 0
    margins = (
        f'<w:tblCellMar><w:top w:w="120" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="60" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
        if borders
        else ""
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}'
        f'<w:tblLayout w:type="fixed"/>{margins}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _cell(inside: str, width: int, shade: str) -> str:
    about = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
    return f"<w:tc>{about}{inside}</w:tc>"


def _paragraph(inside: str, style: str = "Normal") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def _run(words: str, look: str = "") -> str:
    about = f"<w:rPr>{look}</w:rPr>" if look else ""
    lines = escape(words, quote=False).replace("\t", " ").split("\n")
    text = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r>{about}{text}</w:r>"


def _linked(words: str) -> str:
    if not words.startswith("https://"):
        return _run(words)
    code = escape(f'HYPERLINK "{words}"')
    look = '<w:color w:val="1F4E5F"/><w:u w:val="single"/>'
    return f'<w:fldSimple w:instr="{code}">{_run(words, look)}</w:fldSimple>'


def _ring(says: str) -> str:
    """Put the ring in a line of its own height, with what a screen reader says of it."""
    described = escape(says)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{_RING}" cy="{_RING}"/><wp:docPr id="1" name="Ring" descr="{described}"/>'
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
        '<pic:nvPicPr><pic:cNvPr id="1" name="ring.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId6"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{_RING}" cy="{_RING}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def _footer(briefing: Briefing, labels: Labels) -> str:
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{_WIDTH}"/></w:tabs>'
    return (
        f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/>{tab}</w:pPr>'
        f"{_run(briefing.issue.office)}<w:r><w:tab/></w:r>{_run(labels.page)}</w:p></w:ftr>"
    )
