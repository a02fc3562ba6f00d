"""What becomes of each paper: it changes, appears, disappears, or stays because it was sent."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sgdocs.dates import short_words, words
from sgdocs.packs import Earlier
from sgdocs.papers import Block
from sgdocs.pipeline.building import Made
from sgdocs.plans import Decision, Fate, PaperPlan
from sgdocs.redlines import lines_of, redline
from sgdocs.standing import Scheduled
from sgdocs.wordreading import read_word

__all__ = ["Before", "changed_by_hand", "fates"]

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

    def otherwise(self, files: Mapping[str, str]) -> int:
        """Count the files, given by their hashes, that are not in the pack as they would be."""
        lacking = set(self.pack.lacks()) if self.pack else set()
        names = files.keys() | self.files.keys()
        return sum(n in lacking or files.get(n) != self.files.get(n) for n in names)


def fates(before: Before, made: Made, now: Scheduled, *, with_words: bool) -> Iterator[PaperPlan]:
    """Give each paper that is not as it was; what was sent stays as it is."""
    old = {_which(paper): paper for paper in before.papers}
    new = {_which(paper): paper for paper in made.papers}
    sent = _sent(now)
    hashes: Mapping[str, str] = made.about.get("files", {})
    for which, paper in new.items():
        was = old.get(which)
        if was is None:
            yield _paper(paper, Fate.APPEARS)
        elif hashes[_word(paper)] != before.files.get(_word(was)):
            yield _changed(before, made, (was, paper), with_words=with_words)
    for which, paper in old.items():
        if which not in new:
            fate = Fate.FROZEN if _what(paper) in sent else Fate.DISAPPEARS
            yield _paper(paper, fate)


def _changed(before: Before, made: Made, pair: tuple[Data, Data], *, with_words: bool) -> PaperPlan:
    was, paper = pair
    plan = _paper(paper, Fate.CHANGES)
    old = before.word(_word(was))
    if old is None:
        return replace(plan, because=("the earlier Word file is gone or was changed by hand",))
    if was["day"] == paper["day"] and not with_words:
        return plan
    said = read_word(old, "before"), read_word(made.files[_word(paper)], "after")
    days = date.fromisoformat(was["day"]), date.fromisoformat(paper["day"])
    if was["day"] != paper["day"] and _undated(said[0], days[0]) == _undated(said[1], days[1]):
        return replace(plan, only_the_day=True)
    return replace(plan, redline=redline(*said)) if with_words else plan


def _undated(blocks: Iterable[Block], day: date) -> str:
    """Give a paper's words without the day it bears."""
    text = "\n".join(line for _, line in lines_of(blocks))
    for written in (words(day), words(day).partition(" ")[2], short_words(day)):
        text = text.replace(written, "")
    return text


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


def _sent(found: Scheduled) -> frozenset[tuple[str, str, str]]:
    """Give what the case says was sent, by step, instance and paper."""
    rows = (row for row in found.rows if row.actual and not row.is_reading)
    return frozenset(
        (row.step, row.instance.id if row.instance else "", name)
        for row in rows
        for name in row.artefacts
    )


def _what(paper: Data) -> tuple[str, str, str]:
    return paper.get("step") or "", paper.get("instance") or "", paper["artefact"]


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
    return (*_what(paper), str(paper["recipient"]), str(paper.get("kind", "")))


def _word(paper: Data) -> str:
    return next(str(name) for name in paper["files"] if str(name).endswith(".docx"))
