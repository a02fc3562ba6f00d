"""Make the papers that a day calls for: choose, make, bind, lay out, and write all or nothing."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from sgdocs.artefacts import Addressee, Asked, Wanted, papers_of, select
from sgdocs.documents import Maker, Wordings
from sgdocs.errors import InputRefused
from sgdocs.expressions import ExpressionFailed
from sgdocs.packs import By, Pack, Sending, lay_out, manifest
from sgdocs.pipeline.bundling import bound_papers
from sgdocs.pipeline.knowing import require_known
from sgdocs.pipeline.packing import Press
from sgdocs.pipeline.tracing import beside, made_from
from sgdocs.standing import Scheduled
from sgdocs.storage import write_beside

__all__ = ["Built", "How", "build", "wanted_papers"]

_MANIFEST = "manifest.json"


def _silent(_done: int, _of: int) -> None:
    """Say nothing of the progress."""


@dataclass(frozen=True, slots=True)
class How:
    """How a pack is made: with drafts or without, in which folders, locked or not."""

    drafts: bool = False
    by: By | None = None
    password: str = ""
    progress: Callable[[int, int], None] = _silent


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


def wanted_papers(found: Scheduled, asked: Asked) -> tuple[Wanted, ...]:
    """Give every paper the case calls for, with the reason where one is not made."""
    if asked.only:
        require_known(asked.only, found.ground.artefacts, "paper")
        require_known(asked.only, papers_of(found), "paper in this procedure")
    if asked.step:
        require_known(asked.step, found.procedure.steps, "step")
    wordings = Wordings(found.content, found.case.procedure)
    return tuple(_worded(wordings, one) for one in select(found, asked))


def build(found: Scheduled, wanted: Sequence[Wanted], how: How, out: Path) -> Built:
    """Make the papers and write them as one pack, all or none of them."""
    wordings = Wordings(found.content, found.case.procedure)
    maker = Maker(found.content, found.case.procedure, wordings)
    press = Press(found, maker, how.drafts, how.password)
    sendings, lacking = _made(press, wanted, how)
    left = (*(w for w in wanted if w.reason), *lacking)
    pressing = tuple(w for w in left if w.pressing)
    if not sendings:
        return Built(None, (), (), left, pressing)
    by = how.by or found.ground.partnership.settings.folders
    pack = Pack(
        found.case.reference,
        tuple(sendings),
        bound_papers(found, sendings, how.password),
        {**beside(found), **press.call_sheet()},
    )
    files = lay_out(pack, by)
    about = manifest(pack, made_from(found, sendings), files, left)
    files[_MANIFEST] = (json.dumps(about, ensure_ascii=False, indent=2) + "\n").encode()
    folder = write_beside(out, files)
    return Built(folder, tuple(sorted(files)), tuple(about["papers"]), left, pressing)


def _worded(wordings: Wordings, wanted: Wanted) -> Wanted:
    """Leave out a paper that nobody has written words for."""
    if wanted.reason or wordings.of(wanted.artefact).there:
        return wanted
    return replace(wanted, reason="There is no letter and no template for it.")


def _made(
    press: Press, wanted: Sequence[Wanted], how: How
) -> tuple[list[Sending], tuple[Wanted, ...]]:
    """Make each act's papers together: a letter does not go without what it encloses."""
    sendings: list[Sending] = []
    lacking: list[Wanted] = []
    acts = [tuple(papers) for _, papers in groupby(_to_make(wanted), key=_act)]
    for artefact in {paper.artefact for papers in acts for paper in papers}:
        press.maker.read(artefact)
    for number, papers in enumerate(acts, 1):
        try:
            sendings += [press.sending(to, _for(to, papers)) for to in _people(papers)]
        except ExpressionFailed as failed:
            lacking += [replace(paper, reason=_unfilled(failed)) for paper in papers]
        except InputRefused as wrong:
            lacking += [replace(paper, reason=str(wrong)) for paper in papers]
        how.progress(number, len(acts))
    return sendings, (*lacking, *_unset(sendings))


def _unset(sendings: Iterable[Sending]) -> Iterator[Wanted]:
    """Give the papers there are as Word only, with the reason."""
    for piece in (piece for sending in sendings for piece in sending.pieces):
        if piece.document.unset:
            yield replace(piece.wanted, reason=piece.document.unset, pressing=True)


def _to_make(wanted: Iterable[Wanted]) -> Iterator[Wanted]:
    return (one for one in wanted if not one.reason)


def _act(wanted: Wanted) -> tuple[str, str]:
    """Tell the papers of one step, or of one agency in it, from those of others."""
    return (wanted.row.step, wanted.instance) if wanted.row else (wanted.artefact.id, "")


def _people(papers: Iterable[Wanted]) -> tuple[Addressee, ...]:
    return tuple(dict.fromkeys(to for paper in papers for to in paper.to))


def _for(to: Addressee, papers: Iterable[Wanted]) -> tuple[Wanted, ...]:
    return tuple(paper for paper in papers if to in paper.to)


def _unfilled(failed: ExpressionFailed) -> str:
    """Say which fact is missing, and which line of which wording asks for it."""
    what = f"{failed.path} is not filled in" if failed.path else str(failed)
    return f"{what} ({failed.where})." if failed.where else f"{what}."
