"""The XML inside a Word file of the office's own."""

from lxml import etree

from sgdocs.errors import InputRefused
from sgdocs.opening import not_whole, parse_xml

__all__ = ["not_word", "parsed"]


def parsed(content: bytes, where: str) -> etree._Element:
    """Read a part; one that asks for other files, or is not whole, is refused."""
    return parse_xml(content, where, ours=True)


def not_word(where: str) -> InputRefused:
    """Say that this is no file of Word's."""
    return not_whole(where, "Word file")
