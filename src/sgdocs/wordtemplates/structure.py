"""What statements may do to the file around them: it must be whole whichever way they go."""

import re
from dataclasses import dataclass, field

from sgdocs.expressions import ExpressionRefused

__all__ = ["Shape", "shape_of"]

_VALUE = r"\{\{(?:(?!\}\}).)*\}\}"
_STATEMENT = r"\{%(?:(?!%\}).)*%\}"
_TOKEN = re.compile(
    rf"(?P<value>{_VALUE})|\{{%[-+]?\s*(?P<word>\w+)(?:(?!%\}}).)*%\}}|\{{#(?:(?!#\}}).)*#\}}"
    rf"|<(?P<close>/?)(?P<name>[\w:]+)(?P<rest>(?:{_VALUE}|{_STATEMENT}|[^>])*)>",
    re.DOTALL,
)
_BEGINS = frozenset({"if", "for", "with"})
_TURNS = frozenset({"else", "elif"})
# Word takes a table without rows, a row without cells or a cell without a paragraph for damage.
_NEEDS = {"w:tr": "w:tbl", "w:tc": "w:tr", "w:p": "w:tc"}
# Here only elements may stand.
_WORDLESS = frozenset(
    f"w:{name}" for name in ("body", "p", "r", "tbl", "tr", "tc", "sdt", "sdtContent", "hdr", "ftr")
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What may be left to do once a part is filled."""

    hollow: bool
    """A table, row or cell may be left with nothing in it."""
    drawings: bool
    """A drawing may be there several times, and each needs a number of its own."""


@dataclass(slots=True)
class _Element:
    name: str
    depth: int
    filled: bool = False


@dataclass(slots=True)
class _Walk:
    elements: list[_Element] = field(default_factory=list)
    statements: list[tuple[str, list[str]]] = field(default_factory=list)
    hollow: bool = False
    drawings: bool = False

    @property
    def names(self) -> list[str]:
        return [element.name for element in self.elements]


def shape_of(source: str, where: str) -> Shape:
    """Follow the elements and statements of a part; refuse what could tear the file.

    The refusal's line is that of the statement.
    """
    walk = _Walk()
    for found in _TOKEN.finditer(source):
        try:
            _step(walk, found)
        except _Torn as torn:
            error = ExpressionRefused(torn.what, where=where, remedy=torn.remedy)
            error.line = source.count("\n", 0, found.start()) + 1
            raise error from None
    return Shape(walk.hollow, walk.drawings)


class _Torn(Exception):
    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


def _step(walk: _Walk, found: re.Match[str]) -> None:
    if found["value"]:
        if walk.elements and walk.elements[-1].name in _WORDLESS:
            raise _Torn("A value is printed where no words can stand.", "Write it in a text.")
    elif found["word"]:
        _state(walk, found["word"])
    elif found["close"]:
        walk.hollow |= _closed(walk.elements, found["name"])
    elif found["name"] and not found["rest"].endswith(("?", "/")):
        _opened(walk, found["name"])
        walk.elements.append(_Element(found["name"], len(walk.statements)))
    elif found["name"]:
        _opened(walk, found["name"])


def _state(walk: _Walk, word: str) -> None:
    if word in _BEGINS:
        walk.statements.append((word, walk.names))
    elif word in _TURNS or word.startswith("end"):
        if walk.statements and walk.statements[-1][1] != walk.names:
            raise _Torn(
                f"`{word}` does not stand where its `{walk.statements[-1][0]}` stands.",
                "Let both stand in the text, or give both a paragraph or a row of their own.",
            )
        if word not in _TURNS and walk.statements:
            walk.statements.pop()


def _opened(walk: _Walk, name: str) -> None:
    if name == "wp:docPr":
        walk.drawings |= any(word == "for" for word, _ in walk.statements)
    if holder := _NEEDS.get(name):
        for element in reversed(walk.elements):
            if element.name == holder:
                element.filled |= element.depth == len(walk.statements)
                return


def _closed(elements: list[_Element], name: str) -> bool:
    """Close an element; say whether it may be left with nothing in it."""
    if not elements or elements[-1].name != name:
        return False
    element = elements.pop()
    return name in _NEEDS.values() and not element.filled
