"""`python -m mutants ROOM --sample N`: which faults a room's tests notice, and which not."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from mutants.mutating import Mutant, mutants_of

ROOT = Path(__file__).parents[2]
ROOMS = {
    "dates": ("dates", ("tests/dates",)),
    "selecting": ("artefacts/selecting.py", ("tests/artefacts",)),
    "gate": ("gate", ("tests/gate",)),
}
KINDS = (
    *("schemas", "procedures", "partnerships", "calendars", "letters", "templates", "wordlists"),
    "examples",
)
SECONDS = 240


@dataclass(frozen=True)
class Room:
    """A copy of the program to put faults into, and the tests that look."""

    source: Path
    tests: tuple[str, ...]

    @property
    def files(self) -> Iterator[Path]:
        """Give the modules faults are put into."""
        found = [self.source] if self.source.is_file() else sorted(self.source.rglob("*.py"))
        yield from (path for path in found if path.name != "__init__.py")

    def notices(self) -> bool:
        """Run the tests against the copy as it stands, and say whether any fails."""
        run = (sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:randomly")
        quiet = ("--no-header", "--tb=no", "--hypothesis-seed=1", *self.tests)
        program = str(next(p for p in self.source.parents if p.name == "src"))
        try:
            done = subprocess.run(
                [*run, *quiet],
                cwd=ROOT,
                env=os.environ | {"PYTHONPATH": program, "PYTHONDONTWRITEBYTECODE": "1"},
                capture_output=True,
                check=False,
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:
            return True
        return done.returncode != 0


def copied(folder: Path, name: str) -> Room:
    """Copy the program; what it is shipped with is linked beside it."""
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for kind in KINDS:
        (folder / kind).symlink_to(ROOT / kind)
    where, tests = ROOMS[name]
    return Room(folder / "src" / "sgdocs" / where, tests)


def sampled(room: Room, many: int, seed: str) -> list[tuple[Path, Mutant]]:
    """Draw so many faults of the room's files; all of them where there are no more."""
    every = [
        (file, mutant) for file in room.files for mutant in mutants_of(file.read_text("utf-8"))
    ]
    print(f"{len(every)} faults can be put in", flush=True)
    drawn = Random(seed).sample(range(len(every)), min(many, len(every)))  # noqa: S311 - a sample
    return [every[number] for number in sorted(drawn)]


def main(name: str, many: int, seed: str) -> int:
    """Put in one fault after another, and name those that nothing notices."""
    with TemporaryDirectory() as folder:
        room = copied(Path(folder), name)
        assert not room.notices(), "the tests fail without any fault"
        survived, tried = 0, sampled(room, many, seed)
        for file, mutant in tried:
            right = file.read_text("utf-8")
            file.write_text(mutant.source, "utf-8")
            if not room.notices():
                survived += 1
                print(f"survives: {file.relative_to(room.source.parent)}, {mutant}", flush=True)
            file.write_text(right, "utf-8")
    print(
        f"{name}: {len(tried)} tried, {len(tried) - survived} noticed, {survived} not; seed {seed}"
    )
    return survived


if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m mutants", description=__doc__)
    asked.add_argument("room", choices=ROOMS)
    asked.add_argument("--sample", type=int, default=10_000)
    asked.add_argument("--seed", default="1")
    given = asked.parse_args()
    main(given.room, given.sample, given.seed)
