"""Whatever comes through a door is taken in or refused in words, soon; nothing else happens."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from fuzz.doors import DOORS

TESTS = Path(__file__).parents[1]
SECONDS = float(os.environ.get("SGDOCS_FUZZ", "0"))  # read before the tests clear it
SEED = os.environ.get("SGDOCS_FUZZ_SEED", "1")


def put_through(door: str, note: Path) -> dict[str, Any]:
    """Put changed files through a door in a process of its own, and tell what came of them."""
    done = subprocess.run(
        [sys.executable, "-m", "fuzz.running", door, str(SECONDS), SEED, str(note)],
        cwd=TESTS,
        env=os.environ | {"PYTHONPATH": str(TESTS), "PYTHONHASHSEED": "0"},
        capture_output=True,
        check=False,
        timeout=SECONDS * 3 + 300,
        text=True,
    )
    fell = f"it fell at file {note.read_text() if note.exists() else 'none'}: {done.stderr[-2000:]}"
    assert done.returncode == 0, fell
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.fuzz
@pytest.mark.skipif(not SECONDS, reason="SGDOCS_FUZZ says for how many seconds: make fuzz")
@pytest.mark.timeout(SECONDS * 3 + 360)
@pytest.mark.parametrize("door", DOORS)
def test_a_door_takes_in_or_refuses(door: str, tmp_path: Path) -> None:
    told = put_through(door, tmp_path / "note")
    counted = {name: value for name, value in told.items() if name != "faults"}
    print(f"{door}: {SECONDS:.0f} s, seed {SEED}: {counted}")
    assert told["executions"] > 0
    assert told["faults"] == {}, "\n".join(
        f"file {fault['number']}: {''.join(fault['trace'])}" for fault in told["faults"].values()
    )


@pytest.mark.parametrize("door", ["call sheet, CSV", "declared world", "ledger", "condition"])
def test_a_file_that_is_right_is_taken_in(door: str) -> None:
    seeds = DOORS[door].seeds()
    assert seeds
    for right in seeds:
        DOORS[door].enter(right)
