"""The parts of a Word briefing that hold no words: what belongs together, and its typeface."""

from collections.abc import Iterator
from html import escape

from sgdocs.briefing.wordlook import numbering, styles
from sgdocs.typesetting import face_files

__all__ = ["NAMESPACES", "fixed_parts"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# With its own typeface the page breaks its lines alike wherever it is opened.
_FAMILY = "Source Sans Pro"
_KEYS = {
    "Regular": "6E0C1B52-93A4-4D0F-8E57-2B6A41C7D901",
    "Bold": "6E0C1B52-93A4-4D0F-8E57-2B6A41C7D902",
}
_PARTS = {
    "document": "document.main",
    "styles": "styles",
    "settings": "settings",
    "numbering": "numbering",
    "fontTable": "fontTable",
    "footer1": "footer",
}


def fixed_parts(size: float, title: str, day: str) -> Iterator[tuple[str, bytes]]:
    """Give every part but the document, its footer and its picture."""
    yield "[Content_Types].xml", _part(_content_types())
    yield (
        "_rels/.rels",
        _related(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
    )
    yield "docProps/core.xml", _part(_core(title, day))
    inside = ("styles", "settings", "numbering", "fontTable")
    yield (
        "word/_rels/document.xml.rels",
        _related(
            *((f"{_OFFICE}/{name}", f"{name}.xml") for name in inside),
            (f"{_OFFICE}/footer", "footer1.xml"),
            (f"{_OFFICE}/image", "media/ring.png"),
        ),
    )
    yield "word/styles.xml", _part(styles(size, _FAMILY))
    yield "word/settings.xml", _part(_settings())
    yield "word/numbering.xml", _part(numbering(size))
    yield from _typeface()


def _typeface() -> Iterator[tuple[str, bytes]]:
    yield "word/fontTable.xml", _part(_font_table())
    files = ((f"{_OFFICE}/font", f"fonts/{face}.odttf") for face in _KEYS)
    yield "word/_rels/fontTable.xml.rels", _related(*files)
    faces = face_files()
    for face, key in _KEYS.items():
        yield f"word/fonts/{face}.odttf", _veiled(faces[face].read_bytes(), key)


def _veiled(font: bytes, key: str) -> bytes:
    """Veil the first bytes with the key, as the format asks of fonts inside a document."""
    mask = bytes.fromhex(key.replace("-", ""))[::-1] * 2
    return bytes(a ^ b for a, b in zip(font, mask, strict=False)) + font[len(mask) :]


def _part(inside: str) -> bytes:
    return f"{_HEAD}{inside}".encode()


def _related(*entries: tuple[str, str]) -> bytes:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(entries, 1)
    )
    return _part(f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>')


def _content_types() -> str:
    kinds = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "odttf": f"{_TYPES}.obfuscatedFont",
    }
    rows = "".join(f'<Default Extension="{e}" ContentType="{k}"/>' for e, k in kinds.items())
    own = "".join(
        f'<Override PartName="/word/{name}.xml" '
        f'ContentType="{_TYPES}.wordprocessingml.{kind}+xml"/>'
        for name, kind in _PARTS.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">{rows}{own}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _core(title: str, day: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title, quote=False)}</dc:title><dc:language>en-GB</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
        "</cp:coreProperties>"
    )


def _settings() -> str:
    return (
        f"<w:settings {NAMESPACES}><w:embedTrueTypeFonts/>"
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/></w:settings>'
    )


def _font_table() -> str:
    embedded = "".join(
        f'<w:embed{face} r:id="rId{number}" w:fontKey="{{{key}}}"/>'
        for number, (face, key) in enumerate(_KEYS.items(), 1)
    )
    return (
        f'<w:fonts {NAMESPACES}><w:font w:name="{_FAMILY}"><w:altName w:val="Arial"/>'
        f'<w:family w:val="swiss"/><w:pitch w:val="variable"/>{embedded}</w:font></w:fonts>'
    )
