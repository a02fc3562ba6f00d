"""How long it takes to mask 100 pages, against a plain search for the same names."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from sgdocs.content import Content
from sgdocs.pipeline.anonymising import case_masker

_ROOT = Path(__file__).parents[1]
_WORDS_A_PAGE = 400
_PAGES = 100
_ROUNDS = 3


def run() -> dict[str, float]:
    """Mask a long review of the whole example, and search it name by name as anybody would."""
    masker = case_masker(_ROOT / "examples" / "nel" / "case.yaml", Content())
    text = _review(masker.reference.index.people)
    names = [" ".join(words) for words in _every_form(masker)]
    masked = median(_timed(lambda: masker.mask(text)) for _ in range(_ROUNDS))
    searched = median(_timed(lambda: _search(text, names)) for _ in range(_ROUNDS))
    return {
        f"{_PAGES} pages masked, s (at most 5)": masked,
        f"searching them for {len(names)} forms one by one, times as long": searched / masked,
    }


def _review(people: Any) -> str:
    """Put together a review: the prose of our documents, with somebody named in every line."""
    prose = " ".join(p.read_text(encoding="utf-8") for p in sorted((_ROOT / "docs").glob("*.md")))
    words = re.sub(r"[#`|<>*_\[\]()-]+", " ", prose).split()
    full = [person.full for person in people.values()]
    pieces = []
    for number in range(_PAGES * _WORDS_A_PAGE // 20):
        at = number * 20 % (len(words) - 20)
        pieces += [*words[at : at + 18], "told", full[number % len(full)] + ".\n"]
    return " ".join(pieces)


def _every_form(masker: Any) -> list[tuple[str, ...]]:
    return [e.words for entries in masker.reference.index.entries.values() for e in entries]


def _search(text: str, names: list[str]) -> int:
    return sum(len(re.findall(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)) for name in names)


def _timed(work: Callable[[], Any]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
