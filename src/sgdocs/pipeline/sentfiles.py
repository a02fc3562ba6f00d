"""Find the very files that were sent, and keep a copy of each that no later work touches."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sgdocs.errors import InputRefused
from sgdocs.opening.limits import SENT_BYTES
from sgdocs.packs import Earlier, read_pack
from sgdocs.pipeline.casebooks import Casebook
from sgdocs.pipeline.filing import packs_entered
from sgdocs.storage import is_absent, make_folder, parts_of, write_file

__all__ = ["SENT", "SentFile", "files_given", "keep", "papers_sent"]

SENT = "sent"

_FINAL = "final"

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that went out, as it was then."""

    name: str
    """What its copy is called: as in the pack, or by its number where somebody named the file."""
    data: bytes
    origin: str | None
    """Its path in the workspace, where it comes from a pack."""
    edited: bool = False
    """True where somebody changed it after it was made."""

    @property
    def hash(self) -> str:
        """Give its fingerprint."""
        return sha256(self.data).hexdigest()

    @property
    def kept_as(self) -> str:
        """Name its copy."""
        return f"{self.hash[:16]}-{self.name}"


def papers_sent(
    book: Casebook, dispatch: Data, roles: frozenset[str]
) -> tuple[int, tuple[SentFile, ...]]:
    """Give the version that was sent and its files, from the latest pack that has the paper.

    `roles` are those a dispatch names, groups with their members; none where it went to everybody.
    """
    for name in reversed(packs_entered(book)):
        pack = read_pack(book.workspace / name)
        papers = [p for p in pack.papers if _is_it(p, dispatch, roles)] if pack else []
        if pack and papers:
            files = [f for paper in papers for f in _files(book, pack, paper)]
            return max(_version(paper) for paper in papers), tuple(dict.fromkeys(files))
    return 0, ()


def files_given(paths: tuple[Path, ...], artefact: str) -> tuple[SentFile, ...]:
    """Give files that somebody names as what was sent; their own names are not kept."""
    return tuple(
        SentFile(f"{artefact}{path.suffix.lower()}", _content(path), None) for path in paths
    )


def keep(book: Casebook, files: tuple[SentFile, ...]) -> tuple[Data, ...]:
    """Keep a copy of each beside the case file, and say for the ledger which is which."""
    folder = book.folder / SENT
    if files:
        make_folder(folder, disk=book.disk)
    for file in files:
        place = folder / file.kept_as
        if not book.disk.exists(place):
            write_file(place, file.data, disk=book.disk)
    return tuple(
        {
            "kept": book.named(folder / file.kept_as),
            "sha256": file.hash,
            **({"from": file.origin} if file.origin else {}),
            **({"edited": True} if file.edited else {}),
        }
        for file in files
    )


def _is_it(paper: Data, dispatch: Data, roles: frozenset[str]) -> bool:
    return (
        paper["artefact"] == dispatch["artefact"]
        and paper.get("state") == _FINAL
        and dispatch.get("step") in (None, paper.get("step"))
        and dispatch.get("for") in (None, paper.get("instance"))
        and _went_to(paper, roles)
    )


def _went_to(paper: Data, roles: frozenset[str]) -> bool:
    """Say whether a paper's recipient is among those named; several hold some roles, numbered."""
    key: str = paper["recipient"]
    stem, _, number = key.rpartition("-")
    names = {key, stem if number.isdecimal() else key}
    if "agency" in roles and paper.get("instance"):
        names |= {"agency"}
    return not roles or bool(names & roles)


def _version(paper: Data) -> int:
    version = paper.get("version")
    return version if isinstance(version, int) else 1


def _files(book: Casebook, pack: Earlier, paper: Data) -> Iterator[SentFile]:
    """Give a paper's files as they lie there now: the PDF, and the Word file where it travels."""
    names = [name for name in paper["files"] if name.endswith(".pdf")]
    travels = paper.get("kind") == "form" or not names
    for name in (*names, *(n for n in paper["files"] if travels and n.endswith(".docx"))):
        place = pack.folder.joinpath(*parts_of(name))
        try:
            data = place.read_bytes()
        except OSError as error:
            if is_absent(error):
                continue  # somebody took it away; what is not there cannot be kept
            raise InputRefused(
                "the file that was sent could not be read.",
                where=str(place),
                remedy="Check that no other program holds it, and that this account may read it.",
            ) from error
        edited = sha256(data).hexdigest() != pack.files.get(name)
        yield SentFile(place.name, data, book.named(place), edited)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > SENT_BYTES:
            raise InputRefused("this file is too large to be a paper.", where=str(path))
        return path.read_bytes()
    except OSError as error:
        raise InputRefused(
            "the file that was sent could not be read.",
            where=str(path),
            remedy="Check the name, and that no other program holds it.",
        ) from error
