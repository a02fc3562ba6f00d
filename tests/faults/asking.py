"""Start the driver for one job, and give what it found."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import sgdocs
from docs.pages import ROOT

__all__ = ["SEED", "TIMES", "found", "step", "wanted_times"]

TIMES = int(os.environ.get("SGDOCS_FAULTS", "30"))
"""How often things go wrong in all; from 500 on, at every single call."""
SEED = int(os.environ.get("SGDOCS_FAULTS_SEED", "9"))

_EVERY = 500
_LONGEST = 3600


def wanted_times(jobs: int) -> int:
    """Say how often each job is killed."""
    return -(-TIMES // jobs)


def step() -> int:
    """Say which of the calls are made to fail: every one, or every so many."""
    return max(1, _EVERY // TIMES)


def found(name: str, folder: Path, **asked: Any) -> dict[str, Any]:
    """Run the driver, and fail with what it says is wrong."""
    source = str(Path(sgdocs.__file__).parent.parent)
    room = folder / "room"
    room.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "faults.driver", name, str(room), json.dumps(asked)],
        env={
            **{k: v for k, v in os.environ.items() if not k.startswith("SGDOCS_")},
            "PYTHONPATH": os.pathsep.join((source, str(ROOT / "tests"))),
            "PYTHONDONTWRITEBYTECODE": "1",
            "NO_COLOR": "1",
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=_LONGEST,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["wrong"] == [], "\n".join(told["wrong"][:10])
    return told
