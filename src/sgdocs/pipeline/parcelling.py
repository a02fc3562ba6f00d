"""What an encrypted case holds: gathered from the disk, or opened with its key."""

from collections.abc import Mapping
from pathlib import Path

from sgdocs.errors import InputRefused, SafetyRefused
from sgdocs.ledger import entries
from sgdocs.opening.limits import PARCEL_BYTES
from sgdocs.pipeline.casebooks import Casebook
from sgdocs.pipeline.inventory import packs_elsewhere
from sgdocs.storage import RESERVED, files_below, parts_of, read_whole
from sgdocs.vault import Parcel, decrypted, unpacked

__all__ = ["CASES", "files_in", "gathered", "opened", "own_folder"]

CASES = "cases"
"""The workspace's folder of cases."""


def gathered(book: Casebook) -> Parcel:
    """Read everything there is of a case: its own folder, and its packs wherever they lie."""
    elsewhere, _ = packs_elsewhere(book, entries(book.folder, disk=book.disk))
    places = [book.folder, *(place for place in (book.packs, *elsewhere) if place.is_dir())]
    return Parcel(
        {place.relative_to(book.workspace).as_posix(): files_in(place) for place in places}
    )


def files_in(folder: Path) -> Mapping[str, bytes]:
    """Read every file of a folder but locks and what a dead run left."""
    found: dict[str, bytes] = {}
    for path in files_below(folder):
        name = path.relative_to(folder)
        if path.is_symlink():
            raise SafetyRefused(
                "there is a link in this folder; what it leads to would stay as it is.",
                where=str(folder),
                remedy="Put the file itself in the link's place.",
            )
        if path.is_file() and not any(RESERVED in part for part in name.parts):
            parts_of(name.as_posix())
            found[name.as_posix()] = read_whole(path)
    return found


def opened(target: Path, secret: str) -> Parcel:
    """Open an encrypted case."""
    if target.stat().st_size > PARCEL_BYTES:
        raise InputRefused("this file is too large to be one of ours.", where=str(target))
    return unpacked(decrypted(read_whole(target), secret, str(target)), str(target))


def own_folder(parcel: Parcel, name: str, target: Path) -> str:
    """Name the case's own folder; refuse a parcel that holds another case, or anything besides."""
    own = f"{CASES}/{name}"
    if own not in parcel.folders or any(_not_ours(f, own) for f in parcel.folders):
        raise SafetyRefused("it holds another case than its name says.", where=str(target))
    return own


def _not_ours(folder: str, own: str) -> bool:
    """Say whether a folder is one that no pack and no case of this name would lie in."""
    first = folder.split("/", maxsplit=1)[0]
    return folder != own and (first == CASES or first.startswith(".") or "/" not in folder)
