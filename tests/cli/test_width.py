"""Tables are as wide as the screen, within reason, and as a page where there is no screen."""

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("columns", "width"),
    [("70", 70), ("150", 150), ("10", 60), ("500", 200), ("0", 100), ("wide", 100), ("", 100)],
)
def test_the_width_that_is_named_or_else_a_page(columns: str, width: int) -> None:
    program = "from sgdocs.cli.printing import width; print(width())"
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "COLUMNS": columns},
        capture_output=True,
        check=True,
    )
    assert int(run.stdout) == width
