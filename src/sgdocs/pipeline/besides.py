"""A flag between its neighbours: the passage as it is, and as it would be published."""

from dataclasses import dataclass

from sgdocs.anonymise import Mask, Open, rewritten
from sgdocs.pipeline.anonymising import Anonymised

__all__ = ["Beside", "beside"]

_REACH = 160


@dataclass(frozen=True, slots=True)
class Beside:
    """A passage around a flag."""

    before: str
    flagged: str
    after: str
    published: str
    """The whole passage as it would be published, as long as nothing is decided."""


def beside(one: Anonymised, asked: Open) -> Beside:
    """Give the passage that somebody has to decide about."""
    start, end = asked.flag.start, asked.flag.end
    begin, stop = _edge(one.text, start - _REACH, -1), _edge(one.text, end + _REACH, 1)
    masks = [
        Mask(m.start - begin, m.end - begin, m.label, m.replacement)
        for m in one.masked.masks
        if begin <= m.start and m.end <= stop
    ]
    theirs = rewritten(one.text[begin:stop], masks)
    return Beside(one.text[begin:start], one.text[start:end], one.text[end:stop], theirs)


def _edge(text: str, at: int, step: int) -> int:
    """Go on to the next gap between words, so that no word is cut."""
    at = max(0, min(at, len(text)))
    while 0 < at < len(text) and not text[at].isspace():
        at += step
    return at
