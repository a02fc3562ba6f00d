"""By which channel an attribute reaches a reader, and how its words are to be read."""

from lxml import etree

from sgdocs.gate.model import Manner

__all__ = ["manner_of", "place_of"]

_BY_ELEMENT = {
    "bookmarkStart": "bookmark",
    "bookmarkEnd": "bookmark",
    "tag": "content control",
    "alias": "content control",
    "listItem": "content control",
    "dataBinding": "data binding",
    "docPart": "placeholder",
    "fldSimple": "field code",
    "hyperlink": "hyperlink target",
    "docPr": "alt text",
    "cNvPr": "alt text",
    "tblCaption": "alt text",
    "tblDescription": "alt text",
    "docVar": "document variable",
    "person": "people",
    "presenceInfo": "people",
    "font": "font name",
    "rFonts": "font name",
    "latin": "font name",
    "altName": "font name",
    "textpath": "text box",
    "Override": "content types",
    "Relationship": "relationship target",
    "permStart": "permission",
    "ffData": "form field",
    "statusText": "form field",
    "helpText": "form field",
    "smartTag": "smart tag",
    "customXml": "custom XML",
    "attr": "smart tag",
}
_BY_NAME = {
    "author": "author of a change",
    "initials": "author of a change",
    "userId": "people",
    "instr": "field code",
    "tooltip": "hyperlink target",
    "href": "hyperlink target",
    "alt": "alt text",
    "descr": "alt text",
    "gfxdata": "drawing",
    "date": "date of a change",
}
_CODES = frozenset({"attribute", "font name", "content types", "relationship target", "permission"})


def place_of(element: str, attribute: str, node: etree._Element) -> str:
    """Give the channel of an attribute."""
    if attribute in _BY_NAME and element not in ("person", "presenceInfo"):
        return _BY_NAME[attribute]
    if element in ("name", "default", "result") and _within_form(node):
        return "form field"
    return _BY_ELEMENT.get(element, "attribute")


def manner_of(channel: str) -> Manner:
    """Say how the words of a channel are to be read."""
    return Manner.CODE if channel in _CODES else Manner.LABEL


def _within_form(node: etree._Element) -> bool:
    above = node.getparent()
    return above is not None and str(above.tag).endswith(("ffData", "textInput", "ddList"))
