"""Look at folders of data files: what lies there, and how it stands."""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

from sgdocs.errors import InputRefused

__all__ = ["is_file", "names_in", "stamp_of"]


def is_file(place: Path) -> bool:
    """Say whether this is a file."""
    try:
        return place.is_file()
    except OSError as error:
        raise _unreadable(place) from error


def names_in(folder: Path) -> Iterator[str]:
    """Give the names of all files in a folder and below it, other programs' own left out."""
    if not folder.exists():
        return
    for here, folders, files in os.walk(folder, onerror=_raise):
        folders[:] = [f for f in folders if not f.startswith(".")]
        for name in files:
            # Word keeps ~$letter.docx beside an open letter.docx: it is no template.
            if not name.startswith((".", "~$")):
                yield (Path(here) / name).relative_to(folder).as_posix()


def _raise(error: OSError) -> NoReturn:
    raise _unreadable(Path(str(error.filename))) from error


def _unreadable(place: Path) -> InputRefused:
    return InputRefused(
        "could not be looked at.", where=str(place), remedy="Check that this account may read it."
    )


def stamp_of(places: Iterable[str]) -> str:
    """Tell how files and folders stand: another stamp, where one of them is another."""
    digest = sha256()
    for place in places:
        for line in _stamps(place):
            digest.update(os.fsencode(line))
    return digest.hexdigest()


def _stamps(place: str) -> Iterator[str]:
    """Give a line for each file at a place or below it."""
    try:
        entries = sorted(os.scandir(place), key=lambda entry: entry.name)
    except NotADirectoryError:
        status = os.stat(place)  # noqa: PTH116 - thousands of these in a run
        yield f"{place}\0{status.st_mtime_ns}\0{status.st_size}\n"
        return
    except FileNotFoundError:
        return
    except OSError as error:
        raise _unreadable(Path(place)) from error
    for entry in entries:
        if entry.is_dir():
            yield from _stamps(entry.path)
        elif entry.is_file():
            status = entry.stat()
            yield f"{entry.path}\0{status.st_mtime_ns}\0{status.st_size}\n"
