"""Many savings wait for the disk together, and each is as safe as if it were alone."""

import errno
import os
from pathlib import Path

import pytest

from pipeline.office import office, pack
from sgdocs.ledger import verify
from sgdocs.pipeline.filing import file_pack, filing
from sgdocs.pipeline.pointers import read_pointer
from sgdocs.storage import Disk, GatheringDisk, alone, sweep, together
from sgdocs.storage.files import saving_file
from sgdocs.storage.filesystems import syncs_whole
from storage.conftest import DeadOwners, Faulty

CASES = ("SCP-2026-014", "SCP-2026-015", "SCP-2026-016")


class OneByOne(GatheringDisk):
    """A disk whose file system cannot be waited for as a whole."""

    def syncs_whole(self, _device: int) -> bool:
        return False


class Unwaited(GatheringDisk):
    """A disk that is not waited for."""

    def sync(self, *_: int) -> None:
        pass

    def sync_folder(self, *_: Path) -> None:
        pass

    def settle(self) -> None:
        pass


def filed(folder: Path, disk: Disk, letter: str = "A") -> list[object]:
    """File a pack of each case, all together."""
    shelves = [office(folder, disk, case) for case in CASES]  # type: ignore[arg-type]
    return together((filing(s.book.packs / "due", pack(letter), s, disk) for s in shelves), disk)


def standing(folder: Path, case: str) -> tuple[bool, int, bool]:
    """Say of a case whether its pack is there, how long its ledger is, whether it is pointed to."""
    book = office(folder, reference=case).book
    ledger = book.folder / "ledger.jsonl"
    lines = len(ledger.read_bytes().splitlines()) if ledger.exists() else 0
    pack_there = (book.packs / "due" / "manifest.json").is_file()
    return pack_there, lines, book.pointer.exists()


@pytest.mark.parametrize("disk", [GatheringDisk, OneByOne, Disk])
def test_together_comes_out_as_each_alone(tmp_path, disk):
    filed(tmp_path / "together", disk())
    for case in CASES:
        shelf = office(tmp_path / "alone", reference=case)
        file_pack(shelf.book.packs / "due", pack("A"), shelf)

    def files(folder):
        found = {p.relative_to(folder): p for p in folder.rglob("*") if p.is_file()}
        return {n: p.read_bytes() for n, p in found.items() if "lock" not in n.name}

    assert files(tmp_path / "together") == files(tmp_path / "alone")
    assert len(files(tmp_path / "alone")) == 5 * len(CASES)


def test_many_wait_as_often_as_one(tmp_path):
    class Counting(GatheringDisk):
        def settle(self) -> None:
            waits.append(1)
            super().settle()

    waits: list[int] = []
    disk = Counting()
    shelf = office(tmp_path / "one", disk)
    alone(filing(shelf.book.packs / "due", pack("A"), shelf, disk), disk)
    once = len(waits)
    filed(tmp_path / "three", disk)
    assert len(waits) == 2 * once


def test_nothing_is_named_before_its_bytes_are_there_nor_told_before_its_name_is(tmp_path):
    class Watching(GatheringDisk):
        """Notes what is not confirmed at each step that relies on what went before."""

        def sync(self, handle: int) -> None:
            files.append(1)
            super().sync(handle)

        def sync_folder(self, path: Path) -> None:
            folders.append(1)
            super().sync_folder(path)

        def settle(self) -> None:
            super().settle()
            files.clear()
            folders.clear()

        def replace(self, source: Path, target: Path) -> None:
            steps.append(("named", not files))
            super().replace(source, target)

        def open_end(self, path: Path) -> int:
            steps.append(("entered", not folders))
            return super().open_end(path)

    files: list[int] = []
    folders: list[int] = []
    steps: list[tuple[str, bool]] = []
    ends = filed(tmp_path, Watching())
    assert all(isinstance(end, Path) for end in ends)
    assert not files
    assert not folders
    assert steps == [("named", True)] * 3 + [("entered", True)] * 3 + [("named", True)] * 3


@pytest.mark.parametrize("kind", [Unwaited, OneByOne])
@pytest.mark.parametrize("at", range(7))
def test_where_the_disk_does_not_confirm_nobody_is_told_that_it_is_done(tmp_path, kind, at):
    class Failing(kind):
        def settle(self) -> None:
            waits.append(1)
            if len(waits) == at + 1:
                raise OSError(errno.EIO, "no")

    waits: list[int] = []
    ends = filed(tmp_path, Failing())
    assert len(waits) > at, "the disk was not waited for so often"
    assert all(isinstance(end, Exception) for end in ends)
    for case in CASES:
        there, lines, pointed = standing(tmp_path, case)
        assert (there, lines, pointed) in {(False, 0, False), (True, 0, False), (True, 1, False)}
        assert verify(office(tmp_path, reference=case).book.folder) == ()
    assert all(isinstance(end, Path) for end in filed(tmp_path, GatheringDisk()))
    assert {standing(tmp_path, case) for case in CASES} == {(True, 1, True)}


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
def test_each_call_failing_leaves_every_case_old_or_new(tmp_path, lasting):
    counting = Faulty(Unwaited())
    filed(tmp_path / "count", counting)
    for at in range(0, len(counting.calls), 3 if lasting else 2):
        folder = tmp_path / str(at)
        failing = Faulty(Unwaited(), at=at, code=errno.EIO, lasting=lasting)
        ends = filed(folder, failing)
        story = f"{counting.calls[at]} failing at {at}"
        for case, end in zip(CASES, ends, strict=True):
            book = office(folder, reference=case).book
            assert isinstance(end, Exception) or standing(folder, case) == (True, 1, True), story
            if book.packs.exists():
                sweep(book.packs, disk=DeadOwners())
            shelf = office(folder, Unwaited(), case)
            last = file_pack(shelf.book.packs / "due", pack("AB"[at % 2]), shelf)
            pointer = read_pointer(shelf.book)
            assert pointer.pack == shelf.book.named(last), story
            assert verify(shelf.book.folder, [pointer.head]) == (), story


def test_what_is_wrong_with_one_stops_no_other(tmp_path):
    (tmp_path / "a").mkdir()
    disk = GatheringDisk()
    places = (tmp_path / "a" / "x", tmp_path / "missing" / "x", tmp_path / "a" / "y")
    ends = together((saving_file(place, b"words", disk=disk) for place in places), disk)
    assert [type(end).__name__ for end in ends] == ["NoneType", "OutputFailed", "NoneType"]
    assert sorted(p.name for p in (tmp_path / "a").iterdir()) == ["x", "y"]


def test_no_handle_stays_open(tmp_path):
    handles = Path("/proc/self/fd")
    if not handles.is_dir():
        pytest.skip("needs Linux to count them")
    filed(tmp_path / "first", OneByOne())
    before = len(list(handles.iterdir()))
    filed(tmp_path / "a", OneByOne())
    filed(tmp_path / "b", GatheringDisk())
    assert len(list(handles.iterdir())) == before


def test_a_file_system_nobody_knows_is_never_waited_for_as_a_whole():
    assert not syncs_whole(os.makedev(4095, 1))
