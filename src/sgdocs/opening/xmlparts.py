"""Read XML from anywhere: no other file is fetched, no entity grows, no tree is too deep."""

import re
from functools import lru_cache

from lxml import etree

from sgdocs.errors import InputRefused
from sgdocs.opening.limits import XML_BYTES, XML_ELEMENTS

__all__ = ["not_whole", "parse_xml", "require_no_doctype"]

# The standard of Word and Excel files knows no other codings; in UTF-7 a doctype is not seen.
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})")
_CODINGS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def parse_xml(
    data: bytes, where: str, noun: str = "Word file", *, ours: bool = False
) -> etree._Element:
    """Give the root element; what declares a document type, or is not whole, is refused.

    What we made ourselves may be as long as a report is.
    """
    if not ours and (len(data) > XML_BYTES or data.count(b"<") > 2 * XML_ELEMENTS):
        raise InputRefused(
            f"this {noun} is too large: one part of it is longer than any form.",
            where=where,
            remedy="Ask for the form by itself.",
        )
    require_no_doctype(data, where, noun)
    try:
        return etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError):
        raise not_whole(where, noun) from None


def require_no_doctype(data: bytes, where: str, noun: str) -> None:
    """Refuse XML that declares a document type, or that is written so that one could hide."""
    if data.startswith(_WIDE):
        plain = data.decode("utf-16", "replace").encode("utf-8", "replace")
    elif b"\0" in data[:4] or not _coded_plainly(data):
        raise not_whole(where, noun)
    else:
        plain = data
    if b"<!DOCTYPE" in plain:
        raise not_whole(where, noun)


def _coded_plainly(data: bytes) -> bool:
    declared = _DECLARED.match(data.lstrip(b"\xef\xbb\xbf\r\n\t "))
    return declared is None or declared[1].lower() in _CODINGS


def not_whole(where: str, noun: str) -> InputRefused:
    """Say that a file is damaged, or something else than its name says."""
    return InputRefused(
        f"this is not a whole {noun}.", where=where, remedy="Save it again, or ask for it again."
    )


@lru_cache(maxsize=1)
def _parser() -> etree.XMLParser:
    # Without huge_tree, libxml2 itself stops at a depth of 256 and at texts of ten megabytes.
    return etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
