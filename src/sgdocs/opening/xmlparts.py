"""Read XML from anywhere: no other file is fetched, no entity grows, no tree is too deep."""

from functools import lru_cache

from lxml import etree

from sgdocs.errors import InputRefused
from sgdocs.opening.limits import XML_BYTES, XML_ELEMENTS

__all__ = ["not_whole", "parse_xml"]


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
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError):
        raise not_whole(where, noun) from None
    if root.getroottree().docinfo.doctype:
        raise not_whole(where, noun)
    return root


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
