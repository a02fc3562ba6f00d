"""A file that was sent, laid into the workspace for as long as it is read."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from sgdocs.errors import SgdocsError
from sgdocs.storage import make_folder, remove, remove_file, write_file
from sgdocs.web.posted import Upload
from sgdocs.web.visit import Visit

__all__ = ["held", "let_go"]


def let_go(workspace: Path) -> None:
    """Take away what a window that was killed had laid down for a moment."""
    with suppress(SgdocsError):
        remove(workspace / ".sgdocs" / "trials")


@contextmanager
def held(visit: Visit, upload: Upload) -> Iterator[Path]:
    """Give a place where the file can be read; it is taken away again."""
    folder = visit.office.workspace / ".sgdocs" / "trials"
    make_folder(folder)
    # Its own name may be somebody's; two people may send the same file at once.
    about = visit.session.token.encode() + upload.data
    ending = Path(upload.name).suffix.lower()[:8]
    path = folder / f"{sha256(about).hexdigest()[:24]}{ending}"
    write_file(path, upload.data)
    try:
        yield path
    finally:
        remove_file(path)
