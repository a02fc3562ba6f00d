"""A pack that was made before: what its list says of it, and its files as they lie there."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from os.path import isfile
from pathlib import Path
from typing import Any

from sgdocs.errors import InputRefused
from sgdocs.opening.files import read_ordinary
from sgdocs.opening.limits import PACK_LIST_BYTES
from sgdocs.storage import is_absent, parts_of

__all__ = ["MANIFEST", "Earlier", "read_pack"]

MANIFEST = "manifest.json"

Data = Mapping[str, Any]

_TEXTS = ("case", "as_of", "procedure", "program")
_MAPPINGS = ("files", "inputs", "wording")


@dataclass(frozen=True, slots=True)
class Earlier:
    """A pack on the disk, by the list it holds of itself."""

    folder: Path
    about: Data

    @property
    def papers(self) -> tuple[Data, ...]:
        """Give what the list says of each paper."""
        return tuple(self.about["papers"])

    @property
    def files(self) -> Mapping[str, str]:
        """Give the hash of each file by its path in the pack."""
        files: Mapping[str, str] = self.about["files"]
        return files

    def lacks(self) -> Iterator[str]:
        """Name the files that are no longer there."""
        folder = str(self.folder)
        # As text: a path for each file of ten thousand packs takes longer than to look.
        return (n for n in self.files if not isfile(f"{folder}/{n}"))  # noqa: PTH113 - see above

    def changed(self, names: Iterable[str]) -> Iterator[str]:
        """Name those of some files that were changed by hand since, or are gone."""
        return (name for name in names if self.read(name) is None)

    def read(self, name: str) -> bytes | None:
        """Give a file as it was made; nothing where it is gone or was changed since."""
        try:
            data = self.folder.joinpath(*parts_of(name)).read_bytes()
        except (OSError, InputRefused):
            return None
        return data if sha256(data).hexdigest() == self.files.get(name) else None

    def taken(self, names: Iterable[str]) -> dict[str, bytes] | None:
        """Give files as they were made; nothing where one of them is not."""
        found = {name: self.read(name) for name in names}
        whole = {name: data for name, data in found.items() if data is not None}
        return whole if len(whole) == len(found) else None

    def beginning_with(self, stem: str) -> tuple[str, ...]:
        """Name the files of a paper, and the mail that takes it."""
        return tuple(n for n in self.files if n.rpartition("/")[2].startswith(f"{stem}."))


def read_pack(folder: Path) -> Earlier | None:
    """Read a pack's list of itself; nothing where there is none that can be used."""
    try:
        about = json.loads(read_ordinary(folder / MANIFEST, PACK_LIST_BYTES))
    except (ValueError, RecursionError):
        return None
    except OSError as error:
        if is_absent(error):
            return None
        raise InputRefused(
            "the list of this pack could not be read.",
            where=str(folder / MANIFEST),
            remedy="Check that the disk is connected and that this account may read it.",
        ) from error
    return Earlier(folder, about) if _sound(about) else None


def _sound(about: Any) -> bool:
    return (
        isinstance(about, dict)
        and all(isinstance(about.get(name), str) for name in _TEXTS)
        and all(_texts(about.get(name)) for name in _MAPPINGS)
        and isinstance(about.get("papers"), list)
        and all(isinstance(paper, dict) and _is_paper(paper) for paper in about["papers"])
    )


def _texts(value: Any) -> bool:
    return isinstance(value, dict) and set(map(type, value.values())) <= {str}


def _is_paper(paper: Data) -> bool:
    files = paper.get("files")
    named = all(isinstance(paper.get(k), str) for k in ("artefact", "recipient", "day", "wording"))
    return named and isinstance(files, list) and all(isinstance(name, str) for name in files)
