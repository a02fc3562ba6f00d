"""Build the letterhead that Word letters are written on, and a text of it to read in a change."""

import re
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from look import HAIR, NAMES, R, numbering, styles

HERE = Path(__file__).parent
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

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
        f'<w:settings {NAMES}><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
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


SHAPE = "".join(
    f'<v:f eqn="{formula}"/>'
    for formula in (
        *("sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3"),
        *("if @0 @3 0", "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600"),
        *("mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5"),
    )
)


def watermark() -> str:
    """Write DRAFT across the page when the paper is one, as Word itself draws a watermark."""
    look = (
        "position:absolute;margin-left:0;margin-top:0;width:420pt;height:140pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    return (
        '{% if draft %}<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:pict>'
        '<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t136" '
        'coordsize="21600,21600" o:spt="136" adj="10800" '
        f'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>{SHAPE}</v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office" id="PowerPlusWaterMarkObject1" '
        'o:spid="_x0000_s2049" type="#_x0000_t136" '
        f'style="{look}" o:allowincell="f" fillcolor="#e4e8eb" stroked="f" alt="Draft">'
        '<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string="DRAFT"/></v:shape>'
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
        + paragraph("Header", words("{{ address|join(', ') if address else '' }}"))
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
