"""Kill a writer at forty moments and count what a reader would have found torn; run by a test."""

import os
import signal
import sys
import time
from errno import ENOSYS
from itertools import cycle
from pathlib import Path

from sgdocs.storage import Disk, sweep, write_file, write_folder

KILLS = 40
LETTERS = b"ABCDEF"
LENGTH = 200_000


class ByTurns(Disk):
    """A disk that cannot swap two names, as on Windows."""

    def exchange(self, *_: Path) -> None:
        raise OSError(ENOSYS, "no")


def write(job: str, place: Path, letter: int) -> None:
    """Write one version."""
    data = bytes([letter]) * LENGTH
    if job == "file":
        write_file(place, data)
        return
    disk = ByTurns() if job == "by turns" else Disk()
    write_folder(place, {"a": data, "sub/b": data[:10], "c": data}, replace=True, disk=disk)


def versions(place: Path) -> set[bytes]:
    """Give what a reader finds, each part as its letter, or the whole of it when it is torn."""
    parts = [place] if place.is_file() else [place / "a", place / "sub" / "b", place / "c"]
    lengths = [LENGTH, 10, LENGTH]
    found = [p.read_bytes() for p in parts]
    return {
        d[:1] if len(d) == n and len(set(d)) == 1 else b"torn"
        for d, n in zip(found, lengths, strict=False)
    }


def start(job: str, place: Path) -> int:
    """Start a writer that never stops by itself."""
    child = os.fork()
    if child:
        return child
    try:
        for letter in cycle(LETTERS):
            write(job, place, letter)
    finally:
        os._exit(1)


def main(job: str, folder: Path) -> None:
    """Kill, look, sweep, look again; say how many times something was wrong."""
    place = folder / "target"
    write(job, place, LETTERS[0])
    torn = litter = 0
    for number in range(KILLS):
        child = start(job, place)
        time.sleep(0.004 + number * 0.0007)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "the writer stopped by itself"
        litter += len(list(folder.iterdir())) > 1
        if job != "by turns":
            torn += len(versions(place)) != 1 or b"torn" in versions(place)
        sweep(folder)
        torn += [p.name for p in folder.iterdir()] != ["target"]
        torn += len(versions(place)) != 1 or b"torn" in versions(place)
    print(torn, litter)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
