"""Bring the pack of one case up to date: look whether it is fresh, make what is stale, write it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar, cast

from sgdocs.artefacts import Asked
from sgdocs.casefile import CaseRefused
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import SgdocsError, UsageRefused
from sgdocs.packs import By, Contents, Earlier
from sgdocs.pipeline.building import How, Made, make, put, wanted_papers
from sgdocs.pipeline.casebooks import casebook
from sgdocs.pipeline.filing import Shelf
from sgdocs.pipeline.formrows import rows_told
from sgdocs.pipeline.freshness import contents_of, sources_now, stale_because
from sgdocs.pipeline.latest import latest_pack
from sgdocs.pipeline.sameness import Sameness
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.standing import Scheduled

__all__ = [
    "CaseJob",
    "Outcome",
    "Ready",
    "Terms",
    "is_fresh",
    "made_before",
    "prepare",
    "put_ready",
    "told",
]

State = Literal["fresh", "made", "same", "nothing", "failed"]


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for all cases of a run, as small values that any process can be given."""

    workspace: str
    cache: str
    day: date
    today: Moment
    contents: Contents | None = None
    """What packs are to hold; as before, where nothing is said."""

    def content(self) -> Content:
        """Give the data files as they stand where this is asked."""
        cache = Path(self.cache) if self.cache else None
        return Content(Path(self.workspace), cache=cache).settled()


@dataclass(frozen=True, slots=True)
class CaseJob:
    """One case to be looked at."""

    path: str
    terms: Terms


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case; nothing in it comes from the case itself."""

    path: str
    state: State
    made: int = 0
    """How many papers were made anew, or come out otherwise."""
    kept: int = 0
    """How many were taken over, or come out the same."""
    folder: str = ""
    lacking: tuple[str, ...] = ()
    """Papers that are due and lack a fact or a recipient, by their numbers."""
    fault: str = ""
    sources: str = field(default="", repr=False)
    """The hash of what it was found to be the same by."""


def is_fresh(job: CaseJob, content: Content, same: Sameness) -> bool:
    """Say whether a case's latest pack is what would be made; quick, and reads no case."""
    try:
        return _fresh(job, content, same)
    except (SgdocsError, OSError, ValueError, LookupError, TypeError):
        return False  # what is wrong with it is said by whoever makes it


def _fresh(job: CaseJob, content: Content, same: Sameness | None = None) -> bool:
    path = Path(job.path)
    earlier = latest_pack(path, content)
    if earlier is None or job.terms.contents not in (None, contents_of(earlier)):
        return False
    text = path.read_bytes().decode("utf-8")
    if not stale_because(earlier, text, content):
        return True
    known = same is not None and same.holds(job.path, sources_now(earlier, text, content))
    return known and not any(earlier.lacks())


@dataclass(frozen=True, slots=True)
class Ready:
    """A pack that is made and not yet written."""

    made: Made
    place: Path
    shelf: Shelf | None
    outcome: Outcome


Step = TypeVar("Step")


def told(job: CaseJob, step: Callable[[], Step]) -> Step | Outcome:
    """Do a step for a case, and say of a fault what it is, never what it was about."""
    try:
        return step()
    except CaseRefused as refused:
        what = f"{len(refused.findings)} finding(s): sgdocs validate {job.path}"
        return Outcome(job.path, "failed", fault=what)
    except SgdocsError as refused:
        return Outcome(job.path, "failed", fault=str(refused))
    except Exception as fault:  # noqa: BLE001 - its words could quote the case
        return Outcome(job.path, "failed", fault=f"a fault of ours ({type(fault).__name__}).")


def prepare(job: CaseJob, content: Content, *, anew: bool) -> Ready | Outcome:
    """Make what is stale; nothing is written yet."""
    path, terms = Path(job.path), job.terms
    if not anew and _fresh(job, content):  # another run was quicker
        return Outcome(job.path, "fresh")
    found = schedule_case(path, content, Moment(terms.day), terms.today)
    earlier = latest_pack(path, content, found.case.reference)
    how = made_before(earlier, terms.contents)
    made = make(found, wanted_papers(found, how.asked), how, None if anew else earlier)
    lacking = tuple(dict.fromkeys(one.artefact.id for one in made.lacking))
    if not made.files:
        return Outcome(job.path, "nothing", lacking=lacking)
    count, kept = _counted(made, earlier)
    if not count and earlier and _same(made, earlier):
        by = sources_now(earlier, found.case.document.text, content)
        return Outcome(job.path, "same", 0, kept, str(earlier.folder), lacking, sources=by)
    book = casebook(path, found.case.reference, content)
    shelf = Shelf(book, terms.today) if book else None
    return Ready(
        made, _place(found, how), shelf, Outcome(job.path, "made", count, kept, "", lacking)
    )


def put_ready(ready: Ready) -> Outcome:
    """Write what was made, enter it in the ledger, and point to it."""
    built = put(ready.made, ready.place, ready.shelf)
    return replace(ready.outcome, folder=str(built.folder))


def _same(made: Made, earlier: Earlier) -> bool:
    """Say whether every file comes out as it is; what it was made from may have changed."""
    return dict(made.about["files"]) == dict(earlier.files) and not any(earlier.lacks())


def made_before(earlier: Earlier | None, contents: Contents | None) -> How:
    """Give how the latest pack was made, so that the next one is made so too."""
    about: Any = earlier.about.get("how", {}) if earlier else {}
    if about.get("locked"):
        raise UsageRefused(
            "the latest pack is locked with a password, which is written down nowhere.",
            remedy="Make it anew with sgdocs build and its --password-file.",
        )
    by = about.get("by")
    return How(
        drafts=about.get("drafts") is True,
        by=cast("By", by) if by in ("day", "recipient") else None,
        contents=contents or (contents_of(earlier) if earlier else "all"),
        rows=rows_told(about.get("rows")),
        asked=_asked_before(earlier),
    )


def _asked_before(earlier: Earlier | None) -> Asked:
    """Give what was asked for when the latest pack was made."""
    asked: Any = earlier.about.get("asked", {}) if earlier else {}
    until = str(asked.get("until", ""))
    return Asked(
        str(asked.get("only", "")),
        str(asked.get("step", "")),
        date.fromisoformat(until) if until else None,
        again=asked.get("again") is True,
    )


def _place(found: Scheduled, how: How) -> Path:
    asked = how.asked
    until = f"until-{asked.until.isoformat()}" if asked.until else "due"
    workspace = found.content.workspace or Path()
    name = f"{found.as_of.day.isoformat()}-{asked.only or asked.step or until}"
    return workspace / "build" / found.case.reference / name


def _counted(made: Made, earlier: Earlier | None) -> tuple[int, int]:
    """Count the papers that come out otherwise, and those that are as they were."""
    before = set(earlier.files.values()) if earlier else set()
    after: Any = made.about["files"]
    changed = [p for p in made.papers if any(after[name] not in before for name in p["files"])]
    return len(changed), len(made.papers) - len(changed)
