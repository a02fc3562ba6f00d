"""What there is of a case on the disk: its files by category, each by its fingerprint alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sgdocs.ledger import FILE as LEDGER
from sgdocs.ledger import Kind, Line
from sgdocs.pipeline.casebooks import Casebook
from sgdocs.pipeline.finding import CASE_NAMES
from sgdocs.storage import fault_in_name, files_below, read_whole

__all__ = ["DISPOSAL", "Category", "inventory", "packs_elsewhere"]

DISPOSAL = "disposal"

_BY_FOLDER = {
    "sent": "sent_copies",
    "returns": "returned_forms",
    "review": "review_texts",
    "anonymise": "masking_decisions",
    "drafts": "drafts",
}
_HIDDEN = (".",)


@dataclass(frozen=True, slots=True)
class Category:
    """The files of one kind: how many bytes they have, and the fingerprint of each."""

    name: str
    size: int
    hashes: tuple[str, ...]

    @property
    def fingerprint(self) -> str:
        """Give one fingerprint for all of them."""
        return sha256("".join(self.hashes).encode()).hexdigest()


def inventory(book: Casebook, elsewhere: tuple[Path, ...]) -> tuple[Category, ...]:
    """Give everything there is of a case, by category; no name of a file is in it."""
    found: dict[str, list[tuple[str, int]]] = {}
    for name, path in _files(book, elsewhere):
        data = read_whole(path)
        found.setdefault(name, []).append((sha256(data).hexdigest(), len(data)))
    return tuple(
        Category(name, sum(size for _, size in files), tuple(sorted(digest for digest, _ in files)))
        for name, files in sorted(found.items())
    )


def packs_elsewhere(book: Casebook, lines: tuple[Line, ...]) -> tuple[tuple[Path, ...], int]:
    """Give the packs in other folders of the workspace, and how many lie outside of it."""
    built = [line.entry.about["pack"] for line in lines if line.entry.kind is Kind.BUILT]
    outside = sum(pack is None for pack in built)
    places = [_within(book, str(pack)) for pack in built if pack]
    ours = [place for place in places if place and not place.is_relative_to(book.packs)]
    return tuple(dict.fromkeys(place for place in ours if place.exists())), outside


def _within(book: Casebook, pack: str) -> Path | None:
    """Give a pack's place; nothing for a path that leads anywhere but to a pack of its own."""
    parts = [part for part in pack.split("/") if part != "."]
    if not parts or any(fault_in_name(part) for part in parts):
        return None
    place = book.workspace.joinpath(*parts)
    inside = place.resolve().is_relative_to(book.workspace)
    return place if inside and (place / "manifest.json").is_file() else None


def _files(book: Casebook, elsewhere: tuple[Path, ...]) -> Iterator[tuple[str, Path]]:
    for path in files_below(book.folder):
        inner = path.relative_to(book.folder).parts
        if path.is_file() and inner[0] != DISPOSAL and not inner[0].startswith("."):
            yield _category(inner), path
    for folder in (book.packs, *elsewhere):
        yield from (("packs", path) for path in files_below(folder) if path.is_file())


def _category(inner: tuple[str, ...]) -> str:
    if len(inner) > 1:
        return _BY_FOLDER.get(inner[0], "other_files")
    if inner[0] in CASE_NAMES:
        return "case_file"
    if inner[0] == LEDGER:
        return "ledger"
    return "earlier_versions" if inner[0].startswith("case.v") else "other_files"
