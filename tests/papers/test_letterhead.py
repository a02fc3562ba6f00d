"""The committed letterhead is what its maker makes, and can be read as text."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from papers.specimen import CONTENT

FOLDER = CONTENT.packaged_root() / "templates" / "letterhead"


def members(path: Path) -> list[tuple[str, tuple[int, ...], bytes]]:
    with ZipFile(path) as archive:
        return [(i.filename, i.date_time, archive.read(i)) for i in archive.infolist()]


def test_the_maker_makes_what_is_committed(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, FOLDER / "make.py", tmp_path], check=True, env=environment)
    # The members and not the file: another zlib may pack the same words differently.
    made, kept = members(tmp_path / "letterhead.docx"), members(FOLDER / "letterhead.docx")
    assert made == kept, "Run templates/letterhead/make.py and commit what it writes."
    assert (tmp_path / "letterhead.txt").read_bytes() == (FOLDER / "letterhead.txt").read_bytes()
