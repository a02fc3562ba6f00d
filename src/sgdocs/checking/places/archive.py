"""The parts of a Word file, taken out of their archive with care."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from sgdocs.errors import InputRefused

__all__ = ["Archive"]

_MOST = 60_000_000
_SAFE = {"resolve_entities": False, "no_network": True, "huge_tree": False}


class Archive:
    """A Word file opened for reading."""

    __slots__ = ("_file", "_zip")

    def __init__(self, data: bytes, file: str) -> None:
        self._file = file
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError):
            raise self._refusal() from None
        if sum(entry.file_size for entry in self._zip.infolist()) > _MOST:
            raise InputRefused("this Word file is too large.", where=file, remedy="Divide it.")

    def _refusal(self) -> InputRefused:
        return InputRefused(
            "this is not a Word file that can be read.",
            where=self._file,
            remedy="Save it as .docx, without a password.",
        )

    def names(self, pattern: str) -> Iterator[str]:
        """Give the parts whose whole name matches, in order."""
        found = [n for n in self._zip.namelist() if re.fullmatch(pattern, n)]
        yield from sorted(found, key=lambda n: (len(n), n))

    def has(self, name: str) -> bool:
        """Say whether there is such a part."""
        return name in self._zip.namelist()

    def root(self, name: str) -> Any:
        """Give a part's root element; a DTD is refused."""
        try:
            data = self._zip.read(name)
            root = etree.fromstring(data, etree.XMLParser(**_SAFE))
        except (KeyError, etree.XMLSyntaxError, zipfile.BadZipFile, RuntimeError, ValueError):
            raise self._refusal() from None
        if root.getroottree().docinfo.doctype:
            raise self._refusal()
        return root

    def main(self) -> str:
        """Name the main part."""
        root = self.root("_rels/.rels")
        for relation in root:
            if str(relation.get("Type", "")).endswith("/officeDocument"):
                return str(relation.get("Target", "")).lstrip("/")
        raise self._refusal()

    def related(self, name: str) -> dict[str, str]:
        """Give the parts that a part refers to, with their kind."""
        folder, _, base = name.rpartition("/")
        rels = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
        if not self.has(rels):
            return {}
        found = {}
        for relation in self.root(rels):
            if relation.get("TargetMode") != "External":
                target = str(relation.get("Target", ""))
                whole = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
                found[whole] = str(relation.get("Type", "")).rsplit("/", 1)[-1]
        return found
