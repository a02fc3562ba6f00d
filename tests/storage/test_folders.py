"""A folder of files is written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from sgdocs.errors import InputRefused, OutputFailed, SafetyRefused
from sgdocs.storage import make_folder, write_folder

FILES = {"letter.md": b"words", "forms/scsi-5.docx": b"form", "forms/more/note.txt": b""}
posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no modes")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_all_the_files_are_there_and_nothing_beside_them(tmp_path):
    write_folder(tmp_path / "pack", FILES)
    assert contents(tmp_path / "pack") == FILES
    assert [p.name for p in tmp_path.iterdir()] == ["pack"]


@posix
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_all_of_it_is_private_whatever_the_umask(tmp_path, old_umask, umask):
    old_umask(umask)
    write_folder(tmp_path / "pack", FILES)
    make_folder(tmp_path / "cases" / "open")
    modes = {(p.is_dir(), stat.S_IMODE(p.stat().st_mode)) for p in tmp_path.rglob("*")}
    assert modes == {(True, 0o700), (False, 0o600)}


def test_the_same_again_changes_nothing(tmp_path):
    write_folder(tmp_path / "pack", FILES)
    before = (tmp_path / "pack").stat()
    write_folder(tmp_path / "pack", dict(reversed(FILES.items())))
    after = (tmp_path / "pack").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize(
    "other",
    [
        {**FILES, "letter.md": b"other words"},
        {**FILES, "extra.md": b""},
        {"letter.md": b"words"},
        {},
    ],
    ids=["changed", "one more", "one less", "none"],
)
def test_other_contents_are_refused_and_left(tmp_path, other):
    write_folder(tmp_path / "pack", FILES)
    with pytest.raises(SafetyRefused, match="other contents") as refusal:
        write_folder(tmp_path / "pack", other)
    assert refusal.value.where == str(tmp_path / "pack")
    assert contents(tmp_path / "pack") == FILES
    assert [p.name for p in tmp_path.iterdir()] == ["pack"]


def test_replace_leaves_only_the_new_files(tmp_path):
    write_folder(tmp_path / "pack", FILES)
    write_folder(tmp_path / "pack", {"letter.md": b"new"}, replace=True)
    assert contents(tmp_path / "pack") == {"letter.md": b"new"}
    assert [p.name for p in tmp_path.iterdir()] == ["pack"]


def test_replace_by_turns_where_names_cannot_be_swapped(tmp_path, no_exchange):
    write_folder(tmp_path / "pack", FILES)
    write_folder(tmp_path / "pack", {"letter.md": b"new"}, replace=True, disk=no_exchange)
    assert contents(tmp_path / "pack") == {"letter.md": b"new"}
    assert [p.name for p in tmp_path.iterdir()] == ["pack"]


@posix
@pytest.mark.parametrize("replace", [False, True])
def test_a_file_or_a_link_is_never_taken_for_a_folder(tmp_path, replace):
    (tmp_path / "file").write_text("theirs")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    for name in ("file", "link"):
        with pytest.raises(SafetyRefused):
            write_folder(tmp_path / name, FILES, replace=replace)
    assert (tmp_path / "file").read_text() == "theirs"
    assert list((tmp_path / "real").iterdir()) == []


@posix
def test_removing_the_old_folder_never_follows_a_link_out_of_it(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "precious").write_text("theirs")
    write_folder(tmp_path / "pack", FILES)
    (tmp_path / "pack" / "link").symlink_to(tmp_path / "outside")
    write_folder(tmp_path / "pack", {"a": b""}, replace=True)
    assert (tmp_path / "outside" / "precious").read_text() == "theirs"


@pytest.mark.parametrize(
    "names",
    [
        ["../out"],
        ["/etc/passwd"],
        ["a/../../out"],
        ["a//b"],
        ["a/"],
        ["C:\\out"],
        ["a\\b"],
        ["NUL"],
        ["com1.txt"],
        ["name."],
        ["A.md", "a.md"],
        ["caf\u00e9", "cafe\u0301"],
        ["a", "a/b"],
    ],
)
def test_names_that_lead_elsewhere_or_clash_are_refused_before_anything_is_written(tmp_path, names):
    with pytest.raises(InputRefused) as refusal:
        write_folder(tmp_path / "pack", dict.fromkeys(names, b"x"))
    assert not any(name in str(refusal.value) for name in names if len(name) > 2)
    assert list(tmp_path.iterdir()) == []


def test_no_parent_folder_is_refused(tmp_path):
    with pytest.raises(OutputFailed, match="folder is not there"):
        write_folder(tmp_path / "missing" / "pack", FILES)


def test_make_folder_makes_those_above_and_is_content_with_one_that_exists(tmp_path):
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


@posix
def test_make_folder_leaves_the_rights_of_one_that_exists(tmp_path):
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o750)
    make_folder(tmp_path / "shared")
    assert stat.S_IMODE((tmp_path / "shared").stat().st_mode) == 0o750


def test_make_folder_refuses_a_file_in_the_way(tmp_path):
    (tmp_path / "a").touch()
    with pytest.raises(OutputFailed):
        make_folder(tmp_path / "a")
    with pytest.raises(OutputFailed):
        make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a").is_file()
