"""Two and six people at once, on one case and on several: nobody's record is lost."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli.asking import PROGRAM, Office, program, sgdocs
from faults.driver import leftovers
from sgdocs.ledger import Kind, entries
from sgdocs.reading import read_file

pytestmark = [pytest.mark.faults, pytest.mark.timeout(300)]

REFS = tuple(f"SCI-2026-{number:03}" for number in range(14, 20))
EACH = 4
RECORD = f"""
import sys
from sgdocs.cli.main import main
for number in range({EACH}):
    try:
        main(["record", "call", sys.argv[1], "other", "--at", "2026-11-12",
              "--outcome", f"Call {{number}} of {{sys.argv[2]}}"])
    except SystemExit as ended:
        assert ended.code == 0, ended.code
"""
HOLD = """
import sys
from pathlib import Path
from sgdocs.storage import locked
with locked(Path(sys.argv[1]), owner="sgdocs build"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    folder = tmp_path / "office"
    assert sgdocs("init", folder, "--procedure", "nel").code == 0
    for ref in REFS:
        Office(folder).case(reference=ref)
    return Office(folder)


@pytest.mark.parametrize("apart", [False, True], ids=["one case", "a case each"])
@pytest.mark.parametrize("people", [2, 6])
def test_nobodys_record_is_lost(office: Office, people: int, apart: bool) -> None:
    theirs = {str(n): REFS[n] if apart else REFS[0] for n in range(people)}
    at_once = [
        subprocess.Popen(
            [sys.executable, "-c", RECORD, ref, who], cwd=office.folder, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for who, ref in theirs.items()
    ]  # fmt: skip
    ends = [(one.communicate(timeout=200)[1], one.returncode) for one in at_once]
    assert ends == [(b"", 0)] * people
    for ref in set(theirs.values()):
        folder = office.folder / "cases" / ref
        wanted = {f"Call {n} of {w}" for w, r in theirs.items() if r == ref for n in range(EACH)}
        assert {c["outcome"] for c in read_file(folder / "case.yaml").data["calls"]} == wanted
        called = [line for line in entries(folder) if line.entry.kind is Kind.CALLED]
        assert len(called) == len(wanted)
    assert office.run("verify").code == 0
    assert leftovers(office.folder) == []


def test_packs_built_at_once_are_each_whole_and_entered_once(office: Office) -> None:
    words = ("build", REFS[0], "--only", "SCHEDULE", "--as-of", "2026-11-12")
    at_once = [
        subprocess.Popen([*PROGRAM, *words], cwd=office.folder, stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE)
        for _ in range(3)
    ]  # fmt: skip
    ends = [(one.communicate(timeout=200)[1], one.returncode) for one in at_once]
    assert ends == [(b"", 0)] * 3
    lines = entries(office.folder / "cases" / REFS[0])
    assert [line.entry.kind for line in lines] == [Kind.BUILT]
    pointer = json.loads((office.folder / "build" / REFS[0] / "current.json").read_text())
    assert pointer["pack"] == lines[0].entry.about["pack"]
    assert office.run("verify", REFS[0]).code == 0


def test_whoever_waits_too_long_is_told_for_whom_and_changes_nothing(office: Office) -> None:
    path = office.folder / "cases" / REFS[0] / "case.yaml"
    before = path.read_bytes()
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        said = program("record", "call", REFS[0], "other", at=office.folder)
        assert said.code == 6
        assert f"is being worked on by “sgdocs build” (process {holder.pid} on " in said.err
        assert path.read_bytes() == before
        holder.kill()
    assert program("record", "call", REFS[0], "other", at=office.folder).code == 0
