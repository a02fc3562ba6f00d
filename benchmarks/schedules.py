"""How long one full schedule takes when everything it stands on is loaded (at most 5 ms)."""

import time
from collections.abc import Callable
from functools import partial

from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.pipeline.scheduling import date_again, schedule
from sgdocs.reading import parse

_DAY = parse_moment("2026-11-20")
_ROUNDS = 60


def run() -> dict[str, float]:
    """Schedule each example, warm, from its text; give the median of each in milliseconds."""
    content = Content()
    examples = content.packaged_root() / "examples"
    figures: dict[str, float] = {}
    for path in sorted(examples.glob("*/case.yaml")):
        document = parse(path.read_bytes(), name=path.name, kind="yaml")
        found = schedule(document, content, _DAY, _DAY)
        rows = len(found.rows)
        figures[f"{path.parent.name}, {rows} rows: facts and dates, ms"] = _median(
            partial(date_again, found)
        )
        figures[f"{path.parent.name}, {rows} rows: checked as well, ms"] = _median(
            partial(schedule, document, content, _DAY, _DAY)
        )
    return figures


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2] * 1000


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name}: {value:.2f}")
