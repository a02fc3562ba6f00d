"""Tags and fields kept out of Markdown's way, each behind a character, in their order."""

import re
from dataclasses import dataclass, field
from typing import Literal

from making.refusing import refused
from sgdocs.letters.tokens import Sealed

__all__ = ["Loop", "Seal", "Tag"]

_FIELD = r"\[\[(?:[^\[\]]|\[[^\[\]]*\])*\]\]"
_TAG = re.compile(rf"(?P<field>{_FIELD})|(?P<statement>\{{%.*?%\}})|(?P<value>\{{\{{.*?\}}\}})")
_HALF = re.compile(r"\{\{|\{%|%\}|\}\}|\[\[|\]\]|\{#")
_FOR = re.compile(r"for\s+(\w+)\s+in\s+(.*?)(?:\s+if\s.*)?$")
_OPENS = {"if": "endif", "for": "endfor"}
_WITHIN = ("elif", "else")


@dataclass(slots=True)
class Loop:
    """A loop a tag stands in; it numbers its rows where a field deeper inside needs that."""

    variable: str
    over: str
    depth: int
    numbered: bool = False

    @property
    def number(self) -> str:
        """Give the name its rows' number is kept under."""
        return f"at{self.depth or ''}"


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag or field as it was written, and where."""

    kind: Literal["field", "statement", "value"]
    text: str
    line: int
    loops: tuple[Loop, ...] = ()

    @property
    def inside(self) -> str:
        """Give what stands between its brackets."""
        return self.text[2:-2].strip()


@dataclass(frozen=True, slots=True)
class _Open:
    word: str
    place: str
    line: int


@dataclass(slots=True)
class Seal:
    """Takes the tags of one source in the order in which they stand, and checks that they nest."""

    file: str
    tags: dict[str, Tag] = field(default_factory=dict)
    _sealed: Sealed = field(default_factory=Sealed)
    _open: list[_Open] = field(default_factory=list)
    _loops: list[Loop] = field(default_factory=list)

    def seal(self, text: str, line: int, place: str) -> str:
        """Put a character in place of each tag; `place` is what must open and close a statement."""
        plain = _TAG.sub(lambda found: self._one(found, line, place), text)
        if _HALF.search(plain):
            raise refused(
                "a tag is not whole.", (self.file, line), "Open and close it on one line."
            )
        return plain

    def key(self) -> str:
        """Give a character for something that is no tag."""
        return self._sealed.seal("")

    def finish(self) -> None:
        """Refuse a statement that is still open."""
        if self._open:
            last = self._open[-1]
            raise refused(
                f"this {{% {last.word} %}} is not closed.",
                (self.file, last.line),
                f"Write {{% {_OPENS[last.word]} %}} where it ends.",
            )

    def _one(self, found: re.Match[str], line: int, place: str) -> str:
        kind, text = str(found.lastgroup), found.group()
        tag = Tag(kind, text, line, tuple(self._loops))  # type: ignore[arg-type]
        if kind == "statement":
            tag = self._statement(tag, place)
        key = self._sealed.seal(text)
        self.tags[key] = tag
        return key

    def _statement(self, tag: Tag, place: str) -> Tag:
        word = tag.inside.partition(" ")[0]
        if word in _OPENS:
            self._open.append(_Open(word, place, tag.line))
            if word == "for":
                self._loops.append(self._loop(tag))
                return Tag(tag.kind, tag.text, tag.line, tuple(self._loops))
        elif word in _OPENS.values() or word in _WITHIN:
            self._close(word, tag, place)
        return tag

    def _loop(self, tag: Tag) -> Loop:
        found = _FOR.match(tag.inside)
        if found is None:
            raise refused("this loop cannot be read.", (self.file, tag.line), "{% for x in y %}.")
        return Loop(found[1], found[2].partition("|")[0].strip(), len(self._loops))

    def _close(self, word: str, tag: Tag, place: str) -> None:
        last = self._open[-1] if self._open else None
        if last is None or (word in _OPENS.values() and word != _OPENS[last.word]):
            raise refused("this closes nothing.", (self.file, tag.line), "Take it out.")
        if last.place != place:
            raise refused(
                f"this belongs to the {{% {last.word} %}} of line {last.line}, "
                "which stands at another level.",
                (self.file, tag.line),
                "Let both stand alone between empty lines, both in rows, or both in one cell.",
            )
        if word in _OPENS.values():
            self._open.pop()
            if last.word == "for":
                self._loops.pop()
