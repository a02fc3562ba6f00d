"""What dead processes left half done is swept; what the living are doing is left alone."""

import subprocess
import sys
from zlib import crc32

import pytest

from sgdocs.errors import OutputFailed
from sgdocs.storage import DISK, sweep, write_file


@pytest.fixture(scope="module")
def dead() -> int:
    """The number of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-S", "-c", ""])
    ended.wait()
    return ended.pid


def hidden(process: int, kind: str = "tmp", host: str | None = None) -> str:
    machine = crc32((DISK.host() if host is None else host).encode())
    return f".sgdocs-{kind}-{machine:08x}-{process}-1"


def test_files_and_folders_of_the_dead_go(tmp_path, dead):
    (tmp_path / hidden(dead)).write_text("half")
    stage = tmp_path / hidden(dead).replace("-1", "-2")
    (stage / "forms").mkdir(parents=True)
    (stage / "forms" / "half.docx").write_text("half")
    gone = sweep(tmp_path)
    assert set(gone) == {tmp_path / hidden(dead), stage}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["tmp", "old"])
def test_those_of_the_living_and_of_other_machines_stay(tmp_path, dead, kind):
    (tmp_path / hidden(DISK.process(), kind)).mkdir()
    (tmp_path / hidden(dead, kind, host="OFFICE-PC2")).mkdir()
    assert sweep(tmp_path) == ()
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    "name",
    ["case.yaml", ".sgdocs-lock", ".sgdocs-tmp-", ".sgdocs-tmp-notes", "x.sgdocs-tmp-00000000-1-1"],
)
def test_nothing_else_is_touched(tmp_path, dead_owners, name):
    (tmp_path / name).write_text("theirs")
    assert sweep(tmp_path, disk=dead_owners) == ()
    assert (tmp_path / name).read_text() == "theirs"


def test_an_old_folder_comes_back_when_nothing_took_its_place(tmp_path, dead):
    aside = tmp_path / hidden(dead, "old")
    (aside / "pack").mkdir(parents=True)
    (aside / "pack" / "letter.md").write_text("old")
    sweep(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["pack"]
    assert (tmp_path / "pack" / "letter.md").read_text() == "old"


def test_an_old_folder_goes_when_the_new_one_is_there(tmp_path, dead):
    (tmp_path / hidden(dead, "old") / "pack").mkdir(parents=True)
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "letter.md").write_text("new")
    sweep(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["pack"]
    assert (tmp_path / "pack" / "letter.md").read_text() == "new"


def test_a_leftover_with_our_next_name_is_stepped_over(tmp_path):
    write_file(tmp_path / "probe", "x")
    for number in range(1, 3000):
        name = hidden(DISK.process())[:-1] + str(number)
        if number % 50:
            (tmp_path / name).touch()
    write_file(tmp_path / "case.yaml", "words")
    assert (tmp_path / "case.yaml").read_text() == "words"


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(OutputFailed, match="folder is not there"):
        sweep(tmp_path / "missing")
