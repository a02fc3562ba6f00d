"""Read an XML part: all its text in reading order, and all its attributes."""

from collections.abc import Iterator
from itertools import combinations

from lxml import etree

from sgdocs.gate.blobs import look_into_packed
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Atom, Manner
from sgdocs.gate.office.attributes import manner_of, place_of
from sgdocs.gate.office.runs import ASIDES, CONTEXTS, INVISIBLE, run_channel
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
_VOCABULARIES = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/office/",
    "http://purl.org/dc/",
    "urn:schemas-microsoft-com:",
    "http://www.w3.org/",
)
_HELD = frozenset({"t", "delText", "instrText", "delInstrText"})
_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TURNED = frozenset({"bdo", "dir", "rtl"})
_LONG = 64


def read_markup(root: etree._Element, channel: str, place: str, evidence: Evidence) -> None:
    """Hand on the text of a part, in the readings a person may come to, and its attributes."""
    walk = _Walk(channel)
    atoms = walk.texts(root)
    evidence.read(place, atoms)
    for unseen in _unseen({c for c, _ in atoms}):
        seen = [a for a in atoms if a[0] not in unseen]
        evidence.read(place, seen)
        evidence.read(place, [a for a in seen if a[1] != "\n"], Manner.JOINED)
    for turned in walk.turned:
        evidence.say(channel, place, turned[::-1])
    for name in walk.names:
        evidence.say("name of an element", place, name, Manner.LABEL)
    for kind, (how, values) in walk.attributes.items():
        evidence.read(place, [(kind, f"{value}\n") for value in values], how)
    for packed in walk.packed:
        look_into_packed(packed, channel, place, evidence)


def _unseen(met: set[str]) -> Iterator[frozenset[str]]:
    """Give what a reader may leave out: each thing that may be unseen, with the others or not."""
    hidden = sorted(INVISIBLE & met)
    asides = ASIDES & met
    for number in range(len(hidden) + 1):
        for some in combinations(hidden, number):
            yield frozenset(some)
            if asides:
                yield frozenset(some) | asides


class _Walk:
    """Goes through the elements of one part."""

    __slots__ = ("_channel", "attributes", "names", "packed", "turned")

    def __init__(self, channel: str) -> None:
        self._channel = channel
        self.attributes: dict[str, tuple[Manner, dict[str, None]]] = {}
        self.packed: list[str] = []
        self.turned: list[str] = []
        self.names: dict[str, None] = {}

    def texts(self, root: etree._Element) -> list[Atom]:
        """Give the text in pieces; what begins or ends a block is a line's end."""
        return list(self._each(root, self._channel))

    def _each(self, element: etree._Element, channel: str) -> Iterator[Atom]:
        stack: list[tuple[etree._Element, str, bool]] = [(element, channel, True)]
        while stack:
            node, inside, opening = stack.pop()
            if not _is_element(node):
                yield inside, node.tail or ""
                continue
            name = local(node)
            if not opening:
                yield from self._after(node, name, inside)
                continue
            here = self._inside(node, name, inside)
            yield from self._own(node, name, here)
            stack.append((node, inside, False))
            stack.extend((child, here, True) for child in reversed(node))

    def _inside(self, node: etree._Element, name: str, channel: str) -> str:
        if name == "r":
            return run_channel(node, channel)
        return CONTEXTS.get(name, channel)

    def _own(self, node: etree._Element, name: str, channel: str) -> Iterator[Atom]:
        self._attributes(node, name)
        self._named(node, name)
        if name in _BLOCKS:
            yield channel, "\n"
        if name in _SPACES:
            yield channel, _SPACES[name]
        elif name == "sym":
            yield channel, _symbol(node)
        text = node.text
        if text and (name in _HELD or not text.isspace()):
            yield from self._said(node, name, text, channel)

    def _named(self, node: etree._Element, name: str) -> None:
        """Note what an element and its namespaces are called, and what is written backwards."""
        if not _known(node):
            self.names[name] = None
            self.names.update(dict.fromkeys(k.rpartition("}")[2] for k in node.attrib))
        if node.nsmap is not None and node.getparent() is not None:
            new = node.nsmap.items() - node.getparent().nsmap.items()
        else:
            new = node.nsmap.items()
        for prefix, address in new:
            self.names[prefix or ""] = self.names[address] = None
        if name in _TURNED:
            self.turned.append("".join(str(t) for t in node.itertext()))

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
            if len(value) > _LONG and " " not in value:
                self.packed.append(value)


def _known(node: etree._Element) -> bool:
    """Say whether an element is of a vocabulary whose names are fixed."""
    space = str(node.tag).partition("}")[0].lstrip("{")
    return space.startswith(_VOCABULARIES)


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
