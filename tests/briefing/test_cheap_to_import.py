"""A command that makes no briefing does not pay for one."""

import subprocess
import sys


def test_neither_the_typesetter_nor_the_drawing_library_is_loaded() -> None:
    asked = "import sys, sgdocs.briefing; print({'typst', 'reportlab'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
