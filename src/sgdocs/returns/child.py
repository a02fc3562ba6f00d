"""The process that reads files from outside: one after another, within its memory, no network."""

import json
import sys
from typing import IO

from sgdocs.opening import limits, within_memory
from sgdocs.returns.apart import LENGTH
from sgdocs.returns.reading import read_forms

__all__ = ["main"]


def main() -> None:
    """Answer each file with what was read of it, until there is no more."""
    within_memory(limits.WORKING_MEMORY)
    source, out = sys.stdin.buffer, sys.stdout.buffer
    while head := source.read(LENGTH.size):
        name = json.loads(_rest(source, head))["name"]
        readings = read_forms(name, _rest(source, source.read(LENGTH.size)))
        told = json.dumps([reading.as_data() for reading in readings]).encode()
        for frame in (told, *(r.data for r in readings if r.carried)):
            out.write(LENGTH.pack(len(frame)))
            out.write(frame)
        out.flush()


def _rest(source: IO[bytes], head: bytes) -> bytes:
    (length,) = LENGTH.unpack(head)
    return source.read(length)


if __name__ == "__main__":
    main()
