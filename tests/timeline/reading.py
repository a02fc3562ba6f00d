"""Reads a picture back: its words, where they stand and how large, and the shapes among them."""

import re
from dataclasses import dataclass
from itertools import combinations
from xml.etree.ElementTree import Element, fromstring

_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Written:
    """Some words on the sheet; y counts upwards from its foot."""

    words: str
    x: float
    y: float
    width: float
    size: float
    bold: bool
    colour: str

    def touches(self, other: "Written") -> bool:
        """Say whether the letters of two texts run into each other."""
        beside = self.x + self.width <= other.x or other.x + other.width <= self.x
        apart = self.y - self._below >= other.y + other._above or (
            other.y - other._below >= self.y + self._above
        )
        return not (beside or apart)

    @property
    def _above(self) -> float:
        return self.size * 0.68

    @property
    def _below(self) -> float:
        return self.size * 0.2


def root(svg: str) -> Element:
    """Read a picture as XML."""
    return fromstring(svg.encode())  # noqa: S314 - our own picture


def written(svg: str) -> list[Written]:
    """Give all words of a picture in the order they are written."""
    return [_written(node) for node in root(svg).iter(f"{_SVG}text")]


def words(svg: str) -> list[str]:
    """Give the words alone."""
    return [one.words for one in written(svg)]


def line_at(svg: str, title: str) -> list[str]:
    """Give what stands beside a title, from left to right; the sign in a mark is no word."""
    every = written(svg)
    (place,) = (w for w in every if w.words == title)
    beside = [w for w in every if abs(w.y - place.y) < 3 and w.x > place.x and w.words != "!"]
    return [w.words for w in sorted(beside, key=lambda w: w.x)]


def touching(svg: str) -> list[tuple[str, str]]:
    """Give the words that run into each other."""
    pairs = combinations(written(svg), 2)
    return [(a.words, b.words) for a, b in pairs if a.touches(b)]


def shapes(svg: str) -> list[str]:
    """Give the shapes without their colours, as a black-and-white print shows their outline."""
    drawn = (n for n in root(svg).iter() if n.tag.split("}")[1] in _SHAPES)
    return [_outline(node) for node in drawn]


_SHAPES = ("rect", "circle", "polygon", "polyline")


def _outline(node: Element) -> str:
    style = re.sub(r"rgb\([^)]*\)", "ink", node.attrib.pop("style", ""))
    return f"{node.tag} {sorted(node.attrib.items())} {style}"


def _written(node: Element) -> Written:
    style = dict(re.findall(r"([a-z-]+): ?([^;]+)", node.attrib["style"]))
    return Written(
        words=node.text or "",
        x=float(node.attrib["x"]),
        y=float(node.attrib["y"]),
        width=float(node.attrib["textLength"]),
        size=float(style["font-size"].removesuffix("px")),
        bold=style["font-weight"] == "700",
        colour=style["fill"],
    )
