"""Small Word files made by hand, part by part, so that a test shows what is in them."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

__all__ = ["box", "control", "p", "runs", "table", "word"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_KINDS = {"header": "hdr", "footer": "ftr"}


def runs(*texts: str) -> str:
    """Give runs of text."""
    return "".join(f'<w:r><w:t xml:space="preserve">{escape(t)}</w:t></w:r>' for t in texts)


def p(*texts: str, style: str = "", extra: str = "") -> str:
    """Give a paragraph of runs; `extra` is XML put after them."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{runs(*texts)}{extra}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Give a table; each cell is one paragraph, or XML of its own."""
    whole = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:tcPr/>{c if c.startswith('<') else p(c)}</w:tc>" for c in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{whole}</w:tbl>"


def box(*paragraphs: str) -> str:
    """Give a text box as Word writes it: twice, once for older versions."""
    inner = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{inner}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def control(tag: str, kind: str, text: str = "…") -> str:
    """Give a field to fill in, in a paragraph."""
    return (
        f'<w:p><w:sdt><w:sdtPr><w:tag w:val="{tag}"/>{kind}</w:sdtPr>'
        f"<w:sdtContent>{runs(text)}</w:sdtContent></w:sdt></w:p>"
    )


def word(*body: str, title: str = "", **parts: str) -> bytes:
    """Give a Word file; parts are header1, footer1, footnotes, comments, endnotes."""
    inner = f"<w:body>{''.join(body)}<w:sectPr/></w:body>"
    files = {"word/document.xml": f"<w:document {_NAMES}>{inner}</w:document>"}
    relations, types = [_relation("styles", "styles.xml")], []
    files["word/styles.xml"] = (
        f"<w:styles {_NAMES}><w:style w:type='paragraph' w:styleId='H1'>"
        "<w:name w:val='heading 1'/></w:style></w:styles>"
    )
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        root = _KINDS.get(kind, kind)
        files[f"word/{name}.xml"] = f"<w:{root} {_NAMES}>{content}</w:{root}>"
        relations.append(_relation(kind, f"{name}.xml"))
        types.append(_type(f"/word/{name}.xml", kind))
    files["word/_rels/document.xml.rels"] = _relations("".join(relations))
    files["docProps/core.xml"] = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
    )
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    files["_rels/.rels"] = _relations(
        f'<Relationship Id="a" Type="{_R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{core}" Target="docProps/core.xml"/>'
    )
    files["[Content_Types].xml"] = _content_types("".join(types))
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return made.getvalue()


def _relation(kind: str, target: str) -> str:
    return f'<Relationship Id="r{target}" Type="{_R}/{kind}" Target="{target}"/>'


def _relations(inner: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inner}</Relationships>'


def _type(name: str, kind: str) -> str:
    return f'<Override PartName="{name}" ContentType="{_TYPES}.{kind}+xml"/>'


def _content_types(inner: str) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-'
        f'package.core-properties+xml"/>{inner}</Types>'
    )
