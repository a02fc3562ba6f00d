"""The parts of a Word file, found by what refers to them."""

from collections.abc import Iterator
from typing import Any

from sgdocs import opening

__all__ = ["Archive"]


class Archive:
    """A Word file opened for reading."""

    __slots__ = ("_whole",)

    def __init__(self, data: bytes, file: str) -> None:
        self._whole = opening.Archive(data, file, "Word file")
        self._whole.require_no_doctypes()

    def names(self, pattern: str) -> Iterator[str]:
        """Give the parts whose whole name matches, in order."""
        yield from self._whole.matching(pattern)

    def has(self, name: str) -> bool:
        """Say whether there is such a part."""
        return self._whole.has(name)

    def root(self, name: str) -> Any:
        """Give a part's root element; a DTD is refused."""
        return self._whole.xml(name, ours=True)

    def main(self) -> str:
        """Name the main part."""
        root = self.root("_rels/.rels")
        for relation in root:
            if str(relation.get("Type", "")).endswith("/officeDocument"):
                return str(relation.get("Target", "")).lstrip("/")
        raise opening.not_whole(self._whole.where, self._whole.noun)

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
