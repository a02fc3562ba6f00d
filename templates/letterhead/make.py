"""Build the letterhead that Word letters are written on, and a text of it to read in a change."""

import re
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HERE = Path(__file__).parent
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMES = f'xmlns:w="{W}" xmlns:r="{R}"'
FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
ACCENT, QUIET, HAIR = "1F4E5F", "4A5560", "9AA7B0"

PARTS = {
    "word/document.xml": "document.main",
    "word/styles.xml": "styles",
    "word/settings.xml": "settings",
    "word/numbering.xml": "numbering",
    "word/header1.xml": "header",
    "word/header2.xml": "header",
    "word/footer1.xml": "footer",
}


def content_types() -> str:
    """Say what kind each part is."""
    own = "".join(
        f'<Override PartName="/{name}" ContentType="{TYPES}.{kind}+xml"/>'
        for name, kind in PARTS.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{own}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def relationships(*entries: tuple[str, str]) -> str:
    """Point from one part to others."""
    rows = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(entries, 1)
    )
    kind = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{kind}">{rows}</Relationships>'


def core() -> str:
    """Give the title and the paper's own date; nobody's name, no clock."""
    when = "{{ date|iso_date }}T00:00:00Z"
    package = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return (
        f'<cp:coreProperties xmlns:cp="{package}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>{{ title }}</dc:title><dc:language>{{ language }}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def document() -> str:
    """Give the page, its headers and its footer, and the line the words take the place of."""
    return (
        f"<w:document {NAMES}><w:body><w:p><w:r><w:t>[[ body ]]</w:t></w:r></w:p><w:sectPr>"
        '<w:headerReference w:type="first" r:id="rId4"/>'
        '<w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="first" r:id="rId6"/>'
        '<w:footerReference w:type="default" r:id="rId6"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1417" w:right="1361" w:bottom="1361" w:left="1361" '
        'w:header="680" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
        "</w:body></w:document>"
    )


def settings() -> str:
    """Ask Word for its present behaviour, not that of an older version."""
    return (
        f"<w:settings {NAMES}><w:defaultTabStop w:val=\"720\"/>"
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def style(name: str, about: str, look: str = "", **also: str) -> str:
    """Define one paragraph style; its id is its name without the spaces."""
    based = also.get("based", "Normal")
    after = f'<w:next w:val="{also["next"]}"/>' if "next" in also else ""
    default = ' w:default="1"' if name == "Normal" else ""
    parent = "" if name == "Normal" else f'<w:basedOn w:val="{based}"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{also.get("id", name.replace(" ", ""))}">'
        f'<w:name w:val="{name}"/>{parent}{after}<w:qFormat/>'
        f"<w:pPr>{about}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def spacing(before: int, after: int, line: int = 0) -> str:
    """Set the room above and below, and between lines, in twentieths of a point."""
    between = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{between}/>'


def size(points: float) -> str:
    """Set the size of letters."""
    return f'<w:sz w:val="{int(points * 2)}"/><w:szCs w:val="{int(points * 2)}"/>'


def colour(value: str) -> str:
    """Set the colour of letters."""
    return f'<w:color w:val="{value}"/>'


def heading(level: int, points: float, before: int) -> str:
    """Define a heading that stays with what follows it."""
    about = (
        f'<w:keepNext/><w:keepLines/>{spacing(before, 100)}<w:outlineLvl w:val="{level - 1}"/>'
    )
    look = f"<w:b/><w:bCs/>{colour(ACCENT)}{size(points)}"
    return style(f"heading {level}", about, look, next="Normal", id=f"Heading{level}")


def listed(name: str, number: int) -> str:
    """Define a list item."""
    about = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>{spacing(0, 80)}'
    return style(name, about)


def table_style(name: str, borders: str, first_row: str = "", *, left: int = 100) -> str:
    """Define how a table looks."""
    margins = "".join(
        f'<w:{side} w:w="{w}" w:type="dxa"/>'
        for side, w in (("top", 50), ("left", left), ("bottom", 50), ("right", 100))
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr>{borders}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{first_row}</w:style>"
    )


def styles() -> str:
    """Define every style a letter uses and no other."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/>'
        for side in ("top", "bottom", "insideH")
    )
    shaded = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="E4EDF0"/></w:tcPr></w:tblStylePr>'
    )
    continued = "".join(
        style(f"List Continue {n}", f'{spacing(0, 80)}<w:ind w:left="{360 * n}"/>')
        for n in (1, 2, 3)
    )
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="3" w:color="{ACCENT}"/></w:pBdr>'
    return (
        f"<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr>{FONT}{size(11)}"
        '<w:lang w:val="{{ language }}" w:eastAsia="{{ language }}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
        + style("Normal", spacing(0, 140, 264))
        + heading(1, 14, 200)
        + heading(2, 12, 220)
        + heading(3, 11, 180)
        + style("Address", f"<w:keepLines/>{spacing(240, 280)}")
        + style("Closing", f"<w:keepLines/>{spacing(640, 200)}")
        + listed("List Bullet", 1)
        + listed("List Number", 2)
        + continued
        + style("caption", f"<w:keepNext/>{spacing(120, 80)}", "<w:b/><w:bCs/>", id="Caption")
        + style("Table Text", spacing(0, 0, 252), size(10))
        + style("After Table", spacing(0, 60, 120), size(6))
        + style("header", spacing(0, 40), f"{colour(QUIET)}{size(9)}", id="Header")
        + style("footer", spacing(0, 0), f"{colour(QUIET)}{size(9)}", id="Footer")
        + style("Marking", f'{spacing(0, 160)}<w:jc w:val="center"/>', f"<w:b/><w:bCs/>{size(10)}")
        + style("Office", f"{rule}{spacing(0, 60)}", f"<w:b/><w:bCs/>{colour(ACCENT)}{size(15)}")
        + '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:rPr>{colour(ACCENT)}<w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>'
        "</w:style>"
        + table_style("Paper Table", f"<w:tblBorders>{lines}</w:tblBorders>", shaded)
        + table_style("Field Table", "", left=0)
        + "</w:styles>"
    )


def numbering() -> str:
    """Define bullets (1) and numbers (2), three levels of each."""
    marks = {1: ("bullet", ("•", "–", "•")), 2: ("decimal", ("%1.", "%2.", "%3."))}
    patterns = "".join(_pattern(i, kind, texts) for i, (kind, texts) in marks.items())
    uses = "".join(
        f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in marks
    )
    return f"<w:numbering {NAMES}>{patterns}{uses}</w:numbering>"


def _pattern(number: int, kind: str, texts: tuple[str, ...]) -> str:
    formats = (kind, "lowerLetter", "lowerRoman") if kind == "decimal" else (kind,) * 3
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{360 * (i + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for i, (shape, text) in enumerate(zip(formats, texts, strict=True))
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def paragraph(style_id: str, inside: str) -> str:
    """Write one paragraph of a header or footer."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>{inside}</w:p>'


def words(text: str, look: str = "") -> str:
    """Write words of a header or footer."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def counted(code: str) -> str:
    """Let Word fill in a page number."""
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def watermark() -> str:
    """Write DRAFT across the page when the paper is one."""
    look = (
        "position:absolute;margin-left:0;margin-top:0;width:420pt;height:140pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    return (
        "{% if draft %}<w:p><w:r><w:pict>"
        '<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" id="_x0000_t136" '
        'coordsize="21600,21600" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:path textpathok="t"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="Draft" type="#_x0000_t136" '
        f'style="{look}" fillcolor="#d5dade" stroked="f" alt="Draft">'
        '<v:textpath style="font-family:Arial;font-size:1pt" string="DRAFT"/></v:shape>'
        "</w:pict></w:r></w:p>{% endif %}"
    )


def first_header() -> str:
    """Write the letterhead."""
    dot = "  ·  "
    contact = f"{words('{{ phone }}')}{words(dot)}{words('{{ email }}')}"
    return (
        f"<w:hdr {NAMES}>"
        + paragraph("Marking", words("{{ marking }}"))
        + paragraph("Office", words("{{ office }}"))
        + paragraph("Header", words("{{ address|join(', ') }}"))
        + paragraph("Header", contact)
        + watermark()
        + "</w:hdr>"
    )


def later_header() -> str:
    """Write reference, marking and office on the pages that follow."""
    tabs = (
        '<w:tabs><w:tab w:val="center" w:pos="4592"/><w:tab w:val="right" w:pos="9184"/></w:tabs>'
    )
    tab = "<w:r><w:tab/></w:r>"
    inside = (
        words("{{ reference }}")
        + tab
        + words("{{ marking }}", "<w:b/>")
        + tab
        + words("{{ office }}")
    )
    return (
        f'<w:hdr {NAMES}><w:p><w:pPr><w:pStyle w:val="Header"/>{tabs}</w:pPr>{inside}</w:p>'
        f"{watermark()}</w:hdr>"
    )


def footer() -> str:
    """Write the document's id and the page on every page."""
    tabs = '<w:tabs><w:tab w:val="right" w:pos="9184"/></w:tabs>'
    line = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{HAIR}"/></w:pBdr>'
    page = words("Page ") + counted("PAGE") + words(" of ") + counted("NUMPAGES")
    return (
        f'<w:ftr {NAMES}><w:p><w:pPr><w:pStyle w:val="Footer"/>{line}{tabs}</w:pPr>'
        + words("{{ document_id }}, version {{ version }}")
        + f"<w:r><w:tab/></w:r>{page}</w:p></w:ftr>"
    )


def parts() -> dict[str, str]:
    """Give every part of the file in the order Word writes them."""
    office = f"{R}/"
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            (f"{office}officeDocument", "word/document.xml"),
            (
                "http://schemas.openxmlformats.org/package/2006/relationships"
                "/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relationships(
            (f"{office}styles", "styles.xml"),
            (f"{office}settings", "settings.xml"),
            (f"{office}numbering", "numbering.xml"),
            (f"{office}header", "header1.xml"),
            (f"{office}header", "header2.xml"),
            (f"{office}footer", "footer1.xml"),
        ),
        "word/styles.xml": styles(),
        "word/settings.xml": settings(),
        "word/numbering.xml": numbering(),
        "word/header1.xml": first_header(),
        "word/header2.xml": later_header(),
        "word/footer1.xml": footer(),
        "docProps/core.xml": core(),
    }


def as_reading(made: dict[str, str]) -> str:
    """Write the parts one tag to a line, so that a change can be read."""
    spread = (f"== {name}\n{re.sub(r'>(?=<)', '>' + chr(10), text)}" for name, text in made.items())
    return "\n\n".join(spread) + "\n"


def main(folder: Path) -> None:
    """Write letterhead.docx and letterhead.txt."""
    made = parts()
    with ZipFile(folder / "letterhead.docx", "w") as archive:
        for name, text in made.items():
            archive.writestr(ZipInfo(name), HEAD + text, ZIP_DEFLATED, 9)
    (folder / "letterhead.txt").write_text(as_reading(made), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
