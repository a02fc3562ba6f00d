"""How long the board takes over ten thousand cases when its index is warm."""

import tempfile
import time
from pathlib import Path

from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.pipeline.boarding import board
from sgdocs.pipeline.workspaces import init_workspace

_CASES = 10_000
_DAY = parse_moment("2026-11-20")


def run() -> dict[str, float]:
    """Make ten thousand small cases; time the first board and the next ones, in seconds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "workspace"
        init_workspace(folder, "nel", Content())
        small_cases(folder / "cases", _CASES)
        content = Content(folder)
        cold = _timed(folder, content)
        warm = min(_timed(folder, content) for _ in range(5))
    return {
        f"{_CASES} cases, index built, s": cold,
        f"{_CASES} cases, index warm, s (at most 1)": warm,
        "warm against building": cold / warm,
    }


def small_cases(cases: Path, count: int) -> None:
    """Write small cases, begun on nineteen days."""
    for number in range(count):
        folder = cases / f"BENCH-{number:05d}"
        folder.mkdir()
        day = 1 + number % 19
        (folder / "case.yaml").write_text(
            f'schema_version: "1.0"\n'
            f"case: {{reference: BENCH-{number:05d}, procedure: nel}}\n"
            f"referral: {{pathway: serious_incident}}\n"
            f"children:\n  - {{id: child-1, name: {{full: unknown}}, harm: died}}\n"
            f"events:\n  - {{event: notification_received, actual: 2026-11-{day:02d}}}\n",
            encoding="utf-8",
        )


def _timed(folder: Path, content: Content) -> float:
    start = time.perf_counter()
    found = board(folder / "cases", content, _DAY, _DAY)
    assert len(found) == _CASES
    return time.perf_counter() - start


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name}: {value:.2f}")
