"""The office's window under twenty people over a thousand cases: how long a page takes."""

import asyncio
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import median, quantiles

import httpx2

from benchmarks.boards import small_cases
from sgdocs.content import Content
from sgdocs.pipeline.workspaces import init_workspace

_CASES = 1000
_PEOPLE = 20
_SECONDS = float(os.environ.get("SGDOCS_BENCH_SECONDS", "45"))
_THINKING = (1.0, 2.0)
_SERVE = "from sgdocs.cli.main import main; main()"
_HIDDEN = re.compile(r'name="(token|seen)" value="([^"]*)"')


def run() -> dict[str, float]:
    """Start the window as a program of its own and let people look, read and save."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "workspace"
        init_workspace(folder, "nel", Content())
        small_cases(folder / "cases", _CASES)
        started = time.perf_counter()
        with _serving(folder) as served:
            assert served.stdout is not None
            link = served.stdout.readline().strip()
            up = time.perf_counter() - started
            first = _timed_first(link)
            times, saved = asyncio.run(_load(link))
            served.terminate()
        kept = sum("saved-by-" in p.read_text() for p in folder.glob("cases/*/case.yaml"))
    every = [t for found in times.values() for t in found]
    named = {f"{kind}, p95, ms": _p95(found) for kind, found in sorted(times.items())}
    return {
        "from the command to the link, s": up,
        "first page, a board of 1,000 cases whose index is not made yet, s": first,
        "pages in all": float(len(every)),
        "a page, median, ms": 1000 * median(every),
        "a page, p95, ms (at most 50)": _p95(every),
        **named,
        "saves acknowledged and not in the files": float(saved - kept),
    }


def _p95(found: list[float]) -> float:
    return 1000 * quantiles(found, n=20)[-1]


def _serving(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-P", "-c", _SERVE, "serve", str(folder), "--no-browser"]
    return subprocess.Popen([*command, "--port", "0"], stdout=subprocess.PIPE, text=True)


def _timed_first(link: str) -> float:
    start = time.perf_counter()
    with httpx2.Client(follow_redirects=True, timeout=120) as browser:
        assert browser.get(link).status_code == 200
    return time.perf_counter() - start


async def _load(link: str) -> tuple[dict[str, list[float]], int]:
    times: dict[str, list[float]] = defaultdict(list)
    saves = await asyncio.gather(*(_person(link, n, times) for n in range(_PEOPLE)))
    return times, sum(saves)


async def _person(link: str, number: int, times: dict[str, list[float]]) -> int:
    """Look at the board, at cases and their dates, and fill in cases of one's own."""
    chance = random.Random(number)  # noqa: S311 - which page comes next, always alike
    base = link.partition("/start")[0]
    saves, until = 0, time.perf_counter() + _SECONDS
    async with httpx2.AsyncClient(base_url=base, follow_redirects=True, timeout=60) as browser:
        await browser.get(link)
        own = iter(range(number, _CASES, _PEOPLE))
        while time.perf_counter() < until:
            await asyncio.sleep(chance.uniform(*_THINKING))
            some = f"/cases/BENCH-{chance.randrange(_CASES):05d}"
            for kind, address in (("board", "/"), ("case", some), ("dates", f"{some}/dates")):
                await _timed(browser, kind, address, times)
                await asyncio.sleep(chance.uniform(*_THINKING))
            saves += await _save(browser, next(own), number, times)
    return saves


async def _save(
    browser: httpx2.AsyncClient, case: int, number: int, times: dict[str, list[float]]
) -> int:
    page = f"/cases/BENCH-{case:05d}/details/incident"
    shown = await _timed(browser, "details", page, times)
    hidden = dict(_HIDDEN.findall(shown))
    await asyncio.sleep(_THINKING[0])
    start = time.perf_counter()
    said = await browser.post(
        page,
        data={**hidden, "place": f"saved-by-{number}", "do": "save"},
        headers={"origin": str(browser.base_url)},
        follow_redirects=False,
    )
    times["save"].append(time.perf_counter() - start)
    assert said.status_code == 303, said.status_code
    return 1


async def _timed(
    browser: httpx2.AsyncClient, kind: str, address: str, times: dict[str, list[float]]
) -> str:
    start = time.perf_counter()
    answer = await browser.get(address)
    times[kind].append(time.perf_counter() - start)
    assert answer.status_code == 200, answer.status_code
    return answer.text


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name}: {value:.3g}")
