"""The same case on the same day gives the same bytes, wherever and by whomever it is asked."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from cli.asking import CASE, program

# Every form in one run of the program: starting it anew for each would take most of the time.
EVERY_FORM = """
import sys
from sgdocs.cli.main import main
for form in ("table", "json", "csv", "xlsx", "ics", "svg", "pdf"):
    try:
        main(["schedule", sys.argv[1], "--as-of", "2026-11-17", "--format", form,
              "-o", f"{sys.argv[2]}/schedule.{form}"])
    except SystemExit as ended:
        assert ended.code == 0, form
"""
PLACES = {
    "in Fiji": {"TZ": "Pacific/Fiji", "PYTHONHASHSEED": "1"},
    "in Alaska": {"TZ": "America/Anchorage", "LC_ALL": "C", "PYTHONUTF8": "0"},
    "in Wales": {"LC_ALL": "C.UTF-8", "LANG": "cy_GB.UTF-8", "PYTHONHASHSEED": "2"},
}


def written(folder: Path, settings: Mapping[str, str]) -> dict[str, bytes]:
    """Write every form in a program with its own settings, and give the files."""
    path = folder / "case.yaml"
    path.write_bytes(CASE.replace("Haven Point", "Świętokrzyski & “Ysbyty” <").encode())
    out = folder / "out"
    out.mkdir()
    command = (sys.executable, "-c", EVERY_FORM)
    said = program(path, out, at=folder, settings=settings, command=command)
    assert said.code == 0, said.err
    return {p.name: p.read_bytes() for p in sorted(out.iterdir())}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return written(tmp_path_factory.mktemp("first"), {"PYTHONHASHSEED": "0"})


@pytest.mark.parametrize("place", PLACES)
def test_every_form_is_the_same_everywhere(
    tmp_path: Path, first: dict[str, bytes], place: str
) -> None:
    assert len(first) == 7
    again = written(tmp_path, PLACES[place])
    assert [name for name in first if first[name] != again[name]] == []
