"""What a pack holds, act by act: whom each goes to, which papers, and whether it has gone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from sgdocs.artefacts import FILE, Asked
from sgdocs.pipeline.wanting import wanted_papers
from sgdocs.standing import Scheduled

__all__ = ["Act", "Parcel", "acts", "names", "recipients"]

Paper = Mapping[str, Any]

_MAILS = (".eml", ".body.txt")


@dataclass(frozen=True, slots=True)
class Parcel:
    """The papers of one act for one person."""

    to: str
    papers: tuple[Paper, ...]
    mails: tuple[str, ...]
    """The draft of the mail that takes them, and its words alone."""


@dataclass(frozen=True, slots=True)
class Act:
    """One step, for one agency where it is for one, with the papers it sends or keeps."""

    day: str
    step: str
    instance: str
    title: str
    parcels: tuple[Parcel, ...]
    sends: bool
    sent: bool
    cautions: tuple[str, ...] = ()
    """What the rules say, as things stand, to be looked at before it goes."""

    @property
    def papers(self) -> tuple[Paper, ...]:
        """Give all its papers."""
        return tuple(paper for parcel in self.parcels for paper in parcel.papers)

    @property
    def draft(self) -> bool:
        """Say whether something in it cannot go yet."""
        return any(paper["state"] != "final" for paper in self.papers)


@dataclass(frozen=True, slots=True)
class _Known:
    """Who is meant by a short name, and which mails go with which paper."""

    people: Mapping[str, str]
    mails: Mapping[str, tuple[str, ...]]


def acts(found: Scheduled, pack: Mapping[str, Any]) -> tuple[Act, ...]:
    """Give the acts of a pack, by its list: what is sent first, in the order of the days."""
    known = _Known(names(found), _mails(pack["files"]))
    grouped = groupby(sorted(pack["papers"], key=_act_of), _act_of)
    every = [_act(found, about, list(them), known) for about, them in grouped]
    return tuple(sorted(every, key=lambda act: (not act.sends, act.day)))


def _mails(files: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Give a pack's drafts of mails by the name of the paper they are named after."""
    mails: dict[str, tuple[str, ...]] = {}
    for name in sorted(files, key=_letters_first):
        last = name.rpartition("/")[2]
        for ending in _MAILS:
            if last.endswith(ending):
                stem = last.removesuffix(ending)
                mails[stem] = (*mails.get(stem, ()), name)
    return mails


def _letters_first(name: str) -> tuple[bool, str]:
    return not name.endswith(".eml"), name


def names(found: Scheduled) -> Mapping[str, str]:
    """Say who is meant by the short name of each recipient of the case's papers."""
    every = (to for one in wanted_papers(found, Asked()) for to in one.to)
    said = {
        to.key: ", ".join(dict.fromkeys(filter(None, (to.name, to.organisation)))) for to in every
    }
    return {**said, FILE: "the case’s own file"}


def recipients(found: Scheduled, act: Act) -> list[str]:
    """Name whom an act's papers go to as a case file does: by role, or by the agency."""
    return list(dict.fromkeys(_as_recorded(found, paper) for paper in act.papers))


def _as_recorded(found: Scheduled, paper: Paper) -> str:
    """Give the agency, or the role, where several who hold it are numbered."""
    roles, instance = found.procedure.roles, paper["instance"] or ""
    key = str(paper["recipient"])
    bare = key if key in roles else key.removeprefix("case-")
    if instance and bare in (instance, *(f"{instance}-{role}" for role in roles)):
        return bare.removeprefix(f"{instance}-")
    stem, _, number = bare.rpartition("-")
    return stem if number.isdecimal() and stem in roles else bare


def _act_of(paper: Paper) -> tuple[str, str, str]:
    return paper["day"], paper["step"] or "", paper["instance"] or ""


def _act(
    found: Scheduled, about: tuple[str, str, str], papers: Sequence[Paper], known: _Known
) -> Act:
    day, name, instance = about
    step = found.procedure.steps.get(name)
    parcels = tuple(_parcels(papers, known))
    label = next(
        (r.instance.label for r in found.rows if r.instance and r.instance.id == instance), ""
    )
    title = f"{step.title if step else 'Papers of the case'}{f' ({label})' if label else ''}"
    kept = all(paper["recipient"] == FILE for paper in papers)
    sends = bool(step and step.sends) and not kept
    sent = sends and all(_has_gone(found, paper) for paper in papers)
    said = () if sent else _cautions(found, name, instance)
    return Act(day, name, instance, title, parcels, sends, sent, said)


def _cautions(found: Scheduled, name: str, instance: str) -> tuple[str, ...]:
    step = found.procedure.steps.get(name)
    rows = [
        row
        for row in found.rows
        if row.step == name and (row.instance.id if row.instance else "") == instance
    ]
    warned = {words for row in rows for words in row.warnings}
    return tuple(one.says for one in (step.cautions if step else ()) if one.says in warned)


def _parcels(papers: Sequence[Paper], known: _Known) -> Iterator[Parcel]:
    for key, them in groupby(sorted(papers, key=_recipient), _recipient):
        theirs = tuple(them)
        said = known.people.get(key) or key.replace("_", " ").capitalize()
        stems = dict.fromkeys(PurePosixPath(file).stem for p in theirs for file in p["files"])
        yield Parcel(said, theirs, tuple(m for stem in stems for m in known.mails.get(stem, ())))


def _recipient(paper: Paper) -> str:
    return str(paper["recipient"])


def _has_gone(found: Scheduled, paper: Paper) -> bool:
    """Say whether the case has it that this paper, or a later version of it, was sent."""
    to = {paper["recipient"], _as_recorded(found, paper), paper["instance"]}
    return any(
        sent["artefact"] == paper["artefact"]
        and sent.get("step") in (None, paper["step"])
        and sent.get("for") in (None, paper["instance"])
        and (not sent.get("to") or bool(_members(found, sent["to"]) & to))
        and sent.get("version", 1) >= paper.get("version", 1)
        for sent in found.case.each("dispatches")
    )


def _members(found: Scheduled, to: Iterable[str]) -> set[str]:
    return {*to, *(member for role in to for member in found.procedure.members(role))}
