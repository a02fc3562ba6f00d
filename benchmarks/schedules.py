"""How long one full schedule takes when everything it stands on is loaded."""

import time
from pathlib import Path

from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.pipeline.scheduling import schedule
from sgdocs.reading import parse

_DAY = parse_moment("2026-11-20")
_ROUNDS = 60


def run() -> dict[str, float]:
    """Schedule each example, warm, from its text; give the median of each in milliseconds."""
    content = Content()
    examples = content.packaged_root() / "examples"
    return {
        f"{path.parent.name}, read to rows, ms": _median(path, content)
        for path in sorted(examples.glob("*/case.yaml"))
    }


def _median(path: Path, content: Content) -> float:
    text = path.read_bytes()
    document = parse(text, name=path.name, kind="yaml")
    schedule(document, content, _DAY, _DAY)
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        schedule(document, content, _DAY, _DAY)
        times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2] * 1000


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name}: {value:.2f}")
