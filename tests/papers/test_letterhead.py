"""The committed letterhead is what its maker makes, and can be read as text."""

import os
import subprocess
import sys
from hashlib import sha256
from importlib.util import find_spec
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


def test_the_fonts_are_those_of_the_package() -> None:
    spec = find_spec("font_source_sans_pro")
    assert spec is not None
    assert spec.origin is not None
    package = Path(spec.origin).parent / "files"
    kept = sorted(FOLDER.glob("fonts/*"))
    assert [f.name for f in kept if f.suffix == ".ttf"] == [
        f"SourceSansPro-{face}.ttf" for face in ("Bold", "BoldIt", "It", "Regular")
    ]
    for file in kept:
        assert (
            sha256(file.read_bytes()).digest()
            == sha256((package / file.name).read_bytes()).digest()
        )
