"""How long commands take to start, as a multiple of Python starting and doing nothing."""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sgdocs.content import Content
from sgdocs.pipeline.workspaces import init_workspace

_ROUNDS = 15


def run() -> dict[str, float]:
    """Time help and one schedule against bare Python, in turn, and give ratios of medians."""
    with tempfile.TemporaryDirectory() as name:
        return _timed(_workspace(Path(name) / "office"))


def _workspace(folder: Path) -> Path:
    """Make a workspace with a full case, and let one schedule fill its cache."""
    init_workspace(folder, "nel", Content())
    case = folder / "cases" / "NEL-OPEN" / "case.yaml"
    case.parent.mkdir()
    shutil.copy(Content().path("examples", "nel-open/case.yaml"), case)
    return case


def _timed(example: Path) -> dict[str, float]:
    start = [sys.executable, "-c", "from sgdocs.cli.main import main; main()"]
    commands = {
        "bare": [sys.executable, "-c", "pass"],
        "help": [*start, "--help"],
        "schedule": [*start, "schedule", str(example), "--as-of", "2026-11-20"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(_ROUNDS + 1):
        for name, command in commands.items():
            begun = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            times[name].append(time.perf_counter() - begun)
    # The first round fills the caches and is not counted.
    median = {name: sorted(t[1:])[(len(t) - 1) // 2] for name, t in times.items()}
    return {
        "bare Python, ms": median["bare"] * 1000,
        "sgdocs --help, times bare Python (at most 5)": median["help"] / median["bare"],
        "sgdocs schedule, times bare Python (at most 15)": median["schedule"] / median["bare"],
    }


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name}: {value:.2f}")
