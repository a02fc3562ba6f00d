"""A plan as text: for each case what moves, what changes, and what has to be decided."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from sgdocs.dates import short_words
from sgdocs.plans.model import CasePlan, Fate, Moved, PaperPlan
from sgdocs.redlines import Passage

__all__ = ["as_text"]

_FATES = {
    Fate.CHANGES: "change",
    Fate.APPEARS: "appear",
    Fate.DISAPPEARS: "disappear",
    Fate.FROZEN: "stay as they were sent",
}


def as_text(plans: Iterable[CasePlan]) -> str:
    """Write plans out; a case of which there is nothing to say is only counted."""
    every = tuple(plans)
    blocks = ["\n".join(_case(plan)) for plan in every if plan.says_something]
    changing = sum(plan.changes for plan in every)
    asked = sum(len(plan.decisions) for plan in every)
    total = f"{len(every)} case(s): {changing} would change, {asked} decision(s) to take."
    return "\n\n".join([*blocks, total]) + "\n"


def _case(plan: CasePlan) -> Iterator[str]:
    yield f"Case {plan.reference}"
    if plan.fault:
        yield f"  Nothing can be said of it: {plan.fault}"
        return
    if plan.compared_with:
        yield f"  Compared with {plan.compared_with}"
    elif plan.changes:
        yield "  No pack has been made yet"
    if plan.because:
        yield f"  Another now: {'; '.join(plan.because)}"
    yield from _dates(plan.moved)
    for fate in Fate:
        papers = [p for p in plan.papers if p.fate is fate and not p.only_the_day]
        yield from _papers(fate, papers)
    if only := sum(paper.only_the_day for paper in plan.papers):
        yield f"  Papers that say the same and would bear another day ({only})"
    if plan.files:
        yield f"  Every paper says what it said; files that come out otherwise: {plan.files}"
    for decision in plan.decisions:
        yield f"  To decide: {decision.says}"
        yield f"    {decision.remedy}"


def _dates(moved: tuple[Moved, ...]) -> Iterator[str]:
    if moved:
        yield f"  Dates that move ({len(moved)})"
    for (title, before, after, because), alike in groupby(moved, key=_what):
        yield f"    {title}: {_day(before)} -> {_day(after)}"
        if who := "; ".join(one.instance for one in alike if one.instance):
            yield f"      for {who}"
        yield from (f"      because {why}" for why in because)


def _what(one: Moved) -> tuple[str, date | None, date | None, tuple[str, ...]]:
    """Tell dates that can be said in one line."""
    other = f", {one.reading}" if one.reading else ""
    return f"{one.title}{other}", one.before, one.after, one.because


def _day(day: date | None) -> str:
    return short_words(day) if day else "no date"


def _papers(fate: Fate, papers: list[PaperPlan]) -> Iterator[str]:
    if papers:
        yield f"  Papers that {_FATES[fate]} ({len(papers)})"
    for paper in papers:
        about = f" ({paper.instance})" if paper.instance else ""
        why = f": {'; '.join(paper.because)}" if paper.because else ""
        yield f"    {paper.artefact} to {paper.recipient}{about}{why}"
        yield from (f"      {line}" for passage in paper.redline for line in _passage(passage))


def _passage(passage: Passage) -> Iterator[str]:
    """Mark what goes with [- -] and what comes with {+ +}, as is usual where there is no colour."""
    marks = {"out": ("[-", "-]"), "in": ("{+", "+}"), "same": ("", "")}
    words = "".join(text.join(marks[change]) for change, text in passage.words)
    yield f"{passage.under}: {words}" if passage.under else words
