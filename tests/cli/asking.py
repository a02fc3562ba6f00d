"""Short ways for these tests to run a command as a clerk does, and to see what came of it."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sgdocs.cli.main import main
from sgdocs.procedure import procedure_names
from sgdocs.schema import load_schema

__all__ = ["CASE", "PROGRAM", "Office", "Said", "beyond", "forget", "program", "sgdocs"]

PROGRAM = (sys.executable, "-P", "-c", "from sgdocs.cli.main import main; main()")

CASE = """\
# The unit's own notes stay where they are.
schema_version: "1.0"
case:
  reference: SCI-2026-014   # ours
  procedure: nel
referral: {pathway: serious_incident}
children:
  - id: child-1
    name: {full: Ottilie Penhaligon}
    harm: seriously_harmed
agencies:
  - id: hospital   # asked first
    name: Haven Point Hospital
    involvement:
      - {with: child, from: 2026-11-01}

events:
  - event: incident_occurred   # the night before
    actual: 2026-11-08T22:10
  - event: notification_received
    actual: 2026-11-09T09:30

dispatches:
  - {artefact: SCSI-5, to: [hospital], sent: 2026-11-11T10:00}
  - {artefact: SCSI-6, to: [hospital], sent: 2026-11-11T10:00}
# The last line is a note.
"""
"""A case received on Monday 9 November 2026: day 1 is Tuesday 10, returns are due Wednesday 18."""


@dataclass(frozen=True)
class Said:
    """What a command said, and how it ended."""

    code: int
    data: bytes
    err: str

    @property
    def out(self) -> str:
        """Give standard output as text."""
        return self.data.decode()

    @property
    def json(self) -> Any:
        """Read standard output as exactly one JSON value."""
        return json.loads(self.out)


def sgdocs(*arguments: str | Path, at: Path | None = None) -> Said:
    """Run a command in this process, standing in a folder."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    code: object = 0
    on_ctrl_c = signal.getsignal(signal.SIGINT)
    with chdir(at or Path.cwd()), redirect_stdout(out), redirect_stderr(err):
        try:
            main([str(a) for a in arguments])
        except SystemExit as stopped:
            code = stopped.code
        finally:
            signal.signal(signal.SIGINT, on_ctrl_c)
    assert isinstance(code, int), "a command ends with a number"
    return Said(code, _bytes(out), _bytes(err).decode())


def _bytes(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue()


def program(
    *arguments: str | Path,
    at: Path | None = None,
    settings: Mapping[str, str] | None = None,
    command: tuple[str, ...] = PROGRAM,
) -> Said:
    """Run a command as a program of its own, with its own settings."""
    done = subprocess.run(
        [*command, *map(str, arguments)],
        cwd=at,
        env=os.environ | (settings or {}),
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Said(done.returncode, done.stdout, done.stderr.decode())


def forget() -> None:
    """Forget what an earlier command in this process loaded: each real command starts afresh."""
    for loaded in (procedure_names, load_schema):
        loaded.cache_clear()


def beyond(before: str, after: str) -> str:
    """Give the text that was put in at one place; everything before and after it is the same."""
    pairs = zip(before, after, strict=False)
    start = next((n for n, (old, new) in enumerate(pairs) if old != new), len(before))
    end = len(before) - start
    assert after.endswith(before[start:]), "more was changed than one place"
    return after[start : len(after) - end]


@dataclass(frozen=True)
class Office:
    """A workspace on disk, with short ways to put cases in and run commands in it."""

    folder: Path

    def run(self, *arguments: str | Path) -> Said:
        """Run a command, standing in the workspace."""
        return sgdocs(*arguments, at=self.folder)

    def case(
        self, text: str | bytes = CASE, reference: str = "SCI-2026-014", name: str = "case.yaml"
    ) -> Path:
        """Put a case file into the workspace; its reference is written into it."""
        path = self.folder / "cases" / reference / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, str):
            text = text.replace("SCI-2026-014", reference).encode()
        path.write_bytes(text)
        return path
