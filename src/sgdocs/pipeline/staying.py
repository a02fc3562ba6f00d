"""Which papers of an earlier pack stay as they were sent, and which files come out otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from sgdocs.artefacts import Wanted
from sgdocs.packs import Earlier
from sgdocs.pipeline.building import Made
from sgdocs.standing import Scheduled

__all__ = ["Staying", "key_of_paper", "key_of_wanted", "otherwise", "staying"]

Data = Mapping[str, Any]
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Staying:
    """What was sent or came in: by step, by whom it is about, and by paper; to some, or to all."""

    to_all: frozenset[_Key]
    to_some: frozenset[_Key]

    def has(self, paper: Data) -> bool:
        """Say whether a paper of a pack is among it."""
        what = key_of_paper(paper)
        return what in self.to_all or (*what, paper["recipient"]) in self.to_some


def key_of_paper(paper: Data) -> _Key:
    """Tell what a paper in a pack's list is, whoever it is for."""
    return paper.get("step") or "", paper.get("instance") or "", paper["artefact"]


def key_of_wanted(wanted: Wanted) -> _Key:
    """Tell the same of one that is to be made."""
    return wanted.row.step if wanted.row else "", wanted.about_id, wanted.artefact.id


def staying(made: Made, found: Scheduled) -> Staying:
    """Find what stays: of steps that are done, and of those who had theirs before the others."""
    rows = (row for row in found.rows if row.actual and not row.is_reading)
    done = (
        (row.step, row.instance.id if row.instance else "", name)
        for row in rows
        for name in row.artefacts
    )
    return Staying(frozenset(done), frozenset(_to_some(made)))


def otherwise(earlier: Earlier, made: Made, stays: Staying) -> int:
    """Count the files of a pack that are gone or come out otherwise; what was sent does not."""
    files: Mapping[str, str] = made.about.get("files", {})
    sent = {
        name
        for paper in earlier.papers
        if stays.has(paper) and paper["files"]
        for name in (
            *paper["files"],
            *earlier.beginning_with(PurePosixPath(paper["files"][0]).stem),
        )
    }
    gone = set(earlier.lacks())
    old = earlier.files.keys() - (sent - files.keys() - gone)
    return sum(n in gone or files.get(n) != earlier.files.get(n) for n in old | files.keys())


def _to_some(made: Made) -> Iterator[_Key]:
    for one in (one for one in made.left if one.frozen):
        yield from ((*key_of_wanted(one), to.key) for to in one.to)
