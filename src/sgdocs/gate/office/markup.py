"""Read an XML part: all its text in reading order, and all its attributes."""

from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from sgdocs.gate.blobs import look_into_packed
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Atom, Manner
from sgdocs.gate.office.attributes import manner_of, place_of
from sgdocs.gate.office.runs import CONTEXTS, INVISIBLE, run_channel
from sgdocs.gate.ordinary import listed
from sgdocs.gate.xml import local

__all__ = ["read_markup"]

_BLOCKS = frozenset(
    listed(
        """
    p tr tc pt v si c row sdt txbxContent comment footnote endnote sectPr ser cat tx title
    Relationship property tbl lvl style docVar
    """
    )
)
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_HELD = frozenset({"t", "delText", "instrText", "delInstrText"})
_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONG = 64


def read_markup(root: etree._Element, channel: str, place: str, evidence: Evidence) -> None:
    """Hand on the text of a part, in the readings a person may come to, and its attributes."""
    walk = _Walk(channel)
    atoms = walk.texts(root)
    evidence.read(place, atoms)
    met = {c for c, _ in atoms}
    for unseen in INVISIBLE & met:
        evidence.read(place, [a for a in atoms if a[0] != unseen])
    if len(INVISIBLE & met) > 1:
        evidence.read(place, [a for a in atoms if a[0] not in INVISIBLE])
    evidence.read(place, [a for a in atoms if a[1] != "\n"], Manner.JOINED)
    for kind, (how, values) in walk.attributes.items():
        evidence.read(place, [(kind, f"{value}\n") for value in values], how)
    for packed in walk.packed:
        look_into_packed(packed, channel, place, evidence)


class _Walk:
    """Goes through the elements of one part."""

    __slots__ = ("_channel", "attributes", "packed")

    def __init__(self, channel: str) -> None:
        self._channel = channel
        self.attributes: dict[str, tuple[Manner, dict[str, None]]] = {}
        self.packed: list[str] = []

    def texts(self, root: etree._Element) -> list[Atom]:
        """Give the text in pieces; what begins or ends a block is a line's end."""
        return list(self._each(root, self._channel))

    def _each(self, element: etree._Element, channel: str) -> Iterator[Atom]:
        stack: list[tuple[etree._Element, str, bool]] = [(element, channel, True)]
        while stack:
            node, inside, opening = stack.pop()
            name = local(node)
            if not opening:
                yield from self._after(node, name, inside)
                continue
            here = self._inside(node, name, inside)
            yield from self._own(node, name, here)
            stack.append((node, inside, False))
            stack.extend((child, here, True) for child in reversed(node) if _is_element(child))

    def _inside(self, node: etree._Element, name: str, channel: str) -> str:
        if name == "r":
            return run_channel(node, channel)
        return CONTEXTS.get(name, channel)

    def _own(self, node: etree._Element, name: str, channel: str) -> Iterator[Atom]:
        self._attributes(node, name)
        if name in _BLOCKS:
            yield channel, "\n"
        if name in _SPACES:
            yield channel, _SPACES[name]
        elif name == "sym":
            yield channel, _symbol(node)
        text = node.text
        if text and (name in _HELD or not text.isspace()):
            yield from self._said(node, name, text, channel)

    def _said(self, node: etree._Element, name: str, text: str, channel: str) -> Iterator[Atom]:
        if len(text) > _LONG and " " not in text.strip():
            self.packed.append(text)
        yield channel, text
        if not str(node.tag).startswith(_WORDS) and name != "t":
            yield channel, "\n"

    def _after(self, node: etree._Element, name: str, channel: str) -> Iterator[Atom]:
        if name in _BLOCKS:
            yield channel, "\n"
        if node.tail and not node.tail.isspace():
            yield channel, node.tail

    def _attributes(self, node: etree._Element, name: str) -> None:
        for key, value in node.items():
            if not value or (value.isdigit() and len(value) < 6):
                continue
            attribute = key.rpartition("}")[2]
            kind = place_of(name, attribute, node)
            known = self.attributes.setdefault(kind, (manner_of(kind), {}))[1]
            known[value] = None
            if "%" in value:
                known[unquote(value)] = None
            if len(value) > _LONG and " " not in value:
                self.packed.append(value)


def _is_element(node: etree._Element) -> bool:
    return isinstance(node.tag, str)


def _symbol(node: etree._Element) -> str:
    """Give a symbol as the letter it stands for in a symbol typeface."""
    code = node.get(f"{_WORDS}char", "")
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number - 0xF000 if 0xF020 <= number <= 0xF0FF else number)
