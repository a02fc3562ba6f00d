"""Count how well the masking does on marked passages.

A listed or unlisted stretch counts as masked when every letter and figure of it is: titles, and
the words that say only that something is a lane or a house, may stay. Of a date, an age or a rare
fact it is enough that a mask or a flag lies on it, because month and year stay.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.anonymise.gold import Passage, Span, masker, passages

_MAY_STAY = re.compile(
    r"m(r|rs|s|iss)|d[rc]|pc|constable|aunty|uncle|baby|old|the|of|at|ltd|lane|close|way|mews"
    r"|street|row|house|hse|ward|nursery|cycles|centre",
    re.IGNORECASE,
)
_IN_PART = re.compile(r"date|dob|age|fact")


@dataclass(frozen=True, slots=True)
class Scored:
    """A marked stretch, what became of it, and the labels it was given."""

    passage: str
    case: str
    span: Span
    words: str
    masked: bool
    caught: bool
    touched: bool
    flagged: bool
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The shares of one part of the set, in per cent, and flags for 100 words."""

    listed_masked: float
    listed_caught: float
    unlisted_caught: float
    traps_masked: float
    traps_flagged: float
    flags: float
    labels: float


def score(part: str) -> Score:
    """Give the figures of one part of the set."""
    every = [one for passage in passages(part) for one in scored(passage)]
    listed, unlisted, traps = (_of(every, kind) for kind in ("listed", "unlisted", "trap"))
    return Score(
        listed_masked=_share(one.masked for one in listed),
        listed_caught=_share(one.caught for one in listed),
        unlisted_caught=_share(one.caught for one in unlisted),
        traps_masked=_share(one.touched for one in traps),
        traps_flagged=_share(one.flagged for one in traps),
        flags=_flags(part),
        labels=_share(ok for _, ok in labelled(listed)),
    )


def scored(passage: Passage) -> Iterator[Scored]:
    """Say what became of every marked stretch of a passage."""
    found = masker(passage.case).mask(passage.text)
    masks, flags = _places(found.masks), _places(found.flags)
    for span in passage.spans:
        whole = set(range(span.start, span.end))
        telling = whole if span.kind == "trap" else set(_telling(passage.text, span))
        in_part = bool(_IN_PART.match(span.about))
        labels = {m.label for m in found.masks if m.start < span.end and m.end > span.start}
        yield Scored(
            passage.id,
            passage.case,
            span,
            passage.text[span.start : span.end],
            _covered(telling, masks, in_part),
            _covered(telling, masks | flags, in_part),
            bool(whole & masks),
            bool(whole & flags),
            tuple(sorted(labels)),
        )


def labelled(listed: Iterable[Scored]) -> Iterator[tuple[Scored, bool]]:
    """Say of each masked person whether the label is theirs everywhere, and nobody else's."""
    people = [one for one in listed if one.masked and one.span.about in _people(one.case)]
    used: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in people:
        used[one.case, one.span.about].update(one.labels)
    own = {who: labels.most_common(1)[0][0] for who, labels in used.items()}
    shared = Counter((case, label) for (case, _), label in own.items())
    for one in people:
        label = own[one.case, one.span.about]
        yield one, one.labels == (label,) and shared[one.case, label] == 1


def _people(case: str) -> set[str]:
    return set(masker(case).reference.index.people)


def _of(every: list[Scored], kind: str) -> list[Scored]:
    return [one for one in every if one.span.kind == kind]


def _flags(part: str) -> float:
    flags = sum(len(masker(p.case).mask(p.text).flags) for p in passages(part))
    return round(100 * flags / sum(len(p.text.split()) for p in passages(part)), 2)


def _places(found: Iterable[object]) -> set[int]:
    return {at for one in found for at in range(one.start, one.end)}  # type: ignore[attr-defined]


def _telling(text: str, span: Span) -> Iterator[int]:
    for word in re.finditer(r"(?<!['’])\b\w+|\w{2,}", text[span.start : span.end]):
        if not _MAY_STAY.fullmatch(word[0]):
            yield from range(span.start + word.start(), span.start + word.end())


def _covered(telling: set[int], places: set[int], in_part: bool) -> bool:
    return bool(telling & places) if in_part else telling <= places


def _share(answers: Iterable[bool]) -> float:
    each = list(answers)
    return round(100 * sum(each) / len(each), 1)
