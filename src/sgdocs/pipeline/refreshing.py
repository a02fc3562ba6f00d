"""Bring the pack of one case up to date: look whether it is fresh, make what is stale, write it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sgdocs.casefile import CaseRefused
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import SgdocsError
from sgdocs.packs import Earlier
from sgdocs.pipeline.again import made_before, place_of
from sgdocs.pipeline.building import Made, make, putting
from sgdocs.pipeline.casebooks import casebook
from sgdocs.pipeline.casejobs import CaseJob, Outcome
from sgdocs.pipeline.filing import Shelf
from sgdocs.pipeline.freshlist import Remembered
from sgdocs.pipeline.freshness import is_up_to_date
from sgdocs.pipeline.latest import latest_pack
from sgdocs.pipeline.redating import moved
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.pipeline.staying import otherwise, staying
from sgdocs.pipeline.tracing import case_hash
from sgdocs.pipeline.wanting import wanted_papers
from sgdocs.standing import Scheduled
from sgdocs.storage import Disk, GatheringDisk, Saving, together

__all__ = [
    "Ready",
    "is_fresh",
    "prepare",
    "put_all",
    "remember",
]


def is_fresh(job: CaseJob, content: Content, known: Remembered) -> bool:
    """Say whether a case's latest pack is what would be made; quick, and reads no case."""
    try:
        return known.is_fresh(job.path, job.terms.contents) or _found_fresh(job, content, known)
    except (SgdocsError, OSError, ValueError, LookupError, TypeError):
        return False  # what is wrong with it is said by whoever makes it


def remember(outcome: Outcome, content: Content, known: Remembered) -> None:
    """Note what was made, or came out the same, so that the next run need not look at it."""
    stamp, hashed = outcome.by
    if stamp != content.stamp:  # a file was changed meanwhile: the next run looks
        return
    reference = Path(outcome.folder).parent.name
    with suppress(SgdocsError, OSError):  # what is made stands; the next run looks
        earlier = latest_pack(Path(outcome.path), content, reference)
        if earlier is not None and str(earlier.folder) == outcome.folder:
            known.note(outcome.path, hashed, earlier)


def _found_fresh(job: CaseJob, content: Content, known: Remembered) -> bool:
    earlier = latest_pack(Path(job.path), content)
    if earlier is None:
        return False
    text = Path(job.path).read_bytes().decode("utf-8")
    if not is_up_to_date(earlier, text, content, job.terms.contents):
        return False
    known.note(job.path, case_hash(text), earlier)
    return True


@dataclass(frozen=True, slots=True)
class Ready:
    """A pack that is made and not yet written."""

    made: Made
    place: Path
    shelf: Shelf | None
    outcome: Outcome

    @property
    def size(self) -> int:
        """Give how many bytes its papers have."""
        return sum(map(len, self.made.files.values()))


def failed(path: str, fault: Exception) -> Outcome:
    """Say of a fault what it is, never what it was about."""
    if isinstance(fault, CaseRefused):
        what = f"{len(fault.findings)} finding(s): sgdocs validate {path}"
    elif isinstance(fault, SgdocsError):
        what = str(fault)
    else:  # its words could quote the case
        what = f"a fault of ours ({type(fault).__name__})."
    return Outcome(path, "failed", fault=what)


def prepare(job: CaseJob, content: Content, *, anew: bool) -> Ready | Outcome:
    """Make what is stale; nothing is written yet."""
    try:
        return _prepared(job, content, anew=anew)
    except Exception as fault:  # noqa: BLE001 - one bad case stops no other
        return failed(job.path, fault)


def put_all(group: Sequence[Ready]) -> Iterator[Outcome]:
    """Write what was made, enter it in the ledgers, point to it; the disk is waited for by all.

    They are held in the order of their folders, so that two runs never wait for each other.
    """
    disk = GatheringDisk()
    ordered = sorted(group, key=lambda ready: ready.outcome.path)
    ends = together((_putting(ready, disk) for ready in ordered), disk)
    for ready, end in zip(ordered, ends, strict=True):
        yield failed(ready.outcome.path, end) if isinstance(end, Exception) else end


def _prepared(job: CaseJob, content: Content, *, anew: bool) -> Ready | Outcome:
    path, terms = Path(job.path), job.terms
    earlier = latest_pack(path, content)
    found = schedule_case(path, content, Moment(terms.day), terms.today)
    text = found.case.document.text
    by = (content.stamp, case_hash(text))
    if found.case.reference != path.parent.name:  # only now is it known where the packs lie
        earlier = latest_pack(path, content, found.case.reference)
        if earlier and not anew and is_up_to_date(earlier, text, content, terms.contents):
            return Outcome(job.path, "fresh", folder=str(earlier.folder), by=by)
    how = made_before(earlier, terms.contents)
    made = make(found, wanted_papers(found, how.asked), how, None if anew else earlier)
    lacking = tuple(dict.fromkeys(one.artefact.id for one in made.lacking))
    count, kept = _counted(made, earlier)
    another = count or (earlier and _is_another(earlier, made, found))
    if not made.files and not another:
        return Outcome(job.path, "nothing", lacking=lacking)
    outcome = Outcome(job.path, "same", count, kept, "", lacking, by=by)
    if earlier and not another:
        return replace(outcome, folder=str(earlier.folder))
    book = casebook(path, found.case.reference, content)
    shelf = Shelf(book, terms.today) if book else None
    return Ready(made, place_of(found, how), shelf, replace(outcome, state="made", folder=""))


def _putting(ready: Ready, disk: Disk) -> Saving[Outcome]:
    shelf = ready.shelf and replace(ready.shelf, book=replace(ready.shelf.book, disk=disk))
    built = yield from putting(ready.made, ready.place, shelf, disk)
    return replace(ready.outcome, folder=str(built.folder))


def _is_another(earlier: Earlier, made: Made, found: Scheduled) -> bool:
    """Say whether a pack is another though no paper is: something is gone, or a date has moved."""
    dates = earlier.about.get("dates")
    moves = isinstance(dates, list) and dates and moved(dates, found.rows, found.ground.book)
    return bool(moves or otherwise(earlier, made, staying(made, found)))


def _counted(made: Made, earlier: Earlier | None) -> tuple[int, int]:
    """Count the papers that come out otherwise, and those that are as they were."""
    before = set(earlier.files.values()) if earlier else set()
    after: Any = made.about["files"]
    changed = [p for p in made.papers if any(after[name] not in before for name in p["files"])]
    return len(changed), len(made.papers) - len(changed)
