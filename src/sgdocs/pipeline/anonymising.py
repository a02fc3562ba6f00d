"""Mask the texts of a case for publication, and say what a person has to decide about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sgdocs import ledger
from sgdocs.anonymise import (
    Decision,
    Known,
    Masked,
    Masker,
    Open,
    Style,
    decided,
    decision_kept,
    flag_ids,
    known_of,
    load_lists,
    masker_of,
    read_decisions,
    safe_label,
)
from sgdocs.casefile import Case, CaseRefused, check_shape
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import UsageRefused
from sgdocs.partnership import Partnership, load_partnership
from sgdocs.pipeline.remembering import settle, with_memory
from sgdocs.pipeline.reviewtexts import Text, read_text, texts_of
from sgdocs.procedure import procedure_names
from sgdocs.reading import read_file, require_mapping

__all__ = ["Anonymised", "Job", "anonymise", "case_masker", "decide", "masker_for"]


@dataclass(frozen=True, slots=True)
class Job:
    """What is masked: a case, one text or all its texts, and the key to its pseudonyms if any."""

    case: Path
    content: Content
    at: Moment
    text: Path | None = None
    key_file: Path | None = None


@dataclass(frozen=True, slots=True)
class Anonymised:
    """A text, what was found in it, and the flags nobody has decided about."""

    source: str
    text: str
    masked: Masked
    open: tuple[Open, ...]
    unsafe: tuple[str, ...]
    """The short names of people whose chosen label is like a real name."""


def anonymise(job: Job) -> tuple[Anonymised, ...]:
    """Mask a text, or all texts of a case, and apply what was decided about them before."""
    case = _case(job.case, job.content)
    texts, decisions = tuple(_texts(job, case)), read_decisions(job.case.parent)
    masker = _masker(case, job)  # last, for it settles who is called what
    return tuple(_one(text, masker, decisions) for text in texts)


def case_masker(path: Path, content: Content) -> Masker:
    """Make the masker of a case: its names, its partnership's style, the word lists."""
    return _made(_case(path, content), content)[0]


def masker_for(job: Job) -> tuple[Masker, dict[str, Decision]]:
    """Give the masker with what was settled before, and every decision there is."""
    return _masker(_case(job.case, job.content), job), read_decisions(job.case.parent)


def decide(job: Job, flag: str, verdict: str, by: str, label: str = "") -> Anonymised:
    """Write down what somebody decided about a flag, and give the text with it."""
    case, folder = _case(job.case, job.content), job.case.parent
    decisions, masker = read_decisions(folder), _masker(case, job)
    _require_safe(label, masker)
    for text in _texts(job, case):
        asked = _asked(text, masker, flag)
        if asked is None:
            continue
        about = (asked.flag.reason, asked.words, asked.passage)
        on = job.at.day.isoformat()
        entry = {"flag": flag, "decision": verdict}
        decision = Decision(flag, verdict, by, on, *about, text.source, label)
        with decision_kept(folder, decision):
            ledger.append(folder, ledger.Entry(ledger.Kind.DECIDED, job.at, by, entry))
        return _one(text, masker, {**decisions, flag: decision})
    raise UsageRefused(
        "there is no flag of that name in these texts.",
        remedy="List them: sgdocs anonymise CASE --review. A text that changed has new ones.",
    )


def _asked(text: Text, masker: Masker, flag: str) -> Open | None:
    """Find a flag by its name, decided about before or not."""
    every = flag_ids(text.text, masker.mask(text.text).flags)
    return next((asked for asked in every if asked.id == flag), None)


def _one(text: Text, masker: Masker, decisions: dict[str, Decision]) -> Anonymised:
    masked, left = decided(text.text, masker.mask(text.text), decisions)
    return Anonymised(text.source, text.text, masked, left, masker.labels.unsafe)


def _texts(job: Job, case: Case) -> Iterable[Text]:
    if job.text is not None:
        return (Text(str(job.text), read_text(job.text)),)
    return texts_of(job.case, case)


def _masker(case: Case, job: Job) -> Masker:
    """Make the masker, with what was settled before where a key is given."""
    masker, known, style = _made(case, job.content)
    if job.key_file is None:
        return masker
    folder = job.case.parent
    remembered, new = with_memory(masker, known, style, (folder, case.reference), job.key_file)
    settle((folder, case.reference), job.key_file, new, job.at)
    return remembered


def _made(case: Case, content: Content) -> tuple[Masker, Known, Style]:
    partnership = _partnership(case, content)
    lists = load_lists(content)
    kept = tuple(_kept(partnership)) if partnership else ()
    known = known_of(case, lists, kept)
    style = Style(partnership.settings.child_style) if partnership else Style()
    return masker_of(known, lists, style), known, style


def _require_safe(label: str, masker: Masker) -> None:
    if label and not safe_label(label, masker):
        raise UsageRefused(
            "the label is like a real name of the case.", remedy="Choose another one."
        )


def _case(path: Path, content: Content) -> Case:
    """Read a case; a date that makes no sense does not keep its names from being masked."""
    document = read_file(path)
    require_mapping(document)
    shaped = check_shape(document, content)
    if shaped.case is None:
        raise CaseRefused(document.name, shaped.findings)
    return shaped.case


def _partnership(case: Case, content: Content) -> Partnership | None:
    known = case.procedure in procedure_names(content)
    return load_partnership(content, case.procedure) if known else None


def _kept(partnership: Partnership) -> Iterator[str]:
    """Give what a published report says of the partnership anyway."""
    yield from (partnership.name, partnership.office.name, partnership.office.email)
    yield from (route.partnership for route in partnership.routes.values())
    yield from partnership.routes
    yield from (c.organisation for c in partnership.contacts if c.organisation)
    yield from (c.partnership for c in partnership.contacts if c.partnership)
