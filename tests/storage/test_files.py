"""One file is written whole or not at all, and for its owner alone."""

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdocs.errors import OutputFailed, SafetyRefused
from sgdocs.storage import Disk, private, write_file

posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no modes")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("data", [b"", b"\x00\r\n\xff", "Gwen Ó Dálaigh\n", "x" * 300_000])
def test_what_is_written_is_there_and_nothing_else(tmp_path, data):
    write_file(tmp_path / "case.yaml", data)
    expected = data.encode() if isinstance(data, str) else data
    assert (tmp_path / "case.yaml").read_bytes() == expected
    assert [p.name for p in tmp_path.iterdir()] == ["case.yaml"]


def test_a_second_writing_takes_the_place_of_the_first(tmp_path):
    write_file(tmp_path / "case.yaml", "old")
    write_file(tmp_path / "case.yaml", "new")
    assert (tmp_path / "case.yaml").read_text() == "new"
    assert len(list(tmp_path.iterdir())) == 1


@posix
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o277, 0o777])
def test_mode_is_private_whatever_the_umask(tmp_path, old_umask, umask):
    old_umask(umask)
    write_file(tmp_path / "case.yaml", "x")
    write_file(tmp_path / "once.yaml", "x", exclusive=True)
    assert mode(tmp_path / "case.yaml") == mode(tmp_path / "once.yaml") == 0o600


@posix
def test_a_file_that_was_open_to_others_is_private_once_rewritten(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text("old")
    path.chmod(0o644)
    write_file(path, "new")
    assert mode(path) == 0o600


@posix
def test_a_link_is_replaced_and_what_it_led_to_is_left(tmp_path):
    (tmp_path / "elsewhere").write_text("theirs")
    (tmp_path / "case.yaml").symlink_to(tmp_path / "elsewhere")
    write_file(tmp_path / "case.yaml", "ours")
    assert (tmp_path / "elsewhere").read_text() == "theirs"
    assert not (tmp_path / "case.yaml").is_symlink()


def test_exclusive_never_writes_over(tmp_path):
    path = tmp_path / "sent.docx"
    write_file(path, "sent", exclusive=True)
    with pytest.raises(SafetyRefused, match="already") as refusal:
        write_file(path, "changed", exclusive=True)
    assert refusal.value.where == str(path)
    assert path.read_text() == "sent"
    assert [p.name for p in tmp_path.iterdir()] == ["sent.docx"]


class NoLinks(Disk):
    """A memory stick: no second names."""

    def link(self, *_: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def test_a_disk_without_links_keeps_every_promise_of_exclusive(tmp_path):
    write_file(tmp_path / "a", "first", exclusive=True, disk=NoLinks())
    with pytest.raises(SafetyRefused):
        write_file(tmp_path / "a", "second", exclusive=True, disk=NoLinks())
    write_file(tmp_path / "a", "third", disk=NoLinks())
    assert (tmp_path / "a").read_text() == "third"
    assert len(list(tmp_path.iterdir())) == 1


class NoLinksNoRename(NoLinks):
    """A memory stick pulled out at the worst moment."""

    def replace(self, *_: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_without_links_a_failed_exclusive_writing_leaves_no_empty_file(tmp_path):
    with pytest.raises(OutputFailed):
        write_file(tmp_path / "a", "x", exclusive=True, disk=NoLinksNoRename())
    assert list(tmp_path.iterdir()) == []


class Unconfirmed(NoLinks):
    """A memory stick that fails when asked to confirm."""

    def sync_folder(self, *_: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_where_the_old_file_cannot_come_back_the_refusal_says_so(tmp_path):
    (tmp_path / "a").write_text("old")
    with pytest.raises(OutputFailed, match="new version is in place and whole"):
        write_file(tmp_path / "a", "new", disk=Unconfirmed())
    assert (tmp_path / "a").read_text() == "new"


class Sips(Disk):
    """A disk that takes seven bytes at a time."""

    def write(self, handle: int, data: memoryview) -> int:
        return os.write(handle, data[:7])


@given(data=st.binary(max_size=64))
def test_a_disk_that_takes_a_little_at_a_time_gets_it_all(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "sips"
    write_file(path, data, disk=Sips())
    assert path.read_bytes() == data


class Full(Disk):
    """A full disk."""

    code = errno.ENOSPC

    def write(self, *_: object) -> int:
        raise OSError(self.code, os.strerror(self.code))


class Worn(Full):
    """A worn-out disk."""

    code = errno.EIO


class Unknown(Full):
    """A disk that gives a reason nobody foresaw."""

    code = errno.EBADMSG


@pytest.mark.parametrize(
    ("disk", "reason"),
    [(Full(), "the disk is full"), (Worn(), "a fault"), (Unknown(), "the system reported")],
)
def test_the_refusal_names_place_reason_and_remedy(tmp_path, disk, reason):
    path = tmp_path / "case.yaml"
    with pytest.raises(OutputFailed, match=reason) as refusal:
        write_file(path, "Gwen", disk=disk)
    assert refusal.value.exit_code == 5
    assert refusal.value.where == str(path)
    assert refusal.value.remedy
    assert "unchanged" in refusal.value.what
    assert "Gwen" not in str(refusal.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("missing/case.yaml", "folder is not there"),
        ("a-file/case.yaml", "not a folder"),
        ("a-folder", "a folder of that name"),
        ("n" * 300, "name is too long"),
    ],
)
def test_real_refusals_of_a_real_disk(tmp_path, place, reason):
    (tmp_path / "a-file").touch()
    (tmp_path / "a-folder").mkdir()
    with pytest.raises(OutputFailed, match=reason):
        write_file(tmp_path / place, "x")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a-file", "a-folder"]


def test_half_a_character_is_refused_without_quoting_the_text(tmp_path):
    with pytest.raises(OutputFailed, match="half a character") as refusal:
        write_file(tmp_path / "case.yaml", "Gwen \ud800")
    assert refusal.value.__cause__ is None
    assert refusal.value.__suppress_context__
    assert list(tmp_path.iterdir()) == []


@posix
def test_private_takes_the_rights_of_others_away(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text("x")
    path.chmod(0o664)
    private(path)
    assert mode(path) == 0o600


def test_private_refuses_a_file_that_is_not_there(tmp_path):
    if os.name == "nt":
        pytest.skip("nothing to do on Windows")
    with pytest.raises(OutputFailed):
        private(tmp_path / "missing")


class Interrupted(Disk):
    """A disk during whose confirmation the person presses Ctrl-C."""

    def sync(self, *_: int) -> None:
        raise KeyboardInterrupt


def test_an_interrupted_writing_leaves_nothing(tmp_path):
    (tmp_path / "a").write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "a", "new", disk=Interrupted())
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a", "old")]
