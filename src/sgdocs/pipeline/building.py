"""Make the papers that a day calls for: choose, make, bind, lay out, and write all or nothing."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from sgdocs.artefacts import Wanted
from sgdocs.documents import Maker, Wordings, wordings
from sgdocs.errors import InputRefused
from sgdocs.expressions import ExpressionFailed
from sgdocs.packs import (
    MANIFEST,
    Earlier,
    Kept,
    Pack,
    Sending,
    lay_out,
    manifest,
    written,
)
from sgdocs.pipeline.bundling import bound_papers
from sgdocs.pipeline.filing import Shelf, filing
from sgdocs.pipeline.fingerprinting import Fingerprints, Sources, digest
from sgdocs.pipeline.how import How
from sgdocs.pipeline.keeping import Keeping, act_of, for_one, people
from sgdocs.pipeline.packing import Press
from sgdocs.pipeline.redating import dates_of
from sgdocs.pipeline.tracing import around, made_from
from sgdocs.pipeline.wanting import to_make
from sgdocs.standing import Scheduled
from sgdocs.storage import DISK, Disk, Saving, alone, is_absent

__all__ = [
    "Built",
    "Made",
    "build",
    "make",
    "put",
    "putting",
]


@dataclass(frozen=True, slots=True)
class Made:
    """A pack before it is written: its files, its list, and what is not in it."""

    files: Mapping[str, bytes]
    about: Mapping[str, Any]
    left: tuple[Wanted, ...]
    lacking: tuple[Wanted, ...]

    @property
    def papers(self) -> tuple[Mapping[str, Any], ...]:
        """Give what the list says of each paper."""
        return tuple(self.about.get("papers", ()))


@dataclass(frozen=True, slots=True)
class Built:
    """What was written, and what was not and why."""

    folder: Path | None
    files: tuple[str, ...]
    papers: tuple[Mapping[str, Any], ...]
    """One entry for each paper and person, as the list in the pack has them."""
    left: tuple[Wanted, ...]
    lacking: tuple[Wanted, ...]
    """Of those left, the ones that are due or asked for and lack a fact or a recipient."""


def build(
    found: Scheduled, wanted: Sequence[Wanted], how: How, out: Path, shelf: Shelf | None = None
) -> Built:
    """Make the papers and write them as one pack, all or none of them."""
    return put(make(found, wanted, how), out, shelf)


def make(
    found: Scheduled, wanted: Sequence[Wanted], how: How, earlier: Earlier | None = None
) -> Made:
    """Make the papers as one pack; what an earlier one has of the same is taken over from it."""
    words = wordings(found.content, found.case.procedure)
    sources = Sources(found.content, found.case.procedure, how.contents)
    by = how.by or found.ground.partnership.settings.folders
    about = made_from(found, how.told(by), _sources(sources, words, wanted))
    prints = Fingerprints(sources, words, _common(sources, about))
    maker = Maker(found.content, found.case.procedure, words, with_pdf=how.contents != "word")
    press = Press(found, maker, prints, how.drafts, how.password, how.rows)
    keeping = Keeping(press, earlier if not how.password else None, together=how.contents == "all")
    sendings, lacking = _made(keeping, wanted, how)
    if keeping.anything and (keeping.doubtful or lacking):
        return make(found, wanted, how)
    left = (*(w for w in wanted if w.reason), *lacking)
    pressing = tuple(w for w in left if w.pressing)
    beside = _beside(keeping, sendings, how) if sendings else ({}, {})
    pack = Pack(found.case.reference, tuple(sendings), *beside)
    files = lay_out(pack, by)
    whole = {
        **about,
        "asked": how.asked_for(),
        "around": prints.of_around(),
        "dates": dates_of(found.rows),
    }
    return Made(files, manifest(pack, whole, files, left), left, pressing)


def put(made: Made, out: Path, shelf: Shelf | None = None) -> Built:
    """Write a pack, where there is anything in it; one that is there already stands."""
    if not made.files:
        return Built(None, (), (), made.left, made.lacking)
    disk = shelf.book.disk if shelf else DISK
    return alone(putting(made, out, shelf, disk), disk)


def putting(made: Made, out: Path, shelf: Shelf | None, disk: Disk) -> Saving[Built]:
    """Do the same by the steps of a saving, for a pack that has lost all its papers too."""
    files = {**made.files, MANIFEST: written(made.about)}
    folder = yield from filing(out, files, shelf, disk)
    return Built(folder, tuple(sorted(files)), made.papers, made.left, made.lacking)


def _sources(
    sources: Sources, words: Wordings, wanted: Iterable[Wanted]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Give the hashes of the rules, and of the words of all that is to be made."""
    names = {n for one in to_make(wanted) for n in sources.of(words.of(one.artefact))}
    return sources.rules(), sources.hashes(sorted(names | set(sources.shared())))


def _common(sources: Sources, about: Mapping[str, Any]) -> str:
    """Give one hash of what every paper of the case is made from."""
    shared = sources.hashes(sources.shared_by_papers())
    said = json.dumps([about[name] for name in ("as_of", "program", "how", "inputs")])
    return digest((said, *shared.values()))


def _beside(
    keeping: Keeping, sendings: Sequence[Sending | Kept], how: How
) -> tuple[Mapping[Any, bytes], Mapping[str, bytes]]:
    """Give what lies beside the papers: each person's as one PDF, the timetable, the calls."""
    if how.contents != "all":
        return {}, {}
    found = keeping.press.found
    new = [sending for sending in sendings if isinstance(sending, Sending)]
    bound = bound_papers(found, new, how.password)
    kept = keeping.around()
    return bound, kept or {**around(found), **keeping.press.call_sheet()}


def _made(
    keeping: Keeping, wanted: Sequence[Wanted], how: How
) -> tuple[list[Sending | Kept], tuple[Wanted, ...]]:
    """Make each act's papers together: a letter does not go without what it encloses."""
    sendings: list[Sending | Kept] = []
    lacking: list[Wanted] = []
    acts = [tuple(papers) for _, papers in groupby(to_make(wanted), key=act_of)]
    for artefact in {paper.artefact for papers in acts for paper in papers}:
        keeping.press.maker.read(artefact)
    keeping.look_at(acts)
    for number, papers in enumerate(acts, 1):
        try:
            sendings += [keeping.sending(to, for_one(to, papers)) for to in people(papers)]
        except ExpressionFailed as failed:
            lacking += [replace(paper, reason=_unfilled(failed)) for paper in papers]
        except InputRefused as wrong:
            if isinstance(wrong.__cause__, OSError) and not is_absent(wrong.__cause__):
                raise  # the disk's fault takes no paper from a pack
            lacking += [replace(paper, reason=str(wrong)) for paper in papers]
        how.progress(number, len(acts))
    new = (sending for sending in sendings if isinstance(sending, Sending))
    return sendings, (*lacking, *_unset(new))


def _unset(sendings: Iterable[Sending]) -> Iterator[Wanted]:
    """Give the papers there are as Word only, with the reason."""
    for piece in (piece for sending in sendings for piece in sending.pieces):
        if piece.document.unset:
            yield replace(piece.wanted, reason=piece.document.unset, pressing=True)


def _unfilled(failed: ExpressionFailed) -> str:
    """Say which fact is missing, and which line of which wording asks for it."""
    what = f"{failed.path} is not filled in" if failed.path else str(failed)
    return f"{what} ({failed.where})." if failed.where else f"{what}."
