"""A room's tests, collected once; each fault is put into a copy of this process that runs them."""

import os
import resource
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest

from mutants.mutating import Mutant
from mutants.placing import Spot
from mutants.putting import put_in_place, put_in_the_way

__all__ = ["Tests"]

_COPIES = get_context("fork")
_SECONDS = 240
_MEMORY = 4_000_000_000
_QUIET = (
    *("-x", "-q", "-n", "0", "-p", "no:randomly", "--no-header", "--no-summary", "--tb=no"),
    *("--hypothesis-seed=1", "-W", "ignore::pytest.PytestAssertRewriteWarning"),
)
Line = tuple[str, int]


@dataclass
class Tests:
    """The tests of a room, and which lines of it each of them runs."""

    room: str
    files: tuple[str, ...]
    found: Path
    """Where Hypothesis keeps what it found; each fault begins without."""
    items: list[pytest.Item] = field(default_factory=list)
    ran: dict[str, set[Line]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    now: set[Line] = field(default_factory=set)
    loading: set[Line] = field(default_factory=set)
    """What is run before the first test begins; whatever changes it, all is loaded anew."""

    def collected(self, then: Callable[[], None]) -> None:
        """Load all tests, run them once without any fault, and do what is to be done then."""
        os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(self.found)
        loop = _Loop(lambda items: self._look_on(items, then))
        sys.settrace(self._call)
        assert pytest.main([*_QUIET, *self.files], plugins=[loop]) == 0, "the tests fail as it is"

    def notice(self, file: Path, mutant: Mutant, spot: Spot) -> bool:
        """Put a fault in and say whether any test fails that runs it."""
        lines = {(str(file), line) for line in spot.lines}
        body = {(str(file), line) for line in spot.body}  # what is in it may have been given out
        anew = not spot.function or bool(body & self.loading)
        tests = [i for i in self.items if anew or lines & self.ran[i.nodeid]]
        tests.sort(key=lambda item: self.seconds[item.nodeid])
        shutil.rmtree(self.found, ignore_errors=True)
        way = _all_anew if anew else _in_place
        return bool(tests) and _fails(way, tests, file, mutant, spot)

    def _look_on(self, items: Sequence[pytest.Item], then: Callable[[], None]) -> None:
        sys.settrace(None)
        self.items, self.loading, told = list(items), self.now, _COPIES.Pipe(duplex=False)
        copy = _COPIES.Process(target=self._watch, args=(told[1],))
        copy.start()
        self.ran, self.seconds = told[0].recv()
        copy.join()
        assert self.ran, "the tests fail as it is"
        then()

    def _watch(self, tell: Any) -> None:
        for item, following in zip(self.items, [*self.items[1:], None], strict=True):
            _forget()
            self.now = self.ran[item.nodeid] = set()
            begun = time.perf_counter()
            sys.settrace(self._call)
            item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            sys.settrace(None)
            self.seconds[item.nodeid] = time.perf_counter() - begun
        failed = self.items[0].session.testsfailed
        tell.send(({}, {}) if failed else (self.ran, self.seconds))
        os._exit(0)

    def _call(self, frame: FrameType, _event: str, _argument: object) -> Any:
        return self._line if frame.f_code.co_filename.startswith(self.room) else None

    def _line(self, frame: FrameType, _event: str, _argument: object) -> Any:
        self.now.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line


class _Loop:
    """Takes the place, as a plugin of pytest, of its own loop through the tests."""

    def __init__(self, through: Callable[[Sequence[pytest.Item]], None]) -> None:
        self.through = through

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.through(session.items)
        return True


class _Chosen:
    """Leaves only the tests that matter, as a plugin of pytest, in the order given."""

    def __init__(self, tests: Sequence[pytest.Item]) -> None:
        self.order = {test.nodeid: number for number, test in enumerate(tests)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=lambda item: self.order[item.nodeid])


def _fails(way: Callable[..., bool], *given: object) -> bool:
    """Do it in a copy of this process, and say whether that found a fault or came to no end."""
    copy = _COPIES.Process(target=_alone, args=(way, *given))
    copy.start()
    copy.join(_SECONDS)
    if copy.is_alive():
        copy.kill()
        copy.join()
    return copy.exitcode != 0


def _alone(way: Callable[..., bool], *given: object) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS // 4, _SECONDS // 4))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os._exit(way(*given))


def _in_place(tests: Sequence[pytest.Item], file: Path, mutant: Mutant, spot: Spot) -> bool:
    """Give the function its faulty code, where nothing has called it yet."""
    put_in_place(file, mutant, spot.function)
    session = tests[0].session
    for item, following in zip(tests, [*tests[1:], None], strict=True):
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return True
    return False


def _all_anew(tests: Sequence[pytest.Item], file: Path, mutant: Mutant, _spot: Spot) -> bool:
    """Load the program and the tests again, the faulty module among them."""
    put_in_the_way(file, mutant)
    files = dict.fromkeys(item.nodeid.partition("::")[0] for item in tests)
    return pytest.main([*_QUIET, *files], plugins=[_Chosen(tests)]) != 0


def _forget() -> None:
    """Let every function work out anew what it had remembered."""
    for module in [m for name, m in sys.modules.items() if name.startswith("sgdocs")]:
        for value in list(vars(module).values()):
            if not isinstance(value, ModuleType) and callable(getattr(value, "cache_clear", None)):
                value.cache_clear()
