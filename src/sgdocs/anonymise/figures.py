"""The case's own numbers and references in a text, however they are parted and misread."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from sgdocs.anonymise.folding import Folded, fold_word
from sgdocs.anonymise.hits import Hit, Sort
from sgdocs.anonymise.labels import Labels
from sgdocs.anonymise.model import Value

__all__ = ["KnownFigures", "figures_of", "known_figures"]

_ALIKE = str.maketrans("oilsbz", "011582")
_WORD = re.compile(r"[^\W_]+")
_LETTER = re.compile(r"[^\W_]")
_ODD_GAP = re.compile(r"[^ \-./()_:,#\n+*~–]")
_LEAST = 4
_LONGEST_GAP = 4


@dataclass(frozen=True, slots=True)
class KnownFigures:
    """What to look for, run together, and whose it is."""

    run: Mapping[str, str]
    outward: Mapping[str, str]
    """The first halves of postcodes."""


def figures_of(values: tuple[Value, ...]) -> KnownFigures:
    """Run every number, reference and postcode together."""
    run: dict[str, str] = {}
    outward: dict[str, str] = {}
    for value in values:
        if value.kind in ("E-mail address", "Online name"):
            continue
        for form in _forms(value):
            if len(form) >= _LEAST:
                run.setdefault(form.translate(_ALIKE), value.key)
        if value.kind == "Postcode" and len(value.text) > _LEAST:
            outward.setdefault(_together(value.text)[:-3], value.key)
    return KnownFigures(run, outward)


def _together(text: str) -> str:
    return "".join(_LETTER.findall(fold_word(text)))


def _forms(value: Value) -> Iterator[str]:
    together = _together(value.text)
    yield together
    if value.kind == "Telephone number":
        number = re.sub(r"(?:ext|x)\d+$", "", together)
        number = re.sub(r"^(?:0044|44)0?", "0", number)
        yield from (number, "44" + number[1:], "0044" + number[1:], "440" + number[1:])
        yield number[1:]


def known_figures(folded: Folded, known: KnownFigures, labels: Labels) -> Iterator[Hit]:
    """Find the case's numbers and references."""
    words = [(m.start(), m[0]) for m in _WORD.finditer(folded.low)]
    begins = list(accumulate((len(word) for _, word in words), initial=0))
    run = "".join(word for _, word in words).translate(_ALIKE)

    def place(at: int) -> int:
        number = bisect_right(begins, at) - 1
        return words[number][0] + at - begins[number]

    for wanted, key in known.run.items():
        at = run.find(wanted)
        while at >= 0:
            start, end = place(at), place(at + len(wanted) - 1) + 1
            if _stands_alone(folded.low, start, end) and _runs(folded.low[start:end]):
                yield Hit(start, end, Sort.MASK, key, labels.of[key], f"[{labels.of[key]}]")
            at = run.find(wanted, at + 1)


def _stands_alone(low: str, start: int, end: int) -> bool:
    before = low[start - 1 : start]
    after = low[end : end + 1]
    return not before.isalnum() and not after.isalnum()


def _runs(stretch: str) -> bool:
    """Say whether nothing but separators parts the figures."""
    if not any(c.isdigit() for c in stretch) or "\n\n" in stretch:
        return False
    gaps = re.split(r"[^\W_]+", stretch)
    return not any(_ODD_GAP.search(gap) or len(gap) > _LONGEST_GAP for gap in gaps)
