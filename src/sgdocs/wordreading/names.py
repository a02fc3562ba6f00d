"""The names of Word's elements and attributes that the reader knows."""

from lxml import etree

__all__ = ["IGNORED", "R", "W", "attribute", "child", "name_of", "style_of"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Marks that Word leaves for itself and that no reader sees.
IGNORED = frozenset(
    f"{W}{name}"
    for name in (
        *("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"),
        *("lastRenderedPageBreak", "sectPr", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr"),
    )
)


def name_of(element: etree._Element) -> str:
    """Give an element's name as Word's own files write it."""
    return str(element.tag).replace(W, "w:") if isinstance(element.tag, str) else "a comment"


def child(element: etree._Element, *path: str) -> etree._Element | None:
    """Give the element at a path of names below another."""
    found: etree._Element | None = element
    for name in path:
        # Quicker than `find`, and asked thousands of times of one form.
        found = next(found.iterchildren(f"{W}{name}"), None) if found is not None else None
    return found


def attribute(element: etree._Element | None, name: str = "val") -> str:
    """Give one of Word's attributes; nothing where it or its element is not there."""
    return str(element.get(f"{W}{name}", "")) if element is not None else ""


def style_of(element: etree._Element, properties: str) -> str:
    """Name the style of a paragraph (`pPr`) or a table (`tblPr`)."""
    kind = "pStyle" if properties == "pPr" else "tblStyle"
    return attribute(child(element, properties, kind))
