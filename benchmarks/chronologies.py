"""How long 300 rows of 12 agencies take to merge, against a sort and comparing every pair."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import combinations
from random import Random
from statistics import median
from time import perf_counter

from rapidfuzz import fuzz

from sgdocs.chronology import Account, merge

_AGENCIES, _ROWS = 12, 25
_WORDS = [
    "visited",
    "home",
    "clinic",
    "school",
    "called",
    "police",
    "neighbour",
    "mother",
    "baby",
    "weighed",
    "feeding",
    "letter",
    "sent",
    "appointment",
    "missed",
    "worried",
    "damp",
    "repair",
    "meeting",
    "plan",
    "reviewed",
    "referral",
    "nurse",
    "teacher",
    "said",
    "seen",
]


def run() -> dict[str, float]:
    """Take turns, and give the middle of 15 rounds in ms and as ratios."""
    rows = _rows()
    assert sum(len(e.accounts) for e in merge(rows, (None, None), 56).events) == len(rows)
    rounds = [[_timed(do, rows) for do in (_merged, _sorted, _all_pairs)] for _ in range(15)]
    merging, sorting, pairing = (median(times) for times in zip(*rounds, strict=True))
    return {
        "300 rows of 12 agencies, ms (at most 50)": 1000 * merging,
        "merging against a plain sort": median(r[0] / r[1] for r in rounds),
        "comparing every pair against merging": median(r[2] / r[0] for r in rounds),
        "a plain sort, ms": 1000 * sorting,
        "comparing every pair, ms": 1000 * pairing,
    }


def _rows() -> list[Account]:
    chance = Random(7)  # noqa: S311 - only so that rows differ
    return [
        Account(
            f"Agency {agency:02}",
            {
                "date": (date(2025, 1, 1) + timedelta(chance.randrange(365))).isoformat(),
                "time": f"{chance.randrange(8, 20):02}:{chance.randrange(60):02}",
                "event": " ".join(chance.choices(_WORDS, k=chance.randrange(6, 40))),
                "child_seen": chance.choice(("yes", "no", "not_known")),
            },
        )
        for agency in range(_AGENCIES)
        for _ in range(_ROWS)
    ]


def _timed(do: Callable[[Sequence[Account]], object], rows: Sequence[Account]) -> float:
    started = perf_counter()
    do(rows)
    return perf_counter() - started


def _merged(rows: Sequence[Account]) -> object:
    return merge(rows, (date(2025, 1, 1), date(2025, 12, 31)), 56)


def _sorted(rows: Sequence[Account]) -> object:
    return sorted(rows, key=lambda row: (row.when, row.clock, row.agency))


def _all_pairs(rows: Sequence[Account]) -> object:
    return [
        fuzz.token_sort_ratio(one.words, other.words) >= 80 for one, other in combinations(rows, 2)
    ]


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name}: {value:.3g}")
