"""A schedule in the terminal does not pay for drawing and typesetting."""

import subprocess
import sys


def test_the_heavy_libraries_are_loaded_only_when_they_are_used() -> None:
    asked = "import sys, sgdocs.timeline; print({'reportlab', 'typst'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
