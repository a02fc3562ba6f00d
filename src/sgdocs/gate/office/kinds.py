"""What kinds of part a package may hold, and by which channel their words reach a reader."""

from sgdocs.gate.ordinary import listed

__all__ = ["BINARY", "FONTS", "MAINS", "PARTS", "PICTURES", "channel_of"]

MAINS = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    }
)

PARTS = {
    "document.main": "body text",
    "template.main": "body text",
    "sheet.main": "workbook",
    "presentation.main": "slides",
    "slide": "slides",
    "slideLayout": "slides",
    "slideMaster": "slides",
    "worksheet": "workbook",
    "sharedStrings": "workbook",
    "table": "workbook",
    "calcChain": "workbook",
    "header": "header",
    "footer": "footer",
    "footnotes": "footnote",
    "endnotes": "endnote",
    "comments": "comment",
    "commentsExtended": "comment",
    "commentsIds": "comment",
    "commentsExtensible": "comment",
    "person": "people",
    "people": "people",
    "document.glossary": "glossary",
    "styles": "styles",
    "stylesWithEffects": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "webSettings": "settings",
    "fontTable": "font table",
    "theme": "theme",
    "themeOverride": "theme",
    "chart": "chart",
    "chartex": "chart",
    "chartcolorstyle": "chart",
    "chartstyle": "chart",
    "colors": "chart",
    "style": "chart",
    "drawing": "drawing",
    "drawingml.chart": "chart",
    "drawingml.chartshapes": "chart",
    "diagramData": "drawing",
    "diagramLayout": "drawing",
    "diagramStyle": "drawing",
    "diagramColors": "drawing",
    "vmlDrawing": "drawing",
    "core-properties": "core properties",
    "extended-properties": "app properties",
    "custom-properties": "custom properties",
    "customXmlProperties": "custom XML",
    "relationships": "relationships",
    "xml": "custom XML",
    "keyMapCustomizations": "settings",
    "recipientData": "mail merge",
}
"""By the last words of the content type, without +xml."""

PICTURES = frozenset(
    listed(
        """
    image/png image/jpeg image/jpg image/gif image/bmp image/tiff image/x-emf image/x-wmf
    image/emf image/wmf image/webp image/svg+xml image/vnd.ms-photo
    """
    )
)
FONTS = frozenset(
    [
        "application/vnd.openxmlformats-officedocument.obfuscatedFont",
        "application/x-fontdata",
        "application/x-font-ttf",
        "application/font-sfnt",
        "font/ttf",
        "font/otf",
    ]
)
BINARY = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/pdf",
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/rtf",
        "application/rtf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.printerSettings",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings",
    }
)


def channel_of(content_type: str) -> str:
    """Give the channel of an XML part by its content type, or nothing for one not known."""
    bare = content_type.split(";", maxsplit=1)[0].strip()
    if bare in ("application/xml", "text/xml"):
        return "custom XML"
    if bare == "application/vnd.openxmlformats-officedocument.vmlDrawing":
        return "drawing"
    if not bare.endswith("+xml"):
        return ""
    words = bare.removesuffix("+xml").rpartition("/")[2].replace("vnd.ms-office.", "")
    parts = words.rsplit(".", 2)
    pair = ".".join(parts[-2:])
    return PARTS.get(pair) or PARTS.get(parts[-1], "")
