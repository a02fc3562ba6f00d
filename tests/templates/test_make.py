"""The committed templates are what their sources say."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from templates.specimen import FOLDER, FRONT


def run(*arguments: object) -> tuple[int, list[str]]:
    """Run the maker; give its exit code and what it says."""
    done = subprocess.run(
        [sys.executable, FOLDER / "make.py", *map(str, arguments)],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert not done.stderr
    return done.returncode, done.stdout.splitlines()


def test_each_template_is_made_of_its_source() -> None:
    assert run("--check") == (0, []), "Run templates/make.py and commit what it writes."


def test_it_names_what_is_stale_what_is_left_over_and_what_is_refused(tmp_path: Path) -> None:
    sources = tmp_path / "sources" / "nel"
    sources.mkdir(parents=True)
    (sources / "one.md").write_text(f"{FRONT}# One\n", encoding="utf-8")
    assert run("--check", tmp_path) == (1, ["nel/one.docx is stale"])
    assert run(tmp_path) == (0, ["nel/one.docx is written"])
    assert run("--check", tmp_path) == (0, [])
    shutil.copy(tmp_path / "nel" / "one.docx", tmp_path / "two.docx")
    (sources / "three.md").write_text(f"{FRONT}# Three\n\n{{{{ x\n", encoding="utf-8")
    code, lines = run("--check", tmp_path)
    assert code == 1
    assert lines[0].startswith("templates/sources/nel/three.md:9: a tag is not whole.")
    assert lines[1:] == ["two.docx has no source"]
