"""Many files as one: a tar file, the same bytes for the same files, opened with distrust."""

import io
import json
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sgdocs.errors import InputRefused, SafetyRefused
from sgdocs.opening.limits import PARCEL_BYTES, PARCEL_FILES
from sgdocs.storage import parts_of

__all__ = ["Parcel", "packed", "unpacked"]

_LIST = "sgdocs.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Parcel:
    """The folders of a case, by their paths in the workspace, with the files of each."""

    folders: Mapping[str, Mapping[str, bytes]]

    @property
    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give every file by its path in the workspace."""
        for folder, files in self.folders.items():
            for name, data in files.items():
                yield f"{folder}/{name}", data


def packed(parcel: Parcel) -> bytes:
    """Write a parcel; it says itself which folders it holds."""
    names = [name for name, _ in parcel.files]
    about = {"format": _FORMAT, "folders": list(parcel.folders), "files": names}
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, data in ((_LIST, json.dumps(about).encode()), *parcel.files):
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(data), 0o600
            tar.addfile(member, io.BytesIO(data))
    return out.getvalue()


def unpacked(data: bytes, where: str) -> Parcel:
    """Read a parcel: anybody who has a public key could have made it, so nothing is believed."""
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as tar:
            files = dict(_members(tar))
        about: Any = json.loads(files.pop(_LIST))
        if about["format"] != _FORMAT or about["files"] != list(files):
            raise _strange(where)
        return Parcel({folder: _within(folder, files) for folder in _folders(about)})
    except (tarfile.TarError, KeyError, TypeError, ValueError, EOFError, InputRefused):
        raise _strange(where) from None


def _members(tar: tarfile.TarFile) -> Iterator[tuple[str, bytes]]:
    seen: set[str] = set()
    size = 0
    for member in tar:
        size += member.size
        if not member.isreg() or member.name in seen or len(seen) > PARCEL_FILES:
            raise ValueError
        if size > PARCEL_BYTES or (held := tar.extractfile(member)) is None:
            raise ValueError
        seen.add(member.name)
        yield member.name, held.read()


def _folders(about: Any) -> list[str]:
    folders: list[str] = about["folders"]
    texts = isinstance(folders, list) and all(isinstance(folder, str) for folder in folders)
    if not texts or len(set(folders)) != len(folders):
        raise ValueError
    for folder in folders:
        parts_of(folder)
    return folders


def _within(folder: str, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Give the files of a folder by their paths in it; each path must be one we would write."""
    start = f"{folder}/"
    own = {name[len(start) :]: data for name, data in files.items() if name.startswith(start)}
    for name in own:
        parts_of(name)
    return own


def _strange(where: str) -> SafetyRefused:
    return SafetyRefused(
        "what was decrypted is no case that sgdocs encrypted; nothing was written.",
        where=where,
        remedy="Ask who gave you the file.",
    )
