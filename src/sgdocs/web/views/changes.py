"""What changed rules, words or holidays would do to the cases: planned, decided, made anew."""

from collections.abc import Mapping
from pathlib import Path

from starlette.responses import Response

from sgdocs.engines import named
from sgdocs.errors import InputRefused, SgdocsError
from sgdocs.opening.limits import RULES_DRAFT_BYTES
from sgdocs.pipeline.finding import case_files
from sgdocs.pipeline.planning import IN_FORCE, Planned, plan_case, trying
from sgdocs.pipeline.regenerating import CaseJob, Outcome, Terms, regenerate
from sgdocs.plans import CasePlan
from sgdocs.reading import read_file
from sgdocs.storage import make_folder, remove_file, write_file
from sgdocs.web.acts import names
from sgdocs.web.jobs import Job, Step, new_job
from sgdocs.web.office import restricted_to
from sgdocs.web.view import get, post
from sgdocs.web.visit import Visit

__all__ = ["VIEWS"]

_SAID = {
    "made": "Made anew",
    "same": "Looked at, and come out the same",
    "fresh": "Up to date",
    "nothing": "Nothing to make",
    "failed": "Not done",
}


def _changes(visit: Visit) -> Response:
    return visit.page("changes.html", "Changes", jobs=visit.office.jobs.of(_owner(visit)))


def _plan(visit: Visit) -> Response:
    paths, now = _paths(visit), visit.office.clock()
    words = visit.posted.get("words") == "yes"
    planned = Planned(visit.content, now, now, words=words)
    draft = _draft(visit)
    title = "What a draft would change" if draft else "What has changed since the packs were made"

    def work(step: Step) -> tuple[CasePlan, ...]:
        try:
            tried = trying(planned, draft) if draft else planned
            return tuple(_stepped(plan_case(path, tried), step) for path in paths)
        finally:
            if draft:
                remove_file(draft)

    return visit.begin(new_job(title, _owner(visit), len(paths), _planned), work)


def _draft(visit: Visit) -> Path | None:
    """Put a draft that was sent where it can be read, under a name of ours."""
    if not visit.posted.files:
        return None
    data = visit.posted.files[0].data
    if len(data) > RULES_DRAFT_BYTES:
        raise InputRefused("this is too large for a procedure.")
    folder = visit.office.workspace / ".sgdocs" / "trials"
    make_folder(folder)
    path = folder / f"draft-{visit.session.token[:8]}.yaml"
    write_file(path, data)
    try:
        read_file(path, name="the draft")
    except InputRefused:
        remove_file(path)
        raise
    return path


def _regenerate(visit: Visit) -> Response:
    content, now = visit.content, visit.office.clock()
    cache = str(content.cache.absolute()) if content.cache else ""
    terms = Terms(str(visit.office.workspace.absolute()), cache, now.day, now)
    cases = tuple(CaseJob(str(path.absolute()), terms) for path in _paths(visit))

    def work(step: Step) -> tuple[Outcome, ...]:
        return regenerate(cases, named("in-process"), lambda _: step())

    job = new_job("Papers made anew", _owner(visit), len(cases), _regenerated)
    return visit.begin(job, work)


def _planned(visit: Visit, job: Job) -> Response:
    changing = [plan for plan in job.result if plan.changes or plan.decisions]
    return visit.page(
        "plan.html",
        job.title,
        changing=[(plan, Path(plan.file).parent.name, *_said(visit, plan)) for plan in changing],
        total=len(job.result),
        tried=any(plan.compared_with == IN_FORCE for plan in changing),
    )


def _said(visit: Visit, plan: CasePlan) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Say who and which steps a case's short names mean; nothing of one with faults."""
    try:
        found = visit.office.scheduled(Path(plan.file).parent.name, visit.content)
    except SgdocsError:
        return {}, {}
    return names(found), {name: step.title for name, step in found.procedure.steps.items()}


def _regenerated(visit: Visit, job: Job) -> Response:
    return visit.page("regenerated.html", job.title, outcomes=_told(job.result))


def _told(outcomes: tuple[Outcome, ...]) -> list[tuple[str, str, Outcome]]:
    return [(Path(one.path).parent.name, _SAID[one.state], one) for one in outcomes]


def _owner(visit: Visit) -> str:
    return visit.session.user.name


def _paths(visit: Visit) -> tuple[Path, ...]:
    """Give the files of every case that the visitor may see."""
    user = visit.session.user
    every = case_files(visit.office.cases)
    if user.alone:
        return every
    office = visit.office
    return tuple(p for p in every if user.may_see(restricted_to(office.document(p.parent.name))))


def _stepped(plan: CasePlan, step: Step) -> CasePlan:
    step()
    return plan


VIEWS = (
    get("/changes", _changes),
    post("/changes/plan", _plan),
    post("/changes/regenerate", _regenerate),
)
