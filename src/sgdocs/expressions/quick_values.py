"""Write the parts of a checked expression as Python text: the ordinary way to work them out.

What is written gives up, with one of the errors in `GIVES_UP`, wherever a fact is not of the
ordinary kind; the closures then work the whole out and say what is wrong. No word of a template
stands in the text that is written: names and words are kept beside it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from sgdocs.expressions.closures import reads
from sgdocs.expressions.filter_lists import default
from sgdocs.expressions.operations import using
from sgdocs.expressions.paths import path_of
from sgdocs.expressions.refusals import Fault
from sgdocs.expressions.registry import FILTERS
from sgdocs.expressions.tree import Node
from sgdocs.expressions.values import Missing, is_blank, truth

__all__ = ["GIVES_UP", "Place", "Text", "condition", "value"]

GIVES_UP = (Fault, LookupError, TypeError, ValueError)


def _give_up() -> NoReturn:
    raise LookupError


@dataclass(slots=True)
class Text:
    """What is being written, and the things it speaks of."""

    set_names: frozenset[str]
    """The names that statements set on the way."""
    lines: list[str] = field(default_factory=list)
    kept: dict[str, object] = field(default_factory=dict)
    tops: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.kept |= {"default": default, "empty": is_blank, "truth": truth, "give_up": _give_up}

    def keep(self, thing: object) -> str:
        """Keep a thing and give the name it has in the text."""
        name = f"k{len(self.kept)}"
        self.kept[name] = thing
        return name

    def fresh(self) -> str:
        """Give a name that nothing has yet."""
        return self.keep(None).replace("k", "t")

    def top(self, name: str) -> str:
        """Give the name that a fact of the first level has in the text."""
        return self.tops.setdefault(name, f"d{len(self.tops)}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the text something is written: in which scope, and which names are known there."""

    text: Text
    scope: str
    names: Mapping[str, str]
    depth: int = 1

    def line(self, words: str) -> None:
        """Write one line."""
        self.text.lines.append(" " * self.depth + words)


def value(node: Node, place: Place, *, sure: bool = True) -> str:
    """Write what gives a value; one that is not `sure` to be there may be missing."""
    if node.kind == "field":
        return _field(node, place, sure=sure)
    write = _VALUES.get(node.kind)
    written = write(node, place) if write else None
    return written or f"{place.text.keep(reads(node))}({place.scope})"


def condition(node: Node, place: Place) -> str:
    """Write what is true or false, and nothing else."""
    if node.kind in ("and", "or"):
        left, right = (condition(part, place) for part in node.parts)
        return f"({left} {node.kind} {right})"
    if node.kind == "not":
        return f"(not {condition(node.parts[0], place)})"
    found, path = place.text.fresh(), place.text.keep(path_of(node))
    said = value(node, place, sure=False)
    return f"({found} if type({found} := {said}) is bool else truth({found}, {path}))"


def _const(node: Node, place: Place) -> str:
    return place.text.keep(node.detail)


def _name(node: Node, place: Place) -> str:
    name, text = str(node.detail), place.text
    if name in place.names:
        return place.names[name]
    top = text.top(name)
    if name not in text.set_names:
        return top
    key = text.keep(name)
    return f"({place.scope}.names[{key}] if {key} in {place.scope}.names else {top})"


def _field(node: Node, place: Place, *, sure: bool) -> str:
    text = place.text
    held, key = text.fresh(), text.keep(node.detail)
    takes = f"{held}[{key}]"
    if not sure:
        takes = f"{held}.get({key}, {text.keep(Missing(path_of(node)))})"
    holder = value(node.parts[0], place)
    return f"({takes} if type({held} := {holder}) is dict else give_up())"


def _if(node: Node, place: Place) -> str:
    asked, *sides = node.parts
    yes, no = (value(side, place, sure=False) for side in sides)
    return f"({yes} if {condition(asked, place)} else {no})"


def _compare(node: Node, place: Place) -> str | None:
    """Compare a fact with a word; other comparisons are worked out the careful way."""
    left, *others = node.parts
    word = others[0].detail
    sign = {"eq": "==", "ne": "!="}.get(str(node.detail))
    if sign is None or others[0].kind != "const" or not isinstance(word, str):
        return None
    found, careful = place.text.fresh(), place.text.keep(reads(node))
    same = f"{found} {sign} {place.text.keep(word)}"
    said = value(left, place)
    return f"({same} if type({found} := {said}) is str else {careful}({place.scope}))"


def _filter(node: Node, place: Place) -> str | None:
    of, *given = node.parts
    if any(each.kind != "const" for each in given):
        return None
    arguments = place.text.keep(tuple(each.detail for each in given))
    if node.detail == "default":
        found = place.text.fresh()
        said = f"type({found} := {value(of, place, sure=False)}) is str and {found}"
        return f"({found} if {said} else default({found}, {arguments}[0]))"
    uses = place.text.keep(using(FILTERS[str(node.detail)], path_of(of)))
    return f"{uses}(run, {value(of, place)}, {arguments})"


def _test(node: Node, place: Place) -> str | None:
    if node.detail != "empty":
        return None
    found = place.text.fresh()
    said = value(node.parts[0], place, sure=False)
    return f"(not {found} if type({found} := {said}) is str else empty({found}))"


_VALUES: Mapping[str, Callable[[Node, Place], str | None]] = {
    "const": _const,
    "name": _name,
    "if": _if,
    "compare": _compare,
    "filter": _filter,
    "test": _test,
}
