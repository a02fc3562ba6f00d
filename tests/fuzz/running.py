"""One door for so many seconds, in a process of its own: what came of each changed file."""

import faulthandler
import json
import resource
import signal
import sys
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import FrameType

from fuzz.doors import DOORS, Door
from sgdocs.errors import SgdocsError

__all__ = ["input_of", "main"]

LONGEST = 10.0
_MEMORY = 3_000_000_000
_HUNG = 60
_MOST_FAULTS = 12


class TooSlow(Exception):
    """One file took longer than any file may."""


@dataclass
class Tally:
    """What came of the files so far."""

    executions: int = 0
    accepted: int = 0
    refused: int = 0
    slowest: float = 0.0
    faults: dict[str, dict[str, object]] = field(default_factory=dict)

    def fault(self, number: int, error: BaseException) -> None:
        """Note something that should not happen, once for each place it comes from."""
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
        self.faults.setdefault(
            where, {"number": number, "trace": traceback.format_exception(error)}
        )


def input_of(door: Door, seed: str, number: int, seeds: list[bytes]) -> bytes:
    """Make the file of a number anew: the same seed and number give the same file."""
    chance = Random(f"{seed}/{number}")  # noqa: S311 - nothing is kept secret by it
    return door.mutation(chance.choice(seeds), seeds, door.words, chance)


def main(name: str, seconds: float, seed: str, note: Path) -> Tally:
    """Put changed files through a door; the note says which one is being tried, should it fall."""
    door, tally = DOORS[name], Tally()
    seeds = door.seeds()
    for right in seeds:
        _tried(door, right, Tally(), -1)
    end = time.monotonic() + seconds
    while time.monotonic() < end and len(tally.faults) < _MOST_FAULTS:
        number = tally.executions
        note.write_text(str(number))
        _tried(door, input_of(door, seed, number, seeds), tally, number)
    return tally


def _tried(door: Door, data: bytes, tally: Tally, number: int) -> None:
    begun = time.monotonic()
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    faulthandler.dump_traceback_later(_HUNG, exit=True)
    try:
        door.enter(data)
        tally.accepted += 1
    except SgdocsError:
        tally.refused += 1
    except MemoryError as error:
        tally.refused += door.too_large
        if not door.too_large:
            tally.fault(number, error)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        tally.fault(number, error)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()
    tally.executions += 1
    tally.slowest = max(tally.slowest, time.monotonic() - begun)


def _late(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlow


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    signal.signal(signal.SIGPROF, _late)
    came = main(sys.argv[1], float(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
    print(json.dumps(vars(came)))
