"""The committed letterhead is what its maker makes, and can be read as text."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from papers.specimen import CONTENT, paper, part
from sgdocs.papers import as_docx

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


def test_a_draft_has_the_watermark_that_word_itself_would_draw() -> None:
    """Without its number and formulas the shape has no outline, and nothing is drawn."""
    for name in ("word/header1.xml", "word/header2.xml"):
        header = part(as_docx(paper(draft=True), CONTENT), name)
        assert 'o:spt="136"' in header
        assert header.count("<v:f ") == 14
        assert 'string="DRAFT"' in header
        assert "DRAFT" not in part(as_docx(paper(), CONTENT), name)
