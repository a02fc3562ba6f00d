"""Word files made part by part, each with words in one channel only."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/footnotes.xml": f"{_WORD}.footnotes+xml",
    "word/endnotes.xml": f"{_WORD}.endnotes+xml",
    "word/comments.xml": f"{_WORD}.comments+xml",
    "word/people.xml": f"{_WORD}.people+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/glossary/document.xml": f"{_WORD}.document.glossary+xml",
    "word/header1.xml": f"{_WORD}.header+xml",
    "word/header2.xml": f"{_WORD}.header+xml",
    "word/header3.xml": f"{_WORD}.header+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "word/charts/chart1.xml": f"{_OFFICE}.drawingml.chart+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{_OFFICE}.extended-properties+xml",
    "docProps/custom.xml": f"{_OFFICE}.custom-properties+xml",
    "customXml/item1.xml": "application/xml",
}
_ENDINGS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "docx": f"{_WORD}.document",
    "odttf": f"{_OFFICE}.obfuscatedFont",
}
Parts = dict[str, bytes]


def xml(root: str, inside: str) -> bytes:
    """Write a part."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}<{root} {_NAMESPACES}>{inside}</{root.split(maxsplit=1)[0]}>".encode()


def run(words: str, look: str = "") -> str:
    """Write a run of words."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    """Write a paragraph."""
    return f"<w:p>{''.join(runs)}</w:p>"


def document(*blocks: str) -> bytes:
    """Write a body that begins and ends with words of no matter."""
    around = (
        paragraph(run("A local review of how services worked together.")),
        paragraph(run("It was published on Monday and read by many.")),
    )
    return xml("w:document", f"<w:body>{around[0]}{''.join(blocks)}{around[1]}</w:body>")


def relations(*targets: str) -> bytes:
    """Write relationships: kind and target, with an exclamation mark where it is outside."""
    lines = []
    for number, target in enumerate(targets, 1):
        kind, _, where = target.partition("=")
        mode = ' TargetMode="External"' if where.startswith("!") else ""
        lines.append(
            f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{where.lstrip("!")}"{mode}/>'
        )
    inside = "".join(lines)
    head = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0"?><Relationships xmlns="{head}">{inside}</Relationships>'.encode()


def package(parts: Parts, *targets: str) -> Parts:
    """Complete a package: its content types, and what refers to what."""
    named = {n.removeprefix("word/"): n for n in parts if n.startswith("word/")}
    kinds = {
        "header": "header", "footer": "footer", "footnotes": "footnotes", "media": "image",
        "endnotes": "endnotes", "comments": "comments", "people": "people", "styles": "styles",
        "numbering": "numbering", "settings": "settings", "fontTable": "fontTable",
        "glossary": "glossaryDocument", "charts": "chart", "embeddings": "package",
    }  # fmt: skip
    inside = [f"{k}={short}" for short in named for p, k in kinds.items() if short.startswith(p)]
    outside = [f"x={n}" for n in parts if not n.startswith(("word/", "orphan"))]
    whole = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": relations("officeDocument=word/document.xml", *outside),
        "word/_rels/document.xml.rels": relations(*inside, *targets),
    }
    return {**whole, **({} if "word/document.xml" in parts else {"word/document.xml": document()}),
            **parts}  # fmt: skip


def _types(parts: Parts) -> bytes:
    lines = [f'<Default Extension="{e}" ContentType="{t}"/>' for e, t in _ENDINGS.items()]
    there = {"word/document.xml", *parts}
    lines += [
        f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in _TYPES.items() if n in there
    ]
    head = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<?xml version="1.0"?><Types xmlns="{head}">{"".join(lines)}</Types>'.encode()


def packed(parts: Parts, change: Callable[[zipfile.ZipFile], None] | None = None) -> bytes:
    """Pack the parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
        if change:
            change(archive)
    return out.getvalue()


def word(*blocks: str) -> bytes:
    """Make a whole Word file of a body."""
    return packed(package({"word/document.xml": document(*blocks)}))


def part(name: str, root: str, inside: str) -> bytes:
    """Make a whole Word file with one part beside the body."""
    return packed(package({name: xml(root, inside)}))


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """Make a picture of one pixel with chunks of text."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">2I5B", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0\xff\xff\xff")
    body = [chunk(b"IHDR", head), *(chunk(*c) for c in chunks), chunk(b"IDAT", pixels)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(body) + chunk(b"IEND", b"")


def jpeg(note: bytes) -> bytes:
    """Make a picture that has a segment of notes."""
    segment = b"Exif\0\0" + note
    size = struct.pack(">H", len(segment) + 2)
    return b"\xff\xd8\xff\xe1" + size + segment + b"\xff\xda\0\x02\0\0\xff\xd9"


def workbook(words: str) -> bytes:
    """Make a workbook of one cell."""
    main = f"{_OFFICE}.spreadsheetml.sheet.main+xml"
    strings = f"{_OFFICE}.spreadsheetml.sharedStrings+xml"
    types = (
        '<?xml version="1.0"?><Types '
        'xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{_ENDINGS["rels"]}"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{strings}"/></Types>'
    )
    sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return packed(
        {
            "[Content_Types].xml": types.encode(),
            "_rels/.rels": relations("officeDocument=xl/workbook.xml"),
            "xl/_rels/workbook.xml.rels": relations("sharedStrings=sharedStrings.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{sheet}"/>'.encode(),
            "xl/sharedStrings.xml": f'<sst xmlns="{sheet}"><si><t>{words}</t></si></sst>'.encode(),
        }
    )
