"""A flag between its neighbours: the passage as it is, beside what would be published."""

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap

from sgdocs.anonymise import Mask, Open, rewritten
from sgdocs.pipeline.anonymising import Anonymised

__all__ = ["side_by_side"]

_REACH = 160
_OPENS, _CLOSES = "»", "«"


def side_by_side(one: Anonymised, asked: Open, columns: int) -> Iterator[str]:
    """Give the lines that show a flag: its name and reason, then both texts in two columns."""
    start, end = asked.flag.start, asked.flag.end
    begin, stop = _edge(one.text, start - _REACH, -1), _edge(one.text, end + _REACH, 1)
    ours = one.text[begin:start] + _OPENS + one.text[start:end] + _CLOSES + one.text[end:stop]
    masks = [
        Mask(m.start - begin, m.end - begin, m.label, m.replacement)
        for m in one.masked.masks
        if begin <= m.start and m.end <= stop
    ]
    theirs = rewritten(one.text[begin:stop], masks)
    half = (columns - 5) // 2
    yield f"{asked.id}  {asked.flag.reason}  ({one.source})"
    left, right = wrap(" ".join(ours.split()), half), wrap(" ".join(theirs.split()), half)
    for one_line, other in zip_longest(left, right, fillvalue=""):
        yield f"  {one_line:<{half}} | {other}".rstrip()
    yield ""


def _edge(text: str, at: int, step: int) -> int:
    """Go on to the next gap between words, so that no word is cut."""
    at = max(0, min(at, len(text)))
    while 0 < at < len(text) and not text[at].isspace():
        at += step
    return at
