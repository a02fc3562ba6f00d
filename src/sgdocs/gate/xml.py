"""Parse XML without fetching, without expanding, and without losing a comment."""

from collections.abc import Iterator

from lxml import etree

from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Code, Manner

__all__ = ["local", "parsed"]


def parsed(data: bytes, channel: str, place: str, evidence: Evidence) -> etree._Element | None:
    """Give the root of an XML part, its comments handed on; what cannot be parsed is refused."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        evidence.refuse(Code.UNOPENABLE, channel, place)
        return None
    if root.getroottree().docinfo.doctype:
        evidence.refuse(Code.UNKNOWN, channel, place)
    for aside in _asides(root):
        evidence.say("XML comment", place, str(aside), Manner.LABEL)
    return root


def local(element: etree._Element) -> str:
    """Give an element's name without its namespace."""
    tag = str(element.tag)
    return tag.rpartition("}")[2]


def _asides(root: etree._Element) -> Iterator[str]:
    """Give comments and processing instructions, those outside the root too."""
    outside = [*root.itersiblings(preceding=True), *root.itersiblings()]
    for each in (*outside, *root.iter(etree.Comment, etree.ProcessingInstruction)):
        target = getattr(each, "target", "")
        if target != "mso-application":
            yield f"{target} {each.text or ''}"
