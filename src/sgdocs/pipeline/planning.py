"""Say what would change in a case, and what a person must decide; nothing is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sgdocs.casefile import CaseRefused
from sgdocs.content import Content
from sgdocs.dates import Moment, short_words, words
from sgdocs.errors import InputRefused, SgdocsError
from sgdocs.packs import Earlier
from sgdocs.papers import Block
from sgdocs.pipeline.again import made_before
from sgdocs.pipeline.building import Made, make, wanted_papers
from sgdocs.pipeline.deciding import decisions
from sgdocs.pipeline.freshness import stale_because
from sgdocs.pipeline.grounding import ground
from sgdocs.pipeline.latest import latest_pack, packs_of
from sgdocs.pipeline.redating import dates_of, moved
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.plans import CasePlan, Decision, Fate, PaperPlan
from sgdocs.procedure import procedure_names
from sgdocs.reading import read_file, require_mapping
from sgdocs.redlines import lines_of, redline
from sgdocs.standing import Scheduled
from sgdocs.wordreading import read_word

__all__ = ["IN_FORCE", "Planned", "plan_case", "trying"]

IN_FORCE = "the rules in force"
"""What a draft is compared with."""

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Planned:
    """For what a plan is made: by which files, as of when, and whether with the papers' words."""

    content: Content
    as_of: Moment
    today: Moment
    draft: Content | None = None
    """The files with a draft among them: then nothing but what the draft changes is shown."""
    words: bool = False
    procedure: str = ""
    """The procedure or shared rules that the draft is of."""


@dataclass(frozen=True, slots=True)
class _Before:
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


def trying(planned: Planned, draft: Path) -> Planned:
    """Give the plan for a draft of a procedure, or of rules that several share."""
    document = read_file(draft)
    name = require_mapping(document).get("id")
    content = planned.content
    if not isinstance(name, str) or f"{name}.yaml" not in content.names("procedures", ".yaml"):
        raise InputRefused(
            "this draft is of no procedure there is.",
            where=document.name,
            remedy="Its id must be that of the procedure it is to change.",
        )
    tried = replace(content, stamp="").trying("procedures", f"{name}.yaml", draft.absolute())
    for procedure in procedure_names(tried):
        if name in ground(tried, procedure).book.files:
            break
    return replace(planned, draft=tried.settled(), procedure=name)


def plan_case(path: Path, planned: Planned) -> CasePlan:
    """Compare what a case's files would give now with what was made of them before."""
    try:
        return _compared(path, planned)
    except CaseRefused as refused:
        fault = f"{len(refused.findings)} finding(s): sgdocs validate {path}"
    except SgdocsError as refused:
        fault = str(refused)
    return CasePlan(path.parent.name, str(path), "", fault=fault)


def _compared(path: Path, planned: Planned) -> CasePlan:
    now = schedule_case(path, planned.content, planned.as_of, planned.today)
    earlier = latest_pack(path, planned.content, now.case.reference)
    whole = CasePlan(now.case.reference, str(path), str(earlier.folder) if earlier else "")
    if planned.draft is not None:
        if planned.procedure not in now.ground.book.files:
            return replace(whole, compared_with=IN_FORCE)
        before = _as_made(now, earlier)
        after = schedule_case(path, planned.draft, planned.as_of, planned.today)
        return _plan(replace(whole, compared_with=IN_FORCE), before, after, planned)
    because = stale_because(earlier, now.case.document.text, planned.content) if earlier else ()
    if earlier and not because:
        return replace(whole, decisions=tuple(decisions(now)))
    return _plan(replace(whole, because=because), _of_pack(earlier), now, planned)


def _of_pack(earlier: Earlier | None) -> _Before:
    if earlier is None:
        return _Before("", (), {}, (), {})
    dates = earlier.about.get("dates", ())
    return _Before(
        str(earlier.folder),
        earlier.papers,
        earlier.files,
        tuple(dates) if isinstance(dates, list) else (),
        {},
        earlier,
    )


def _as_made(found: Scheduled, earlier: Earlier | None) -> _Before:
    """Give what the rules in force would give, for a draft to be compared with."""
    made = _made(found, earlier)
    dates = tuple(dates_of(found.rows))
    return _Before("", made.papers, made.about.get("files", {}), dates, made.files, earlier)


def _made(found: Scheduled, earlier: Earlier | None) -> Made:
    """Make the papers' Word files in memory: their words are all that is compared."""
    how = replace(made_before(earlier, None), contents="word")
    return make(found, wanted_papers(found, how.asked), how)


def _plan(whole: CasePlan, before: _Before, now: Scheduled, planned: Planned) -> CasePlan:
    made = _made(now, before.pack)
    dates = moved(before.dates, now.rows, now.ground.book) if before.dates else ()
    papers = tuple(_papers(before, made, planned, _sent(now)))
    still = tuple(p for p in papers if p.fate in (Fate.CHANGES, Fate.DISAPPEARS))
    edited = tuple(_edited(before.pack, still)) if planned.draft is None else ()
    return replace(
        whole,
        moved=dates,
        papers=papers,
        decisions=(*decisions(now, dates, packs_of(now)), *edited),
    )


def _papers(
    before: _Before, made: Made, planned: Planned, sent: frozenset[tuple[str, str, str]]
) -> Iterator[PaperPlan]:
    """Give each paper that is not as it was; what was sent stays as it is."""
    old = {_which(paper): paper for paper in before.papers}
    new = {_which(paper): paper for paper in made.papers}
    hashes: Mapping[str, str] = made.about.get("files", {})
    for which, paper in new.items():
        was = old.get(which)
        if was is None:
            yield _paper(paper, Fate.APPEARS)
        elif hashes[_word(paper)] != before.files.get(_word(was)):
            yield _changed(before, made, planned, (was, paper))
    for which, paper in old.items():
        if which not in new:
            fate = Fate.FROZEN if _what(paper) in sent else Fate.DISAPPEARS
            yield _paper(paper, fate)


def _changed(before: _Before, made: Made, planned: Planned, pair: tuple[Data, Data]) -> PaperPlan:
    was, paper = pair
    plan = _paper(paper, Fate.CHANGES)
    old = before.word(_word(was))
    if old is None:
        return replace(plan, because=("the earlier Word file is gone or was changed by hand",))
    if was["day"] == paper["day"] and not planned.words:
        return plan
    said = read_word(old, "before"), read_word(made.files[_word(paper)], "after")
    days = date.fromisoformat(was["day"]), date.fromisoformat(paper["day"])
    if was["day"] != paper["day"] and _undated(said[0], days[0]) == _undated(said[1], days[1]):
        return replace(plan, only_the_day=True)
    return replace(plan, redline=redline(*said)) if planned.words else plan


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


def _edited(pack: Earlier | None, papers: tuple[PaperPlan, ...]) -> Iterator[Decision]:
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
