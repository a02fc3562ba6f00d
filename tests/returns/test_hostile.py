"""Files built to do harm are refused with their reason, within time and memory."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.asking import Office
from returns.hostile import HOSTILE
from sgdocs.opening import limits
from sgdocs.returns import Reader, reader

SECONDS = 10
MEMORY = 400_000_000


@pytest.fixture(scope="module")
def reading() -> Iterator[Reader]:
    """One process for all of them; where it falls, the next file has another."""
    with reader() as one:
        yield one


@pytest.mark.parametrize("trick", HOSTILE)
def test_a_trick_is_refused_within_bounds(trick: str, reading: Reader, tmp_path: Path) -> None:
    make, said = HOSTILE[trick]
    file = tmp_path / "form.bin"
    file.write_bytes(make())
    before = file.read_bytes()
    started = time.monotonic()
    (form,) = reading.read(file)
    assert time.monotonic() - started < SECONDS
    assert form.unread is not None
    assert said in form.unread.what
    assert form.unread.remedy or "too many" in form.unread.what
    assert form.answers == ()
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc says what it took")
def test_none_takes_more_memory_than_it_may(reading: Reader, tmp_path: Path) -> None:
    """The most that the process which read them all, or any that took its place, ever held."""
    for trick, (make, _) in HOSTILE.items():
        file = tmp_path / "form.bin"
        file.write_bytes(make())
        reading.read(file)
        if reading._process is not None:
            assert most_held(reading._process.pid) < MEMORY, trick


def most_held(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    (line,) = (each for each in status.splitlines() if each.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


def test_a_process_that_hangs_is_stopped_and_the_next_file_is_read(tmp_path: Path) -> None:
    make, _ = HOSTILE["a torn file.docx"]
    file = tmp_path / "form.docx"
    file.write_bytes(make())
    with reader() as reading:
        reading.seconds = 0.0
        (form,) = reading.read(file)
        assert form.unread is not None
        assert "time and memory" in form.unread.what
        reading.seconds = limits.SECONDS
        (form,) = reading.read(file)
        assert "not a whole" in str(form.unread)


@pytest.mark.parametrize("trick", ["entities.docx", "a bomb.pdf", "JavaScript on opening.pdf"])
def test_a_clerk_is_told_in_a_few_lines_and_nothing_is_written(
    trick: str, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SGDOCS_CACHE", "off")
    case = office.case()
    before = case.read_bytes()
    (office.folder / "form.bin").write_bytes(HOSTILE[trick][0]())
    there = sorted(p for p in office.folder.rglob("*"))
    said = office.run("receive", "SCI-2026-014", "form.bin", "--accept")
    assert said.code == 3
    assert len(said.err.splitlines()) <= 10
    assert "Traceback" not in said.err
    assert said.out == ""
    assert case.read_bytes() == before
    assert sorted(p for p in office.folder.rglob("*")) == there
