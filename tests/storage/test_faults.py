"""Every call that can fail is made to fail: no silence, no torn file, no litter."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from sgdocs.errors import OutputFailed, SgdocsError
from sgdocs.storage import Disk, make_folder, sweep, write_file, write_folder

CODES = (errno.ENOSPC, errno.EIO, errno.EACCES)
# Once the new version is confirmed, only the tidying can fail, and that is swept later.
TIDYING = {"unlink", "rmdir", "listing", "is_folder", "exists", "rename"}
NEW_FOLDER = {"letter.md": b"new", "forms/scsi-5.docx": b"new form"}
OLD_FOLDER = {"letter.md": b"old", "kept.md": b"only in the old one"}

Contents = dict[str, bytes]


def contents(folder: Path) -> Contents:
    """Everything below a folder, by name."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def in_sight(folder: Path) -> Contents:
    """Everything a reader sees at once, unfinished work left out."""
    return {n: content for n, content in contents(folder).items() if not n.startswith(".sgdocs-")}


def in_target(files: Contents) -> Contents:
    return {f"target/{name}": content for name, content in files.items()}


def over_a_file(folder: Path, disk: Disk) -> None:
    write_file(folder / "target", b"new", disk=disk)


def a_new_file(folder: Path, disk: Disk) -> None:
    write_file(folder / "target", b"new", exclusive=True, disk=disk)


def over_a_folder(folder: Path, disk: Disk) -> None:
    write_folder(folder / "target", NEW_FOLDER, replace=True, disk=disk)


FILE = {"target": b"new"}
JOBS: dict[str, tuple[Contents, Contents, Callable[[Path, Disk], None]]] = {
    "over a file": ({"target": b"old"}, FILE, over_a_file),
    "a new file": ({}, FILE, over_a_file),
    "a new file, exclusive": ({}, FILE, a_new_file),
    "over a folder": (in_target(OLD_FOLDER), in_target(NEW_FOLDER), over_a_folder),
    "a new folder": ({}, in_target(NEW_FOLDER), over_a_folder),
}


class AllDead(Disk):
    """A disk on which every process has ended, ours included."""

    def alive(self, *_: int) -> bool:
        return False


def laid_out(folder: Path, files: Contents) -> Path:
    folder.mkdir()
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def outcome(act: Callable[[], None]) -> SgdocsError | None:
    try:
        act()
    except SgdocsError as refusal:
        return refusal
    return None


@pytest.fixture(params=["posix", "without exchange", "windows"])
def disk(request, no_exchange, windows_disk):
    return {"posix": Disk(), "without exchange": no_exchange, "windows": windows_disk}[
        request.param
    ]


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
def test_each_call_failing(tmp_path, faulty, disk, job, lasting):
    old, new, act = JOBS[job]
    counting = faulty(disk)
    act(laid_out(tmp_path / "count", old), counting)
    assert contents(tmp_path / "count") == new
    assert len(counting.calls) > 3

    for at in range(len(counting.calls)):
        for code in CODES:
            folder = laid_out(tmp_path / f"{at}-{code}", old)
            failing = faulty(disk, at=at, code=code, lasting=lasting)
            refusal = outcome(lambda f=folder, d=failing: act(f, d))
            story = f"{failing.calls} failing at {at} with {errno.errorcode[code]}: {refusal}"

            if refusal is None:
                waited = disk.windows and code == errno.EACCES and not lasting
                assert failing.failed in TIDYING or waited, story
            else:
                assert isinstance(refusal, OutputFailed), story
                assert refusal.where
                assert refusal.remedy
            if refusal and not lasting:
                assert in_sight(folder) == old, f"before any sweep: {story}"
            sweep(folder, disk=AllDead())
            expected = new if refusal is None or "in place and whole" in refusal.what else old
            assert lasting or expected == (new if refusal is None else old), story
            assert contents(folder) == expected, story
            assert {p.name for p in folder.iterdir()} <= {"target"}, story


@pytest.mark.parametrize("code", CODES)
def test_a_folder_that_could_not_be_made_leaves_none_of_those_above_it(tmp_path, faulty, code):
    counting = faulty(Disk())
    make_folder(tmp_path / "a" / "b" / "c", disk=counting)
    assert counting.calls.count("mkdir") == 3
    for at in range(len(counting.calls)):
        with pytest.raises(OutputFailed):
            make_folder(tmp_path / "x" / "y" / "z", disk=faulty(Disk(), at=at, code=code))
        assert not (tmp_path / "x").exists()


def test_bytes_are_on_the_disk_before_the_name_and_the_name_before_the_end(tmp_path, faulty):
    over_file, over_folder = faulty(Disk()), faulty(Disk())
    over_a_file(tmp_path, over_file)
    write_folder(tmp_path / "pack", NEW_FOLDER, disk=over_folder)
    for calls, files in ((over_file.calls, 1), (over_folder.calls, len(NEW_FOLDER))):
        named = calls.index("replace")
        assert calls[:named].count("sync") == files
        assert calls[:named].count("close") == files
        assert "sync_folder" in calls[named:]
    assert over_folder.calls[: over_folder.calls.index("replace")].count("sync_folder") == 2


def test_the_target_is_whole_at_every_single_call(tmp_path, faulty):
    """Look at the folder before each call, as a reader or a power cut would."""

    class Watched(faulty):
        seen: set[str]

        def _counted(self, name, real):
            call = super()._counted(name, real)

            def looked_at(*arguments):
                self.seen.add(str(sorted(contents(tmp_path / "target"))))
                return call(*arguments)

            return looked_at

    laid_out(tmp_path / "target", OLD_FOLDER)
    watched = Watched(Disk())
    watched.seen = set()
    over_a_folder(tmp_path, watched)
    assert watched.seen <= {str(sorted(OLD_FOLDER)), str(sorted(NEW_FOLDER))}
    assert str(sorted(OLD_FOLDER)) in watched.seen
