"""Real disks that are full, read-only or somebody else's: the old state stays, and is told why."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.asking import CASE, PROGRAM, Office, Said, program, sgdocs
from faults.driver import essence, leftovers

pytestmark = [
    pytest.mark.faults,
    pytest.mark.timeout(900),
    pytest.mark.skipif(os.name == "nt", reason="mounts and accounts of another kind"),
]

REF = "SCI-2026-014"
KIB = 1024
CALL = ("record", "call", REF, "other", "--at", "2026-11-12", "--outcome", "Spoken to")
BUILD = ("build", REF, "--only", "SCHEDULE", "--as-of", "2026-11-12")


def mounted(*words: str) -> None:
    done = subprocess.run(["mount", *words], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"mounting is refused here: {done.stderr.strip()}")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of one and a half megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    mounted("-t", "tmpfs", "-o", "size=1536k,mode=700", "tmpfs", str(place))
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def office_in(folder: Path) -> Office:
    assert sgdocs("init", folder, "--procedure", "nel").code == 0
    office = Office(folder)
    office.case(CASE)
    assert office.run("record", "call", REF, "other", "--at", "2026-11-11").code == 0
    return office


def filled_up(disk: Path, but: int) -> Path:
    """Fill a disk, but for so many bytes."""
    ballast = disk / "ballast"
    free = shutil.disk_usage(disk).free
    ballast.write_bytes(b"x" * max(0, free - but))
    return ballast


def run(office: Office, *words: str) -> Said:
    return program(*words, at=office.folder, settings={"SGDOCS_CACHE": "off"})


def refused_in_words(said: Said) -> None:
    assert said.code == 5, said.out + said.err
    assert said.err.startswith("sgdocs: ")
    assert "Traceback" not in said.err
    assert "Ottilie" not in said.err
    assert said.err.count("\n") <= 3


@pytest.mark.parametrize("words", [CALL, BUILD], ids=["record", "build"])
def test_a_disk_that_fills_up_at_any_size_leaves_old_or_new(small: Path, words) -> None:
    office = office_in(small / "office")
    before, refused, done = essence(office.folder), 0, 0
    for room in (0, 4, 8, 12, 16, 24, 32, 64, 128, 1024):
        ballast = filled_up(small, room * KIB)
        said = run(office, *words)
        now = essence(office.folder)
        ballast.unlink()
        assert run(office, "verify", REF).code == 0
        assert run(office, "validate", REF).code == 0
        if said.code == 0:
            done += 1
            break
        refused += 1
        refused_in_words(said)
        assert "the disk is full" in said.err
        stands = "stands and is in the ledger" in said.err
        assert stands or {p: d for p, d in now.items() if p in before} == before
        if stands:
            break
    assert refused > 0
    assert done or stands
    assert run(office, *CALL[:-1], "Again").code == 0
    assert leftovers(office.folder) == []


def test_a_full_disk_keeps_nobody_from_looking(small: Path) -> None:
    office = office_in(small / "office")
    filled_up(small, 0)
    for words in (("validate", REF), ("schedule", REF), ("status",), ("verify", REF)):
        said = program(*words, at=office.folder)
        assert said.code in (0, 1), said.err
        assert said.out


def test_a_disk_that_may_only_be_read_is_said_and_can_be_read(tmp_path: Path) -> None:
    office = office_in(tmp_path / "office")
    before = essence(office.folder)
    mounted("--bind", str(office.folder), str(office.folder))
    try:
        mounted("-o", "remount,bind,ro", str(office.folder))
        for words in (CALL, BUILD, ("new", "SCI-2026-099"), ("dispose", "--list", "-o", "x.yaml")):
            said = run(office, *words)
            refused_in_words(said)
            assert "read-only" in said.err, said.err
        for words in (("validate", REF), ("schedule", REF), ("status",), ("verify", REF)):
            assert program(*words, at=office.folder).code in (0, 1)
    finally:
        subprocess.run(["umount", "-l", str(office.folder)], check=True)
    assert essence(office.folder) == before


RIGHTS = "-dac_override,-dac_read_search"


def without_rights() -> tuple[str, ...]:
    """Give what lets a program obey modes, which root's own programs do not."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("root's rights cannot be laid down here: setpriv is missing")
    return ("setpriv", "--bounding-set", RIGHTS, "--inh-caps", RIGHTS)


@pytest.mark.parametrize("closed", ["cases", f"cases/{REF}", "build", "case.yaml", "."])
def test_an_account_without_the_right_is_told_and_changes_nothing(
    tmp_path: Path, closed: str
) -> None:
    office = office_in(tmp_path / "office")
    place = office.folder / closed
    if closed == "case.yaml":
        place = office.folder / "cases" / REF / "case.yaml"
    before = essence(office.folder)
    place.chmod(0o500 if place.is_dir() else 0)
    said = program(
        *CALL,
        at=office.folder,
        settings={"SGDOCS_CACHE": "off"},
        command=(*without_rights(), *PROGRAM),
    )
    place.chmod(0o700 if place.is_dir() else 0o600)
    now = essence(office.folder)
    changed = {p for p in before if now[p] != before[p]}
    if said.code == 0:
        assert closed in ("build", "cases", "."), "nothing had to be written there"
    elif "stands and is in the ledger" in said.err:
        assert closed == "build"
    else:
        assert said.code in (3, 5), said.err
        assert changed == set()
    assert "Traceback" not in said.err
    assert "Ottilie" not in said.err


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from sgdocs.cli.main import main
main(sys.argv[2:])
"""


@pytest.mark.parametrize("most", [0, 1, 100, 700, 1500, 3000, 20_000])
def test_files_that_may_not_grow_tear_nothing_and_cost_no_board(tmp_path: Path, most: int) -> None:
    """The system itself cuts every write short, those of the index's library included."""
    office = office_in(tmp_path / "office")
    before = essence(office.folder)
    limited = (sys.executable, "-P", "-c", LIMITED, str(most))
    board = program("status", at=office.folder, command=limited)
    assert board.code in (0, 1), board.err
    assert REF in board.out
    said = program(*CALL, at=office.folder, command=limited)
    if said.code:
        refused_in_words(said)
        assert essence(office.folder) == before
    assert run(office, "verify", REF).code == 0
    assert program("status", at=office.folder).out == board.out
