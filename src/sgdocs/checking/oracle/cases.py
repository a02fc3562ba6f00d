"""Data that fit a schema, made to lie at its edges: the least, the most, each choice once."""

import json
from collections.abc import Iterator
from typing import Any

from sgdocs.checking.oracle.fitting import Fitting
from sgdocs.checking.oracle.making import Maker
from sgdocs.checking.oracle.plans import Plan, plans

__all__ = ["cases_of"]

_TRIES = 3  # so many plans for each case wanted; some make what does not fit


def cases_of(
    whole: dict[str, Any], count: int, words: frozenset[str] = frozenset(), seed: int = 1
) -> Iterator[Any]:
    """Give cases that fit; `words` are those a template speaks of, and are varied first."""
    fitting = Fitting(whole)
    fullest = Plan(most=True)
    first = [Plan(), fullest]
    seen: set[str] = set()
    for plan in (*first, *_later(fitting, fullest, words, seed)[: count * _TRIES]):
        case = Maker(fitting, plan, words).make(whole)
        key = json.dumps(case, sort_keys=True)
        if key not in seen and fitting.fits(whole, case):
            seen.add(key)
            yield case
        if len(seen) >= count:
            return


def _later(fitting: Fitting, fullest: Plan, words: frozenset[str], seed: int) -> list[Plan]:
    Maker(fitting, fullest, words).make(fitting.whole)
    return plans(dict(fullest.met), words, seed)
