"""Fake disks that stand at the edge: one that fails on call, one that behaves as Windows does."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from errno import EEXIST, ENOSYS
from pathlib import Path

import pytest

from sgdocs.storage import Disk

NEVER_FAIL = {"host", "process", "alive", "sleep", "native_lock", "soft_lock", "swept"}


class Faulty:
    """A disk whose call number `at` fails, and, when lasting, every call after it."""

    def __init__(self, disk: Disk, *, at: int = -1, code: int = 0, lasting: bool = False) -> None:
        self.disk, self.at, self.code, self.lasting = disk, at, code, lasting
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> object:
        real = getattr(self.disk, name)
        # Windows does nothing to confirm a folder, so nothing can go wrong there.
        safe = NEVER_FAIL | ({"sync_folder", "settle"} if self.disk.windows else set())
        return real if name in safe or not callable(real) else self._counted(name, real)

    def _counted(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            self.calls.append(name)
            number = len(self.calls) - 1
            if self.at < 0 or number < self.at or (number > self.at and not self.lasting):
                return real(*arguments)
            if name == "close":
                real(*arguments)
            raise OSError(self.code, os.strerror(self.code))

        return call

    @property
    def failed(self) -> str:
        return self.calls[self.at]


class NoExchange(Disk):
    """A disk that cannot swap two names."""

    def exchange(self, *_: Path) -> None:
        raise OSError(ENOSYS, os.strerror(ENOSYS))


@dataclass(frozen=True)
class WindowsDisk(NoExchange):
    """A disk that behaves as Windows does; its waiting takes no time and is written down."""

    windows: bool = True
    pauses: list[float] = field(default_factory=list)
    held: dict[str, int] = field(default_factory=dict)

    def _while_held(self, path: Path) -> None:
        if self.held.get(path.name, 0):
            self.held[path.name] -= 1
            raise PermissionError(13, "held by another program", str(path))

    def replace(self, source: Path, target: Path) -> None:
        self._while_held(target)
        self._while_held(source)
        Disk.replace(self, source, target)

    def rename(self, source: Path, target: Path) -> None:
        self._while_held(target)
        if target.exists():
            raise FileExistsError(EEXIST, os.strerror(EEXIST), str(target))
        Disk.rename(self, source, target)

    def link(self, *_: Path) -> None:
        raise AssertionError("no links on Windows")

    def host(self) -> str:
        return Disk(windows=False).host()

    def alive(self, process: int) -> bool:
        return Disk(windows=False).alive(process)

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)


class DeadOwners(Disk):
    """A disk on which every process but ours has ended, ours included."""

    def alive(self, *_: int) -> bool:
        return False


@pytest.fixture
def faulty() -> type[Faulty]:
    return Faulty


@pytest.fixture
def no_exchange() -> Disk:
    return NoExchange()


@pytest.fixture
def windows_disk() -> WindowsDisk:
    return WindowsDisk()


@pytest.fixture
def dead_owners() -> Disk:
    return DeadOwners()


@pytest.fixture
def old_umask():
    before = os.umask(0)
    yield os.umask
    os.umask(before)
