"""Twenty people at the office's window, as a program of its own: `LINK CASES SECONDS`."""

import asyncio
import json
import random
import re
import sys
import time
from dataclasses import dataclass, field
from typing import Any

import httpx2

_PEOPLE = 20
_THINKING = (1.0, 2.0)
_HIDDEN = re.compile(r'name="(token|seen)" value="([^"]*)"')


@dataclass
class _Seen:
    """What was asked for, how long it took, and what came."""

    times: dict[str, list[float]] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    saved: dict[str, str] = field(default_factory=dict)
    """The latest words that a case was said to hold now."""
    wrong: int = 0

    def note(self, kind: str, start: float, answer: httpx2.Response, status: int = 200) -> bool:
        self.times.setdefault(kind, []).append(time.perf_counter() - start)
        self.pages.setdefault(kind, answer.text)
        self.wrong += answer.status_code != status
        return answer.status_code == status


@dataclass
class _Person:
    """Looks at the board, at cases and their dates, and fills in cases of their own."""

    number: int
    browser: httpx2.AsyncClient
    seen: _Seen
    chance: random.Random

    async def work(self, cases: int, until: float) -> None:
        await asyncio.sleep(self.chance.uniform(0, _THINKING[1]))
        round_ = 0
        while time.perf_counter() < until:
            some = f"/cases/BENCH-{self.chance.randrange(cases):05d}"
            for kind, address in (("board", "/"), ("case", some), ("dates", f"{some}/dates")):
                await self._look(kind, address)
                await self._think()
            own = (self.number + round_ * _PEOPLE) % cases
            await self._save(f"BENCH-{own:05d}", f"saved-by-{self.number}-{round_}")
            await self._think()
            round_ += 1

    async def _think(self) -> None:
        await asyncio.sleep(self.chance.uniform(*_THINKING))

    async def _look(self, kind: str, address: str) -> str:
        start = time.perf_counter()
        answer = await self.browser.get(address)
        self.seen.note(kind, start, answer)
        return answer.text

    async def _save(self, case: str, value: str) -> None:
        page = f"/cases/{case}/details/incident"
        hidden = dict(_HIDDEN.findall(await self._look("details", page)))
        await self._think()
        data = {**hidden, "place": value, "do": "save"}
        start = time.perf_counter()
        headers = {"origin": str(self.browser.base_url).rstrip("/")}
        answer = await self.browser.post(page, data=data, headers=headers)
        if self.seen.note("save", start, answer, 303):
            self.seen.saved[case] = value


async def _load(link: str, cases: int, seconds: float) -> _Seen:
    seen, base = _Seen(), link.partition("/start")[0]
    until = time.perf_counter() + seconds
    await asyncio.gather(*(_visit(link, base, n, (cases, until), seen) for n in range(_PEOPLE)))
    return seen


async def _visit(link: str, base: str, number: int, about: tuple[int, float], seen: _Seen) -> None:
    async with httpx2.AsyncClient(base_url=base, timeout=60) as browser:
        await browser.get(link)
        chance = random.Random(number)  # noqa: S311 - which page comes next, always alike
        await _Person(number, browser, seen, chance).work(*about)


def _main(link: str, cases: str, seconds: str) -> dict[str, Any]:
    start = time.perf_counter()
    seen = asyncio.run(_load(link, int(cases), float(seconds)))
    busy = time.process_time() / (time.perf_counter() - start)
    return {**vars(seen), "busy": busy}


if __name__ == "__main__":
    print(json.dumps(_main(*sys.argv[1:])))
