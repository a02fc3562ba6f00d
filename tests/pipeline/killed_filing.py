"""Kill a maker of packs at many moments; say what was torn, and how often the kill fell inside."""

import json
import os
import signal
import sys
import time
from hashlib import sha256
from itertools import count
from pathlib import Path

from office import REF, office, pack

from sgdocs.ledger import Kind, entries, verify
from sgdocs.pipeline.filing import file_pack, filing
from sgdocs.pipeline.pointers import read_pointer
from sgdocs.storage import GatheringDisk, together

CASES = (REF, "SCP-2026-015", "SCP-2026-016")


def start(folder: Path, number: int) -> int:
    child = os.fork()
    if child:
        return child
    try:
        for turn in count():
            # Each says something else: a pack that says what another did is no news to a ledger.
            name, files, disk = f"day-{number}-{turn}", pack(f"{number}-{turn}"), GatheringDisk()
            shelves = [office(folder, disk, reference) for reference in CASES]
            together((filing(s.book.packs / name, files, s, disk) for s in shelves), disk)
    finally:
        os._exit(1)


def torn(folder: Path, reference: str) -> int:
    """Count packs that are half there, lines of packs that are not, and what verify finds."""
    book = office(folder, reference=reference).book
    wrong = len([f for f in verify(book.folder) if f.rule != "ledger-unfinished"])
    for place in book.packs.glob("day-*"):
        about = json.loads((place / "manifest.json").read_bytes())
        wrong += any(
            sha256((place / name).read_bytes()).hexdigest() != digest
            for name, digest in about["files"].items()
        )
    built = [e.entry.about for e in entries(book.folder) if e.entry.kind is Kind.BUILT]
    wrong += len({about["pack"] for about in built}) != len(built)
    wrong += sum(not (folder / about["pack"] / "manifest.json").is_file() for about in built)
    pointer = read_pointer(book) if book.pointer.exists() else None
    if pointer and pointer.pack:
        manifest = (folder / pointer.pack / "manifest.json").read_bytes()
        wrong += sha256(manifest).hexdigest() != pointer.manifest
        wrong += bool(verify(book.folder, [pointer.head]))
    return wrong


def unsettled(folder: Path, reference: str) -> int:
    """Count what is not finished after the next run: packs in no line, litter, an old pointer."""
    shelf = office(folder, reference=reference)
    last = file_pack(shelf.book.packs / "last", pack("last"), shelf)
    built = {e.entry.about["pack"] for e in entries(shelf.book.folder) if e.entry.kind == "built"}
    there = {f"build/{reference}/{p.name}" for p in shelf.book.packs.iterdir() if p.is_dir()}
    pointer = read_pointer(shelf.book)
    return len(built ^ there) + (pointer.pack != shelf.book.named(last))


def main(folder: Path, kills: int) -> None:
    wrong = inside = 0
    for number in range(kills):
        child = start(folder, number)
        time.sleep(0.01 + (number * 37 % 100) / 1000)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "the maker stopped by itself"
        inside += any(p.name.startswith(".sgdocs-") for p in folder.rglob("*"))
        for look in (torn, unsettled, torn):
            wrong += sum(look(folder, reference) for reference in CASES)
    print(wrong, inside)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
