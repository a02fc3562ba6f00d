"""A pack is written, entered and pointed to; stopped anywhere, the next run goes on from there."""

import errno
import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

import sgdocs
from faults.asking import TIMES
from pipeline.office import NOW, office, pack
from sgdocs.errors import SafetyRefused, SgdocsError
from sgdocs.ledger import append, entries, ledger_file, verify
from sgdocs.ledger.model import Entry, Kind
from sgdocs.pipeline.entering import enter
from sgdocs.pipeline.filing import file_pack
from sgdocs.pipeline.pointers import read_pointer
from sgdocs.storage import Disk, sweep
from storage.conftest import DeadOwners, Faulty, WindowsDisk


def built(shelf):
    lines = entries(shelf.book.folder)
    return [line.entry.about["pack"] for line in lines if line.entry.kind is Kind.BUILT]


def packs(shelf):
    return sorted(f"build/SCP-2026-014/{p.name}" for p in shelf.book.packs.iterdir() if p.is_dir())


def everything(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_pack_is_in_the_ledger_and_the_pointer_leads_to_it(tmp_path):
    shelf = office(tmp_path)
    folder = file_pack(shelf.book.packs / "2026-03-02-due", pack("A"), shelf)
    (line,) = entries(shelf.book.folder)
    assert line.entry.about["pack"] == "build/SCP-2026-014/2026-03-02-due"
    assert line.entry.about["papers"] == 1
    pointer = json.loads(shelf.book.pointer.read_text())
    assert pointer["pack"] == line.entry.about["pack"]
    assert pointer["manifest"] == line.entry.about["manifest"]
    assert pointer["ledger"] == {"number": 1, "hash": line.hash}
    assert (folder / "2026-03-02" / "police" / "a.docx").read_bytes() == b"A" * 2000


def test_the_same_pack_again_changes_nothing(tmp_path):
    shelf = office(tmp_path)
    first = file_pack(shelf.book.packs / "due", pack("A"), shelf)
    before = everything(tmp_path)
    assert file_pack(shelf.book.packs / "due", pack("A"), shelf) == first
    assert everything(tmp_path) == before


def test_an_earlier_pack_made_again_is_pointed_to_without_a_new_line(tmp_path):
    shelf = office(tmp_path)
    for letter in "ABA":
        file_pack(shelf.book.packs / "due", pack(letter), shelf)
    assert built(shelf) == ["build/SCP-2026-014/due", "build/SCP-2026-014/due-2"]
    assert read_pointer(shelf.book).pack == "build/SCP-2026-014/due"


def test_a_pack_outside_the_workspace_is_entered_without_its_place(tmp_path):
    shelf = office(tmp_path / "office")
    file_pack(tmp_path / "memory stick", pack("A"), shelf)
    assert built(shelf) == [None]
    assert str(tmp_path) not in ledger_file(shelf.book.folder).read_text()


def test_a_copy_of_a_pack_is_not_taken_for_another(tmp_path):
    shelf = office(tmp_path)
    folder = file_pack(shelf.book.packs / "due", pack("A"), shelf)
    (folder.parent / "copy of due").mkdir()
    (folder.parent / "copy of due" / "manifest.json").write_bytes(pack("A")["manifest.json"])
    file_pack(shelf.book.packs / "due", pack("B"), shelf)
    assert len(built(shelf)) == 2


def test_nothing_is_made_where_the_ledger_lost_its_end(tmp_path):
    shelf = office(tmp_path)
    file_pack(shelf.book.packs / "due", pack("A"), shelf)
    enter(shelf.book, Entry(Kind.CALLED, NOW, "", {}))
    file = ledger_file(shelf.book.folder)
    file.write_bytes(file.read_bytes().splitlines(keepends=True)[0])
    with pytest.raises(SafetyRefused, match="verify"):
        enter(shelf.book, Entry(Kind.CALLED, NOW, "", {}))
    with pytest.raises(SafetyRefused, match="verify"):
        file_pack(shelf.book.packs / "due", pack("B"), shelf)
    assert packs(shelf) == ["build/SCP-2026-014/due"]
    file.unlink()
    with pytest.raises(SafetyRefused, match="verify"):
        enter(shelf.book, Entry(Kind.CALLED, NOW, "", {}))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2}', "\x00", '{"format": 1}'])
def test_a_pointer_that_was_changed_stops_the_work(tmp_path, text):
    shelf = office(tmp_path)
    file_pack(shelf.book.packs / "due", pack("A"), shelf)
    shelf.book.pointer.write_text(text)
    with pytest.raises(SafetyRefused, match="pointer"):
        enter(shelf.book, Entry(Kind.CALLED, NOW, "", {}))


class Quick(Disk):
    """A disk that is not waited for."""

    def sync(self, *_):
        pass

    def sync_folder(self, *_):
        pass


class QuickWindows(WindowsDisk):
    def sync(self, *_):
        pass


@pytest.mark.parametrize("disk", [Quick(), QuickWindows()], ids=["posix", "windows"])
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
def test_each_call_failing(tmp_path, disk, lasting):
    counting = Faulty(disk)
    shelf = office(tmp_path / "count", counting)
    append(shelf.book.folder, Entry(Kind.CALLED, NOW, "", {}), held=True)
    file_pack(shelf.book.packs / "due", pack("A"), shelf)
    for at in range(len(counting.calls)):
        folder = tmp_path / str(at)
        failing = office(folder, Faulty(disk, at=at, code=errno.EIO, lasting=lasting))
        append(failing.book.folder, Entry(Kind.CALLED, NOW, "", {}), held=True)
        with suppress(SgdocsError):
            file_pack(failing.book.packs / "due", pack("A"), failing)
        story = f"{counting.calls[at]} failing at {at}"
        if failing.book.packs.exists():
            sweep(failing.book.packs, disk=DeadOwners())
        shelf = office(folder, Quick())
        last = file_pack(shelf.book.packs / "due", pack("AB"[at % 2]), shelf)
        pointer = read_pointer(shelf.book)
        assert pointer.pack == shelf.book.named(last), story
        assert verify(shelf.book.folder, [pointer.head]) == (), story
        assert sorted(built(shelf)) == packs(shelf), story


@pytest.mark.faults
@pytest.mark.skipif(os.name == "nt", reason="needs fork and SIGKILL")
def test_kills_at_random_moments_tear_nothing(tmp_path):
    kills = str(TIMES)
    source = str(Path(sgdocs.__file__).parent.parent)
    result = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("killed_filing.py")), tmp_path, kills],
        env={**os.environ, "PYTHONPATH": source},
        capture_output=True,
        text=True,
        timeout=110 + int(kills),
        check=False,
    )
    assert result.returncode == 0, result.stderr
    wrong, inside = map(int, result.stdout.split())
    assert wrong == 0
    assert inside > 0, "no kill landed inside a writing, so nothing was shown"
