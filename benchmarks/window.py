"""The office's window under twenty people over a thousand cases: how long a page takes."""

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import httpx2

from benchmarks.boards import small_cases
from sgdocs.content import Content
from sgdocs.pipeline.workspaces import init_workspace

_CASES = 1000
_SECONDS = float(os.environ.get("SGDOCS_BENCH_SECONDS", "30"))
_BARE_SECONDS = 60
_SERVE = "from sgdocs.cli.main import main; main()"
_HERE = Path(__file__).parent.parent
_SAVED = re.compile(r"saved-by-[0-9]+-[0-9]+")


def run() -> dict[str, float]:
    """Let people look, read and save; then the same in a bare server that gives the same bytes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "workspace"
        init_workspace(folder, "nel", Content())
        small_cases(folder / "cases", _CASES)
        figures, said = _window(folder)
        kept = {p.parent.name: _saved_in(p) for p in folder.glob("cases/*/case.yaml")}
        lost = sum(kept[case] != value for case, value in said["saved"].items())
        bare = _bare(Path(name), said["pages"])
    figures["saves acknowledged and not in the files"] = float(lost)
    figures["pages that were not what was asked for"] = float(said["wrong"])
    for kind, found in sorted(bare["times"].items()):
        ours = _p95(said["times"][kind])
        figures[f"{kind}: p95 against a bare server that gives the same bytes"] = ours / _p95(found)
    figures["the bare server: a page, p95, ms"] = _p95(_every(bare))
    return figures


def _window(folder: Path) -> tuple[dict[str, float], dict[str, Any]]:
    started = time.perf_counter()
    with _serving("-c", _SERVE, "serve", str(folder), "--no-browser", "--port", "0") as link:
        up = time.perf_counter() - started
        first, whole = _timed_first(link)
        said = _people(link, _SECONDS)
    with _serving("-c", _SERVE, "serve", str(folder), "--no-browser", "--port", "0") as link:
        again, _ = _timed_first(link)
    every = _every(said)
    return {
        "from the command to the link, s": up,
        "first page, a board of 1,000 cases whose index is not made yet, s (at most 1)": first,
        "until every case stands on it, s": whole,
        "first page when the window is opened again, s (at most 1)": again,
        "pages in all": float(len(every)),
        "a page, median, ms": 1000 * median(every),
        "a page, p95, ms (at most 50)": _p95(every),
        **{f"{kind}, p95, ms": _p95(found) for kind, found in sorted(said["times"].items())},
        "processor time of those who ask, part of one processor": said["busy"],
    }, said


def _bare(folder: Path, pages: dict[str, str]) -> dict[str, Any]:
    path = folder / "pages.json"
    path.write_text(json.dumps(pages))
    with _serving("-m", "benchmarks.bare", str(path)) as link:
        return _people(link, min(_SECONDS, _BARE_SECONDS))


def _every(said: dict[str, Any]) -> list[float]:
    return [t for found in said["times"].values() for t in found]


def _p95(found: list[float]) -> float:
    return 1000 * quantiles(found, n=20)[-1]


def _saved_in(path: Path) -> str:
    found = _SAVED.search(path.read_text())
    return found[0] if found else ""


@contextlib.contextmanager
def _serving(*how: str) -> Iterator[str]:
    """Start a server as a program of its own, and give its link."""
    command = [sys.executable, "-P", *how] if how[0] == "-c" else [sys.executable, *how]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=_HERE
    ) as served:
        assert served.stdout is not None
        try:
            yield served.stdout.readline().strip()
        finally:
            served.terminate()


def _timed_first(link: str) -> tuple[float, float]:
    """Time the first page, and how long it takes until it says of every case where it stands."""
    start = time.perf_counter()
    with httpx2.Client(follow_redirects=True, timeout=120) as browser:
        page = browser.get(link)
        first = time.perf_counter() - start
        while "are being read" in page.text:
            time.sleep(0.2)
            page = browser.get(page.url)
    assert "1000 cases" in page.text
    return first, time.perf_counter() - start


def _people(link: str, seconds: float) -> dict[str, Any]:
    """Have twenty people at the window, in a program of their own."""
    command = [sys.executable, "-m", "benchmarks.people", link, str(_CASES), str(seconds)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, cwd=_HERE)
    said: dict[str, Any] = json.loads(done.stdout)
    return said


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name}: {value:.3g}")
