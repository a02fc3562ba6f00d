"""What becomes of each paper: it changes, appears, disappears, or stays because it was sent."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sgdocs.dates import short_words, words
from sgdocs.packs import Earlier
from sgdocs.papers import Block, Heading, Paragraph, Run
from sgdocs.pipeline.building import Made
from sgdocs.pipeline.staying import key_of_paper, key_of_wanted, staying
from sgdocs.plans import Decision, Fate, PaperPlan
from sgdocs.redlines import lines_of, redline
from sgdocs.standing import Scheduled
from sgdocs.wordreading import read_edges, read_word

__all__ = ["Before", "changed_by_hand", "fates"]

_EDGES = "At the top or foot of the pages"

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Before:
    """What there is to compare with: papers by their files, and dates."""

    name: str
    papers: tuple[Data, ...]
    files: Mapping[str, str]
    dates: tuple[Data, ...]
    read: Mapping[str, bytes]
    """The files themselves, where they are at hand."""
    pack: Earlier | None = None

    def word(self, name: str) -> bytes | None:
        """Give a Word file as it was made."""
        if name in self.read:
            return self.read[name]
        return self.pack.read(name) if self.pack else None


def fates(before: Before, made: Made, now: Scheduled, *, with_words: bool) -> Iterator[PaperPlan]:
    """Give each paper that is not as it was; what was sent stays as it is."""
    old = {_which(paper): paper for paper in before.papers}
    new = {_which(paper): paper for paper in made.papers}
    stays = staying(made, now)
    hashes: Mapping[str, str] = made.about.get("files", {})
    for which, paper in new.items():
        was = old.get(which)
        if was is None:
            yield _paper(paper, Fate.APPEARS)
        elif hashes[_word(paper)] != before.files.get(_word(was)):
            yield _changed(before, made, (was, paper), with_words=with_words)
    for which, paper in old.items():
        if which not in new:
            yield _gone(paper, made) if not stays.has(paper) else _paper(paper, Fate.FROZEN)


def _changed(before: Before, made: Made, pair: tuple[Data, Data], *, with_words: bool) -> PaperPlan:
    was, paper = pair
    plan = _paper(paper, Fate.CHANGES)
    old = before.word(_word(was))
    if old is None:
        return replace(plan, because=("the earlier Word file is gone or was changed by hand",))
    if was["day"] == paper["day"] and not with_words:
        return plan
    said = _said(old, "before"), _said(made.files[_word(paper)], "after")
    days = date.fromisoformat(was["day"]), date.fromisoformat(paper["day"])
    if was["day"] != paper["day"] and _undated(said[0], days[0]) == _undated(said[1], days[1]):
        return replace(plan, only_the_day=True)
    return replace(plan, redline=redline(*said)) if with_words else plan


def _said(data: bytes, where: str) -> tuple[Block, ...]:
    """Give a paper's words; those at the top and foot of its pages last, under a heading."""
    edges = [Paragraph((Run(line),)) for line in read_edges(data, where)]
    return (*read_word(data, where), Heading(1, (Run(_EDGES),)), *edges)


def _undated(blocks: Iterable[Block], day: date) -> str:
    """Give a paper's words without the day it bears."""
    text = "\n".join(line for _, line in lines_of(blocks))
    for written in (words(day), words(day).partition(" ")[2], short_words(day)):
        text = text.replace(written, "")
    return text


def _gone(paper: Data, made: Made) -> PaperPlan:
    """Say of a paper that is made no more why that is, where the selection says it."""
    reasons = (one.reason for one in made.left if key_of_wanted(one) == key_of_paper(paper))
    why = next(reasons, "").rstrip(".")
    return replace(_paper(paper, Fate.DISAPPEARS), because=(why,) if why else ())


def _paper(paper: Data, fate: Fate) -> PaperPlan:
    return PaperPlan(
        artefact=paper["artefact"],
        step=paper.get("step") or "",
        instance=paper.get("instance") or "",
        recipient=paper["recipient"],
        fate=fate,
        because=(),
        files=tuple(paper["files"]),
    )


def changed_by_hand(pack: Earlier | None, papers: tuple[PaperPlan, ...]) -> Iterator[Decision]:
    """Name what somebody put right by hand and that would be made anew beside it."""
    for paper in papers if pack else ():
        there = (name for name in paper.files if pack and (pack.folder / name).is_file())
        if pack and any(pack.changed(there)):
            yield Decision(
                "changed-by-hand",
                paper.step,
                paper.instance,
                f"{paper.artefact} to {paper.recipient} was changed by hand since it was made.",
                "Carry the change over into the new one, or into the letter or template.",
            )


def _which(paper: Data) -> tuple[str, ...]:
    """Tell a paper from the others of its pack; a file's name may go to another one later."""
    return (*key_of_paper(paper), str(paper["recipient"]), str(paper.get("kind", "")))


def _word(paper: Data) -> str:
    return next(str(name) for name in paper["files"] if str(name).endswith(".docx"))
