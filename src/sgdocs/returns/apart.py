"""Have files from outside read in a process of their own, which may fail without harm."""

import json
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Timer
from typing import IO, Any

from sgdocs.errors import InputRefused
from sgdocs.opening import limits, plain_name
from sgdocs.returns.model import Reading, Unread

__all__ = ["LENGTH", "Reader", "reader"]

LENGTH = struct.Struct("<Q")
_CHILD = (sys.executable, "-P", "-m", "sgdocs.returns.child")
_TOO_MUCH = Unread(
    "this file could not be read within the time and memory that any form needs; it may be built "
    "to do harm.",
    "Do not open it. Ask the agency, by telephone, whether it sent this.",
)


@contextmanager
def reader() -> Iterator["Reader"]:
    """Give what reads files; its process ends with the block."""
    reading = Reader()
    try:
        yield reading
    finally:
        reading.close()


@dataclass(slots=True)
class Reader:
    """Reads one file after another; a process that hung or fell is replaced by a new one."""

    seconds: float = limits.SECONDS
    _process: "subprocess.Popen[bytes] | None" = field(default=None)

    def read(self, path: Path) -> tuple[Reading, ...]:
        """Read every form that a file is or carries."""
        name, data = plain_name(path.name), _bytes_of(path)
        answer = self._asked(name, data)
        if answer is None:
            digest = sha256(data).hexdigest()
            return (Reading(file=name, sha256=digest, data=data, unread=_TOO_MUCH),)
        return tuple(_readings(*answer, data))

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            with suppress(OSError):
                self._process.kill()
            self._process.communicate()
            self._process = None

    def _asked(self, name: str, data: bytes) -> tuple[Any, list[bytes]] | None:
        process = self._running()
        hung = Timer(self.seconds, process.kill)
        hung.start()
        try:
            into, out = _pipes(process)
            _send(into, json.dumps({"name": name}).encode(), data)
            told = json.loads(_received(out))
            return told, [_received(out) for each in told if each["carried"]]
        except (OSError, EOFError, ValueError):
            self.close()
            return None
        finally:
            hung.cancel()

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(  # noqa: S603 - fixed argument list
                _CHILD,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process


def _pipes(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    return process.stdin, process.stdout


def _readings(told: Any, contents: list[bytes], data: bytes) -> Iterator[Reading]:
    rest = iter(contents)
    for each in told:
        yield Reading.from_data(each, next(rest) if each["carried"] else data)


def _send(out: IO[bytes], *frames: bytes) -> None:
    for frame in frames:
        out.write(LENGTH.pack(len(frame)))
        out.write(frame)
    out.flush()


def _received(source: IO[bytes]) -> bytes:
    head = source.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    (length,) = LENGTH.unpack(head)
    frame = source.read(length)
    if len(frame) < length:
        raise EOFError
    return frame


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise InputRefused("there is no such file.", where=str(path), remedy="Check the name.")
        with path.open("rb") as file:
            data = file.read(limits.FILE_BYTES + 1)
    except (OSError, ValueError):
        raise InputRefused(
            "this file could not be read.",
            where=str(path),
            remedy="Close it in other programs, and check that this account may read it.",
        ) from None
    if len(data) > limits.FILE_BYTES:
        raise InputRefused(
            f"this file is larger than {limits.FILE_BYTES // 1_000_000} MB.",
            where=str(path),
            remedy="Ask for the form by itself, without pictures.",
        )
    return data
