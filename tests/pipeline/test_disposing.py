"""A disposal stopped at any call is finished by the next run, and nothing is left behind."""

import errno
import hashlib
import json
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.office import NOW, office, pack
from sgdocs.errors import SgdocsError
from sgdocs.ledger import Kind, entries
from sgdocs.pipeline.disposing import finish
from sgdocs.pipeline.filing import file_pack
from storage.conftest import Faulty, WindowsDisk


class Windows(WindowsDisk):
    """A disk on which a file that is marked read-only cannot be removed."""

    def alive(self, *_):
        return False

    def unlink(self, path):
        if path.is_file() and not path.is_symlink() and not path.stat().st_mode & 0o200:
            raise PermissionError(13, "read-only", str(path))
        super().unlink(path)

    def sync(self, *_):
        pass


def begun(folder: Path) -> tuple[dict, Path]:
    """A case with packs, copies and a certificate of its disposal."""
    shelf = office(folder, Windows())
    file_pack(shelf.book.packs / "due", pack("A"), shelf)
    file_pack(folder / "elsewhere" / "due", pack("B"), shelf)
    case = shelf.book.folder
    for name in (
        "case.yaml",
        "case.v1.yaml",
        "returns/one.docx",
        "sent/two.pdf",
        ".sgdocs-tmp-0-1-1",
    ):
        (case / name).parent.mkdir(exist_ok=True)
        (case / name).write_bytes(name.encode())
    (case / "returns/one.docx").chmod(0o400)
    (folder / "inbox").mkdir()
    (folder / "inbox" / "mail.docx").write_bytes(b"returns/one.docx")
    (folder / "inbox" / "other.docx").write_bytes(b"other")
    (folder / ".sgdocs").mkdir()
    (folder / ".sgdocs" / "index.sqlite").write_bytes(b"index")
    lines = entries(case)
    about = {
        "list_sha256": "0" * 64,
        "signed_by": "Perpetua Oakes",
        "ledger": {"number": len(lines), "hash": lines[-1].hash},
        "hashes": {"returned_forms": [hashlib.sha256(b"returns/one.docx").hexdigest()]},
    }
    (case / "disposal").mkdir()
    (case / "disposal" / "certificate.json").write_text(json.dumps(about))
    return about, case


def left(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


EXPECTED = [
    "cases/SCP-2026-014/disposal/certificate.json",
    "cases/SCP-2026-014/ledger.jsonl",
    "inbox/other.docx",
]


def test_everything_goes_but_the_certificate_and_one_line(tmp_path):
    about, case = begun(tmp_path)
    finish(office(tmp_path).book, about, NOW)
    assert left(tmp_path) == EXPECTED
    (line,) = entries(case)
    assert line.entry.kind is Kind.DISPOSED


def test_a_link_is_removed_and_what_it_leads_to_stays(tmp_path):
    about, case = begun(tmp_path / "office")
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "file").write_text("x")
    (case / "link").symlink_to(tmp_path / "precious")
    finish(office(tmp_path / "office").book, about, NOW)
    assert (tmp_path / "precious" / "file").read_text() == "x"
    assert left(tmp_path / "office") == EXPECTED


@pytest.mark.parametrize("disk", [Windows()], ids=["windows"])
def test_a_file_marked_read_only_goes_on_windows_too(tmp_path, disk):
    about, _ = begun(tmp_path)
    finish(office(tmp_path, disk).book, about, NOW)
    assert left(tmp_path) == EXPECTED


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
def test_stopped_at_any_call_the_next_run_finishes(tmp_path, lasting):
    about, _ = begun(tmp_path / "begun")
    shutil.copytree(tmp_path / "begun", tmp_path / "count")
    counting = Faulty(Windows())
    finish(office(tmp_path / "count", counting).book, about, NOW)
    for at in range(0, len(counting.calls), 2):
        folder = tmp_path / str(at)
        shutil.copytree(tmp_path / "begun", folder)
        case = office(folder).book.folder
        failing = Faulty(Windows(), at=at, code=errno.EIO, lasting=lasting)
        with suppress(SgdocsError):
            finish(office(folder, failing).book, about, NOW)
        assert (case / "disposal" / "certificate.json").exists()
        finish(office(folder, Windows()).book, about, NOW)
        assert left(folder) == EXPECTED, counting.calls[at]
        (line,) = entries(case)
        assert line.entry.kind is Kind.DISPOSED
