"""Files that are none, and surroundings that lack something or say nonsense."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.asking import CASE, PROGRAM, Office
from hostile.attacks import REFERENCE
from hostile.judging import tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")

_SECONDS = 20
# Where a pipe that nobody writes into, or a device that never ends, is laid, and what meets it.
_DOORS: dict[str, tuple[str, tuple[str, ...]]] = {
    "a case": (f"cases/{REFERENCE}/case.yaml", ("validate", f"cases/{REFERENCE}/case.yaml")),
    "a partnership": ("partnership.yaml", ("schedule", REFERENCE)),
    "a form": ("form.docx", ("receive", REFERENCE, "form.docx")),
    "a call sheet": ("calls.csv", ("calls", REFERENCE, "--read", "calls.csv")),
    "a text": ("text.md", ("anonymise", REFERENCE, "--text", "text.md")),
    "an enclosure": ("a.pdf", ("enclose", REFERENCE, "hospital", "a.pdf", "--title", "Report")),
    "a schema": ("s.json", ("check", "-s", "s.json", "-t", "partnership.yaml")),
    "a template": ("t.docx", ("check", "-s", "empty.json", "-t", "t.docx")),
    "words": ("t.md", ("check", "-s", "empty.json", "-t", "t.md")),
    "a saved schedule": ("old.json", ("schedule", REFERENCE, "--compare", "old.json")),
    "a signed PDF": ("a.pdf", ("sign", "--verify", "a.pdf")),
    "a ledger": (f"cases/{REFERENCE}/ledger.jsonl", ("verify", REFERENCE)),
}


def _run(office: Office, *command: str, **surroundings: str) -> "subprocess.CompletedProcess[str]":
    plain = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "SGDOCS_CACHE": "off"}
    return subprocess.run(
        [*PROGRAM, *command],
        cwd=office.folder,
        env={**plain, **surroundings},
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )


@pytest.mark.parametrize("what", ["pipe", "device"])
@pytest.mark.parametrize("door", _DOORS)
def test_what_never_ends_is_not_waited_for(office: Office, door: str, what: str) -> None:
    name, command = _DOORS[door]
    office.case(CASE, REFERENCE)
    (office.folder / "empty.json").write_text("{}")
    place = office.folder / name
    place.unlink(missing_ok=True)
    if what == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to("/dev/zero")
    said = _run(office, *command)
    assert said.returncode in (2, 3), said
    assert len(said.stderr.splitlines()) <= 10
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize(
    "surroundings",
    [
        {"HOME": "/etc/passwd"},
        {"TMPDIR": "/nonexistent"},
        {"TZ": "../../etc/passwd"},
        {"TZ": "A" * 5_000},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "xx_YY.none"},
        {"PYTHONIOENCODING": "ascii"},
        {"COLUMNS": "0"},
        {"COLUMNS": "999999999"},
        {"TERM": "\x1b[2J"},
        {"SGDOCS_ENGINE": "\x01/../.."},
    ],
    ids=str,
)
def test_odd_surroundings_change_nothing(office: Office, surroundings: dict[str, str]) -> None:
    office.case(CASE, REFERENCE)
    before = tree(office.folder)
    said = _run(office, "validate", REFERENCE, **surroundings)
    assert said.returncode in (0, 2), said
    assert "Traceback" not in said.stderr
    assert tree(office.folder) == before


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", ">/dev/full"])
def test_closed_and_full_outlets_are_told_by_the_exit_code(office: Office, closed: str) -> None:
    office.case(CASE, REFERENCE)
    program = " ".join(f"'{word}'" for word in PROGRAM)
    said = subprocess.run(
        ["/bin/sh", "-c", f"{program} schedule {REFERENCE} {closed}"],
        cwd=office.folder,
        env={"PATH": "/usr/bin:/bin", "SGDOCS_CACHE": "off"},
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    assert said.returncode in (0, 1, 5), said
    assert "Traceback" not in said.stderr


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    program = " ".join(f"'{word}'" for word in PROGRAM)
    script = f"mkdir gone; cd gone; rmdir ../gone; {program} validate A-1"
    said = subprocess.run(
        ["/bin/sh", "-c", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    assert said.returncode == 3, said
    assert "not there any more" in said.stderr
