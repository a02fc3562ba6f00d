"""The reference is what the schemas, the procedures and the program say today."""

import subprocess
import sys

from docs.pages import ROOT


def test_the_reference_is_current() -> None:
    command = [sys.executable, str(ROOT / "docs" / "make_reference.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, (
        f"{done.stdout}{done.stderr}\nWrite it anew: python docs/make_reference.py"
    )
