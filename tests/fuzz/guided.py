"""`python -m fuzz.guided DOOR SECONDS`: files changed so that they reach code not yet reached.

Atheris looks which parts of our readers each file runs, and goes on with those that run more.
It ends at the first file that brings a fault.
"""

import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["sgdocs"], enable_loader_override=False):
    from fuzz.doors import DOORS, Door
from sgdocs.errors import SgdocsError

LARGEST = 400_000


def main(name: str, seconds: str) -> None:
    """Put files through a door until the time is over."""
    door = DOORS[name]
    seeds = door.seeds()
    with TemporaryDirectory() as folder:
        for number, right in enumerate(seeds):
            (Path(folder) / str(number)).write_bytes(right)
        limits = (f"-max_total_time={seconds}", "-timeout=30", "-rss_limit_mb=3000")
        quiet = (f"-max_len={LARGEST}", "-seed=1", f"-artifact_prefix={folder}/", folder)
        atheris.Setup(
            [sys.argv[0], *limits, *quiet],
            lambda data: _enter(door, data),
            custom_mutator=lambda data, most, seed: _changed(door, seeds, data, seed)[:most],
        )
        atheris.Fuzz()


def _enter(door: Door, data: bytes) -> None:
    try:
        door.enter(data)
    except SgdocsError:
        return  # it was refused in words


def _changed(door: Door, seeds: list[bytes], data: bytes, seed: int) -> bytes:
    chance = Random(seed)  # noqa: S311 - nothing is kept secret by it
    return door.mutation(data or seeds[0], seeds, door.words, chance)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
