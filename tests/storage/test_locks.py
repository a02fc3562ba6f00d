"""One program at a time, and the next one is told whose turn it is."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

import sgdocs
from sgdocs.errors import Busy, OutputFailed
from sgdocs.storage import DISK, Disk, locked

HOLDER = """
import sys
from pathlib import Path
from sgdocs.storage import Disk, locked
SOFT
with locked(Path(sys.argv[1]), owner="build", disk=Chosen()):
    print("held", flush=True)
    sys.stdin.read()
"""
SOFT_DISK = """
class Chosen(Disk):
    def native_lock(self, path):
        path.touch(0o600)
        raise OSError(37, "no locks here")
"""


class NoLocks(Disk):
    """A network share without flock, where the attempt leaves an empty file."""

    def native_lock(self, path: Path):
        path.touch(0o600)
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))


@pytest.fixture(params=["native", "soft"])
def disk(request) -> Disk:
    return NoLocks() if request.param == "soft" else DISK


@pytest.fixture
def holder(request, tmp_path, disk):
    """Another process that holds the lock until it is let go or killed."""
    chosen = SOFT_DISK if isinstance(disk, NoLocks) else "Chosen = Disk"
    program = HOLDER.replace("SOFT", chosen).replace("37", str(errno.ENOLCK))
    source = str(Path(sgdocs.__file__).parent.parent)
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": source},
    ) as process:
        assert process.stdout.readline().strip() == b"held"
        yield process
        process.kill()


def test_the_owner_is_named_and_the_lock_free_once_it_is_let_go(tmp_path, holder, disk):
    with (
        pytest.raises(Busy) as refusal,
        locked(tmp_path, owner="record", wait_seconds=0.05, disk=disk),
    ):
        raise AssertionError("both held it")
    assert refusal.value.exit_code == 6
    assert refusal.value.where == str(tmp_path)
    assert f"“build” (process {holder.pid} on {DISK.host()})" in refusal.value.what
    holder.communicate(b"", timeout=10)
    with locked(tmp_path, owner="record", wait_seconds=5, disk=disk):
        assert str(os.getpid()) in (tmp_path / ".sgdocs-lock-owner").read_text()


def test_the_lock_of_a_killed_program_is_taken_over(tmp_path, holder, disk):
    holder.kill()
    holder.wait()
    assert (tmp_path / ".sgdocs-lock-owner").exists()
    with locked(tmp_path, owner="record", wait_seconds=5, disk=disk):
        assert "record" in (tmp_path / ".sgdocs-lock-owner").read_text()
    assert not (tmp_path / ".sgdocs-lock-owner").exists()


def test_a_failing_body_lets_go_and_its_reason_comes_through(tmp_path, disk):
    with pytest.raises(ZeroDivisionError), locked(tmp_path, owner="build", disk=disk):
        raise ZeroDivisionError
    with locked(tmp_path, owner="record", wait_seconds=0.05, disk=disk):
        pass


def test_a_case_file_has_a_lock_of_its_own(tmp_path):
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text("x")
    with (
        locked(tmp_path / "one.yaml", owner="build"),
        locked(tmp_path / "two.yaml", owner="build", wait_seconds=0.05),
        pytest.raises(Busy),
        locked(tmp_path / "one.yaml", owner="record", wait_seconds=0.05),
    ):
        raise AssertionError("both held it")


@pytest.mark.parametrize("note", ["", "half", "x\ny\nz\n", "\xff" * 9, "99999999\n{host}\nbuild\n"])
def test_a_note_that_cannot_be_trusted_names_nobody(tmp_path, note):
    with locked(tmp_path, owner="build"):
        text = note.format(host=DISK.host())
        (tmp_path / ".sgdocs-lock-owner").write_text(text, encoding="latin-1")
        with (
            pytest.raises(Busy, match="by another program"),
            locked(tmp_path, owner="record", wait_seconds=0.01),
        ):
            raise AssertionError("both held it")


def test_control_characters_of_a_note_are_not_printed(tmp_path):
    with locked(tmp_path, owner="build"):
        (tmp_path / ".sgdocs-lock-owner").write_text(f"{os.getpid()}\nPC\x1b[2J\nb\x07uild\n")
        with pytest.raises(Busy) as refusal, locked(tmp_path, owner="x", wait_seconds=0.01):
            raise AssertionError("both held it")
    assert str(refusal.value).isprintable()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no modes")
def test_lock_and_note_are_private(tmp_path, old_umask, disk):
    old_umask(0)
    with locked(tmp_path, owner="build", disk=disk):
        modes = {p.name: p.stat().st_mode & 0o777 for p in tmp_path.iterdir()}
    assert set(modes.values()) == {0o600}


def test_a_place_that_is_not_there_is_refused_and_not_made(tmp_path):
    with pytest.raises(OutputFailed), locked(tmp_path / "no" / "case.yaml", owner="build"):
        raise AssertionError("held nothing")
    assert list(tmp_path.iterdir()) == []


class Refusing(Disk):
    """A folder this account may not write in."""

    def native_lock(self, *_: Path):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def test_a_folder_without_the_right_to_write_is_an_output_failure(tmp_path):
    with (
        pytest.raises(OutputFailed, match="may not write"),
        locked(tmp_path, owner="build", disk=Refusing(windows=False)),
    ):
        raise AssertionError("held nothing")
