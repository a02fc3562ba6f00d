"""The XML inside a Word file, which may come from anywhere."""

from functools import lru_cache

from lxml import etree

from sgdocs.errors import InputRefused

__all__ = ["not_word", "parsed"]


def parsed(content: bytes, where: str) -> etree._Element:
    """Read a part; one that asks for other files, or is not whole, is refused."""
    try:
        root = etree.fromstring(content, _parser())
    except etree.XMLSyntaxError:
        raise not_word(where) from None
    if root.getroottree().docinfo.doctype:
        raise not_word(where)
    return root


def not_word(where: str) -> InputRefused:
    """Say that this is no file of Word's."""
    return InputRefused(
        "this is not a whole Word file.", where=where, remedy="Save it in Word again."
    )


@lru_cache(maxsize=1)
def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
