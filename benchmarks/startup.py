"""How long commands take to start, as a multiple of Python starting and doing nothing."""

import subprocess
import sys
import time

from sgdocs.content import Content

_ROUNDS = 15


def run() -> dict[str, float]:
    """Time help and one schedule against bare Python, in turn, and give ratios of medians."""
    example = Content().packaged_root() / "examples" / "nel-open" / "case.yaml"
    start = [sys.executable, "-c", "from sgdocs.cli.main import main; main()"]
    commands = {
        "bare": [sys.executable, "-c", "pass"],
        "help": [*start, "--help"],
        "schedule": [*start, "schedule", str(example), "--as-of", "2026-11-20"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(_ROUNDS):
        for name, command in commands.items():
            begun = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            times[name].append(time.perf_counter() - begun)
    median = {name: sorted(t)[len(t) // 2] for name, t in times.items()}
    return {
        "bare Python, ms": median["bare"] * 1000,
        "sgdocs --help, times bare Python (at most 5)": median["help"] / median["bare"],
        "sgdocs schedule, times bare Python (at most 15)": median["schedule"] / median["bare"],
    }


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name}: {value:.2f}")
