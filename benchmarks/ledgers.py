"""What a ledger costs: a line added, and ten thousand lines verified, against the bare work."""

import json
import os
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from statistics import median

from sgdocs.dates import parse_moment
from sgdocs.ledger import Entry, Kind, append, ledger_file, verify

_LINES = 10_000
_ROUNDS = 40
_ENTRY = Entry(
    Kind.SENT,
    parse_moment("2026-03-02T11:30"),
    "Sam Winter",
    {
        "part": "dispatches",
        "artefact": "SCSI-2",
        "to": ["safeguarding_partners"],
        "files": [{"kept": "cases/BENCH-1/sent/0123456789abcdef-a.pdf", "sha256": "0" * 64}] * 3,
        "entry_sha256": "0" * 64,
    },
)


def run() -> dict[str, float]:
    """Time both on this disk; each pair of figures is taken in turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "BENCH-1"
        folder.mkdir()
        adding = _adding(folder)
        append(folder, *[_ENTRY] * (_LINES - 2 * _ROUNDS), held=True)
        return {**adding, **_verifying(folder)}


def _adding(folder: Path) -> dict[str, float]:
    """Time a line added, held and not, against writing and confirming the same bytes."""
    append(folder, _ENTRY, held=True)
    line = ledger_file(folder).read_bytes()
    bare_file = folder / "bare"
    ours, locked, bare = [], [], []
    for _ in range(_ROUNDS):
        bare.append(_timed(lambda: _bare(bare_file, line)))
        ours.append(_timed(lambda: append(folder, _ENTRY, held=True)))
        locked.append(_timed(lambda: append(folder, _ENTRY)))
    ratios = [own / other for own, other in zip(ours, bare, strict=True)]
    return {
        "a line added while the ledger is held, ms": median(ours) * 1e3,
        "the same against writing and confirming its bytes": median(ratios),
        "a line added with its lock, ms": median(locked) * 1e3,
    }


def _verifying(folder: Path) -> dict[str, float]:
    """Time all lines verified, against parsing each and hashing it once."""
    raw = ledger_file(folder).read_bytes().splitlines()
    ours, bare = [], []
    for _ in range(5):
        bare.append(_timed(lambda: [(json.loads(one), sha256(one).digest()) for one in raw]))
        ours.append(_timed(lambda: verify(folder)))
    ratios = [own / other for own, other in zip(ours, bare, strict=True)]
    return {
        f"{len(raw)} lines verified, s": median(ours),
        "the same against parsing and hashing each once": median(ratios),
    }


def _bare(path: Path, line: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(handle, line)
        os.fsync(handle)
    finally:
        os.close(handle)


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name}: {value:.3g}")
