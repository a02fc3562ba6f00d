"""Compare two papers line by line, and each changed line word by word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from sgdocs.papers import Block
from sgdocs.redlines.model import Change, Passage
from sgdocs.redlines.words import lines_of

__all__ = ["redline"]

_WORDS = re.compile(r"\S+|\s+")
_ALIKE = 0.5
"""Lines with less in common than this are one taken out and one put in, not one changed."""


def redline(before: Iterable[Block], after: Iterable[Block]) -> tuple[Passage, ...]:
    """Give the lines that differ, in the order of the new paper."""
    old, new = lines_of(before), lines_of(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        passage
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
        for passage in _passages(old[a:b], new[c:d])
    )


def _passages(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> Iterator[Passage]:
    """Pair the lines that were changed with what they were; the rest went or came."""
    rest = list(old)
    for under, text in new:
        near = max(rest, key=lambda line: _likeness(line[1], text), default=None)
        if near is None or _likeness(near[1], text) < _ALIKE:
            yield Passage(under, (("in", text),))
            continue
        for gone in rest[: rest.index(near)]:
            yield Passage(gone[0], (("out", gone[1]),))
        rest = rest[rest.index(near) + 1 :]
        yield Passage(under, tuple(_changes(near[1], text)))
    yield from (Passage(gone[0], (("out", gone[1]),)) for gone in rest)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _changes(old: str, new: str) -> Iterator[tuple[Change, str]]:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "same", "".join(before[a:b])
            continue
        if a < b:
            yield "out", "".join(before[a:b])
        if c < d:
            yield "in", "".join(after[c:d])
