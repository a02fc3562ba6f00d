"""Rebuild the papers of a review that are published, from words that were masked first."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sgdocs.anonymise import Decision, Masker, carried, decided, rewritten
from sgdocs.errors import InputRefused
from sgdocs.expressions import ExpressionFailed
from sgdocs.paperfacts import vocabulary
from sgdocs.papers import Letterhead
from sgdocs.pipeline.anonymising import Job, masker_for
from sgdocs.pipeline.reviewing import review_text
from sgdocs.publications import (
    About,
    Checklist,
    Open,
    Printer,
    Publication,
    masked,
    papers_for,
    public_facts,
)
from sgdocs.standing import Scheduled

__all__ = ["Rebuilt", "published_on", "rebuild"]

_NEVER = ("sign_off", "publication")
_FORMS = ("full", "improvements_only")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The papers, what is open in their words, and what keeps a paper from being made."""

    papers: tuple[Publication, ...]
    open: tuple[Open, ...]
    lacking: tuple[Open, ...]

    @property
    def files(self) -> dict[str, bytes]:
        """Give every file by its name."""
        return {name: data for paper in self.papers for name, data in paper.files.items()}


def rebuild(
    found: Scheduled, path: Path, checklist: Checklist, key_file: Path | None = None
) -> Rebuilt:
    """Mask the review's words and make the papers of them."""
    form = found.case.get("report.publication.form", "undecided")
    if form not in _FORMS:
        return Rebuilt((), (), (Open("$.report.publication.form", "nothing is to be published"),))
    report = review_text(found.case, path, found.content)
    chosen = _chosen(found.case.data)
    masker, decisions = masker_for(Job(path, found.content, found.as_of, key_file=key_file))
    masker = _naming(masker, chosen)
    words = {key: value for key, value in report.items() if key not in _NEVER}
    done = masked(words, _Masking(masker, decisions, frozenset(map(str.casefold, chosen.values()))))
    facts = public_facts(done.report, _about(found, masker))
    printer = Printer(
        found.content, letterhead(found), checklist.certificate["marking"], _dated(found)
    )
    papers, lacking = _made(printer, papers_for(form, done.report), facts)
    return Rebuilt(papers, done.open, lacking)


def published_on(found: Scheduled) -> date | None:
    """Give the day of publication: when it happened, or when it is planned for."""
    event = found.facts.events.get("publication")
    return (event.actual or event.planned) if event else None


def letterhead(found: Scheduled) -> Letterhead:
    """Give the office's letterhead."""
    office = found.ground.partnership.office
    return Letterhead(office.name, office.address, office.email, office.phone)


def _dated(found: Scheduled) -> date:
    """Date the papers by the day they are published: made again, they are the same."""
    return published_on(found) or found.as_of.day


def _made(
    printer: Printer, names: tuple[str, ...], facts: Mapping[str, Any]
) -> tuple[tuple[Publication, ...], tuple[Open, ...]]:
    made: list[Publication] = []
    lacking: list[Open] = []
    for name in names:
        try:
            made.append(printer.make(name, facts))
        except ExpressionFailed as failed:
            lacking.append(Open(failed.path or name, f"needed for {name}, and not there"))
        except InputRefused as refused:
            lacking.append(Open(refused.where or name, refused.what))
    return tuple(made), tuple(lacking)


@dataclass(frozen=True, slots=True)
class _Masking:
    masker: Masker
    decisions: dict[str, Decision]
    chosen: frozenset[str]
    """The pseudonyms a person chose for published papers: nobody has to decide about them again."""

    def __call__(self, text: str) -> tuple[str, tuple[str, ...]]:
        marked = self.masker.mask(text)
        found, left = decided(text, marked, carried(text, marked, self.decisions))
        reasons = (one.flag.reason for one in left if one.words.casefold() not in self.chosen)
        return rewritten(text, found.masks), tuple(reasons)


def _chosen(case: Mapping[str, Any]) -> dict[str, str]:
    """Give the children's pseudonyms, where somebody chose them for this case."""
    labels = {c["id"]: c.get("labels", {}).get("label", "") for c in case.get("children", ())}
    return {key: label for key, label in labels.items() if label}


def _naming(masker: Masker, chosen: Mapping[str, str]) -> Masker:
    """Let a pseudonym chosen for this case come before the office's usual way of naming."""
    safe = {key: label for key, label in chosen.items() if key not in masker.labels.unsafe}
    labels = replace(masker.labels, words={**masker.labels.words, **safe})
    return replace(masker, labels=labels, reference=replace(masker.reference, labels=labels))


def _about(found: Scheduled, masker: Masker) -> About:
    partnership, procedure = found.ground.partnership, found.procedure
    event = found.facts.events.get("incident_occurred")
    return About(
        case=found.case.data,
        partnership={"name": partnership.name, "terms": dict(procedure.terms)},
        words=vocabulary(found.content, procedure),
        methodology=_methodology(found),
        happened=(event.actual or event.planned) if event else None,
        labels=masker.labels.words,
    )


def _methodology(found: Scheduled) -> str:
    chosen = str(found.facts.values.get("methodology", ""))
    menus = (menu.choices for menu in found.procedure.options.values())
    return next((choices[chosen].title for choices in menus if chosen in choices), chosen)
