"""Find the type in which a briefing fits its page, or say which part is too long, and by what."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

from sgdocs.briefing.model import PLACE, Briefing
from sgdocs.briefing.sheet import briefing_sheet, last_words
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.typesetting.measuring import measured

__all__ = ["Fit", "fitted"]

_REMEDY = "Shorten it. The type is never made smaller, and no words are left out."
_Fault = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Fit:
    """In points: the type's size, and the height of a row of boxes."""

    size: float
    row: float


def fitted(briefing: Briefing, content: Content) -> Fit:
    """Give the largest type in which all fits; what never fits is refused, all of it at once."""
    found = measured(briefing_sheet(briefing, content), content, "room")
    faults = list(_faults(briefing, found))
    if faults:
        what = "; ".join(said for said, _ in faults)
        raise InputRefused(f"{what}.", where=faults[0][1], remedy=_REMEDY)
    return Fit(found["size"], found["room"])


def _faults(briefing: Briefing, found: dict[str, Any]) -> Iterator[_Fault]:
    if found["title"]:
        yield "the title is more than two lines long", f"{PLACE}.title"
    parts = zip(_parts(briefing), found["over"], found["lines"], found["wide"], strict=True)
    for (name, place, words), over, lines, wide in parts:
        if over:
            yield f"{name} too long for the page by {_amount(over, lines, words)}", place
        elif wide:
            yield f"{name} too wide: one word is longer than a line", place


def _parts(briefing: Briefing) -> Iterator[tuple[str, str, int]]:
    """Give each box's name in a message, its place in the case, and how many words it holds."""
    for index, segment in enumerate(briefing.segments):
        words = sum(len(p.split()) for p in segment.paragraphs)
        yield f"segment {index + 1} is", f"{PLACE}.segments[{index}].body", words
    yield "the questions and links are", f"{PLACE}.questions", len(last_words(briefing))


def _amount(over: int, lines: int, words: int) -> str:
    counted = f"{over} line{'' if over == 1 else 's'}"
    return f"{counted} (about {ceil(words * over / max(lines, 1))} words)"
