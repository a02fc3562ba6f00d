"""`python -m mutants ROOM --sample N`: which faults a room's tests notice, and which not."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from mutants.mutating import Mutant, mutants_of
from mutants.placing import spot_of
from mutants.putting import ROOT
from mutants.running import Tests

ROOMS = {
    "dates": ("dates", ("tests/dates",)),
    "selecting": ("artefacts/selecting.py", ("tests/artefacts",)),
    "gate": ("gate", ("tests/gate",)),
}


def files_of(room: Path) -> Iterator[Path]:
    """Give the modules faults are put into."""
    found = [room] if room.is_file() else sorted(room.rglob("*.py"))
    yield from (path for path in found if path.name != "__init__.py")


def sampled(room: Path, many: int, seed: str) -> list[tuple[Path, Mutant]]:
    """Draw so many faults of the room's files; all of them where there are no more."""
    every = [(file, each) for file in files_of(room) for each in mutants_of(file.read_text())]
    drawn = Random(seed).sample(range(len(every)), min(many, len(every)))  # noqa: S311 - a sample
    return [every[number] for number in sorted(drawn)]


def main(name: str, many: int, seed: str, out: int) -> None:
    """Put in one fault after another, and name those that nothing notices."""
    where, files = ROOMS[name]
    room = ROOT / "src" / "sgdocs" / where
    drawn, survived = sampled(room, many, seed), 0
    with TemporaryDirectory() as folder, os.fdopen(out, "w", buffering=1) as told:
        tests = Tests(str(room), files, Path(folder))

        def try_all() -> None:
            nonlocal survived
            for file, mutant in drawn:
                if not tests.notice(file, mutant, spot_of(file.read_text(), mutant.line)):
                    survived += 1
                    print(f"survives: {file.relative_to(room.parent)}, {mutant}", file=told)

        tests.collected(try_all)
        counted = f"{len(drawn)} tried, {len(drawn) - survived} noticed, {survived} not"
        print(f"{name}: {counted}; seed {seed}", file=told)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m mutants", description=__doc__)
    asked.add_argument("room", choices=ROOMS)
    asked.add_argument("--sample", type=int, default=10_000)
    asked.add_argument("--seed", default="1")
    given = asked.parse_args()
    os.chdir(ROOT)
    told_to = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what pytest says of the copies is for nobody
    main(given.room, given.sample, given.seed, told_to)
