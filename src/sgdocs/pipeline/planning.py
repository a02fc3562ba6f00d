"""Say what would change in a case, and what a person must decide; nothing is written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sgdocs.casefile import CaseRefused
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import InputRefused, SgdocsError
from sgdocs.packs import Earlier
from sgdocs.pipeline.again import made_before
from sgdocs.pipeline.building import Made, make
from sgdocs.pipeline.casebooks import casebook
from sgdocs.pipeline.deciding import decisions
from sgdocs.pipeline.entering import sound_lines
from sgdocs.pipeline.fates import Before, changed_by_hand, fates
from sgdocs.pipeline.freshness import stale_because
from sgdocs.pipeline.grounding import ground
from sgdocs.pipeline.latest import latest_pack, packs_of
from sgdocs.pipeline.redating import dates_of, moved
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.pipeline.staying import otherwise, staying
from sgdocs.pipeline.wanting import wanted_papers
from sgdocs.plans import CasePlan, Fate
from sgdocs.procedure import procedure_names
from sgdocs.reading import read_file, require_mapping
from sgdocs.standing import Scheduled

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
    if book := casebook(path, now.case.reference, planned.content):
        sound_lines(book)  # nothing is made anew in a case whose ledger was altered
    return _plan(replace(whole, because=because), _of_pack(earlier), now, planned)


def _of_pack(earlier: Earlier | None) -> Before:
    if earlier is None:
        return Before("", (), {}, (), {})
    dates = earlier.about.get("dates", ())
    return Before(
        str(earlier.folder),
        earlier.papers,
        earlier.files,
        tuple(dates) if isinstance(dates, list) else (),
        {},
        earlier,
    )


def _as_made(found: Scheduled, earlier: Earlier | None) -> Before:
    """Give what the rules in force would give, for a draft to be compared with."""
    made = _made(found, earlier)
    dates = tuple(dates_of(found.rows))
    return Before("", made.papers, made.about.get("files", {}), dates, made.files, earlier)


def _made(found: Scheduled, earlier: Earlier | None) -> Made:
    """Make the papers' Word files in memory: their words are all that is compared."""
    how = replace(made_before(earlier, None), contents="word")
    return make(found, wanted_papers(found, how.asked), how)


def _plan(whole: CasePlan, before: Before, now: Scheduled, planned: Planned) -> CasePlan:
    made = _made(now, before.pack)
    dates = moved(before.dates, now.rows, now.ground.book) if before.dates else ()
    papers = tuple(fates(before, made, now, with_words=planned.words))
    still = tuple(p for p in papers if p.fate in (Fate.CHANGES, Fate.DISAPPEARS))
    edited = tuple(changed_by_hand(before.pack, still)) if planned.draft is None else ()
    alike = bool(whole.because) and all(paper.fate is Fate.FROZEN for paper in papers)
    return replace(
        whole,
        moved=dates,
        papers=papers,
        files=_otherwise(before, now) if alike else 0,
        decisions=(*decisions(now, dates, packs_of(now)), *edited),
    )


def _otherwise(before: Before, now: Scheduled) -> int:
    """Count the files that come out otherwise though every paper says what it said."""
    if before.pack is None:
        return 0
    how = made_before(before.pack, None)
    made = make(now, wanted_papers(now, how.asked), how)
    return otherwise(before.pack, made, staying(made, now)) if made.files else 0
