"""A file that stands only if what belongs to it is written too."""

import errno
import os
from contextlib import suppress
from pathlib import Path

import pytest

from sgdocs.errors import OutputFailed, SafetyRefused
from sgdocs.storage import Disk, provisionally, sweep


class Linkless(Disk):
    """A memory stick, which knows no second names."""

    def link(self, *_: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))


@pytest.fixture(params=["posix", "linkless", "windows"])
def disk(request, windows_disk):
    return {"posix": Disk(), "linkless": Linkless(), "windows": windows_disk}[request.param]


def attempt(path: Path, disk: Disk) -> None:
    with provisionally(path, b"new", disk=disk):
        raise ZeroDivisionError


@pytest.mark.parametrize("old", [b"old", None], ids=["over a file", "a new file"])
def test_what_was_there_is_put_back_where_the_rest_fails(tmp_path, disk, old):
    path = tmp_path / "case.yaml"
    if old is not None:
        path.write_bytes(old)
    with pytest.raises(ZeroDivisionError):
        attempt(path, disk)
    assert (path.read_bytes() if path.exists() else None) == old
    assert [p for p in tmp_path.iterdir() if p != path] == []


def test_where_the_rest_is_done_it_stands_and_nothing_else_lies_there(tmp_path, disk):
    path = tmp_path / "case.yaml"
    path.write_bytes(b"old")
    with provisionally(path, b"new", disk=disk):
        assert path.read_bytes() == b"new"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_is_written_over_nothing(tmp_path, disk):
    path = tmp_path / "case.yaml"
    path.write_bytes(b"old")
    with pytest.raises(SafetyRefused), provisionally(path, b"new", exclusive=True, disk=disk):
        raise AssertionError("it was written over another")
    assert path.read_bytes() == b"old"


def test_each_call_failing_while_it_is_put_back(tmp_path, faulty, disk, dead_owners):
    path = tmp_path / "case.yaml"
    path.write_bytes(b"old")
    counting = faulty(disk)
    with pytest.raises(ZeroDivisionError):
        attempt(path, counting)
    assert len(counting.calls) > 8
    told = 0
    for at in range(len(counting.calls)):
        path.write_bytes(b"old")
        said = ""
        with suppress(ZeroDivisionError):
            try:
                attempt(path, faulty(disk, at=at, code=errno.EIO))
            except OutputFailed as refused:
                said = refused.what
        told += "in place and whole" in said
        assert path.read_bytes() == (b"new" if "in place and whole" in said else b"old")
        sweep(tmp_path, disk=dead_owners)
        assert list(tmp_path.iterdir()) == [path]
    assert told > 0
