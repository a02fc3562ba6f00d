"""A writer killed at any moment leaves the old version or the new one, whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import sgdocs


@pytest.mark.skipif(os.name == "nt", reason="needs fork and SIGKILL")
@pytest.mark.parametrize("job", ["file", "folder", "by turns"])
def test_forty_kills_tear_nothing(tmp_path, job):
    source = str(Path(sgdocs.__file__).parent.parent)
    result = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("killed.py")), job, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": source},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    torn, litter = map(int, result.stdout.split())
    assert torn == 0
    assert litter > 0, "no kill landed inside a writing, so nothing was shown"
