"""Every file below a folder is listed, or it is said that one cannot be looked into."""

import errno
import os
from pathlib import Path

import pytest

from faults.injecting import Plan, armed
from sgdocs.errors import InputRefused
from sgdocs.storage import files_below, read_whole, write_folder

FILES = {"b.txt": b"", "a/c.txt": b"", "a/.hidden": b"", "d/e/f.txt": b""}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_folder(tmp_path / "case", FILES)
    return tmp_path / "case"


def test_all_is_listed_in_order(folder: Path) -> None:
    found = [place.relative_to(folder).as_posix() for place in files_below(folder)]
    assert found == ["a/.hidden", "a/c.txt", "b.txt", "d/e/f.txt"]


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right there")
def test_links_are_listed_and_not_followed(folder: Path) -> None:
    (folder / "to folder").symlink_to(folder / "a")
    (folder / "to nothing").symlink_to(folder / "nothing")
    found = {place.name for place in files_below(folder)} - {Path(name).name for name in FILES}
    assert found == {"to folder", "to nothing"}
    assert len(files_below(folder)) == len(FILES) + 2


def test_a_folder_that_is_not_there_holds_nothing(folder: Path) -> None:
    assert files_below(folder / "nowhere") == ()
    assert files_below(folder / "b.txt") == ()


@pytest.mark.parametrize("code", [errno.EACCES, errno.EIO])
def test_a_folder_that_cannot_be_looked_into_is_told(folder: Path, code: int) -> None:
    counting = Plan((str(folder),))
    with armed(counting):
        files_below(folder)
    assert len(counting.calls) == 4
    for at in range(4):
        with armed(Plan((str(folder),), at, code)), pytest.raises(InputRefused) as told:
            files_below(folder)
        assert told.value.where == counting.calls[at].path


def test_a_file_that_cannot_be_read_is_told(folder: Path) -> None:
    with pytest.raises(InputRefused) as told:
        read_whole(folder / "nowhere")
    assert told.value.where == str(folder / "nowhere")
