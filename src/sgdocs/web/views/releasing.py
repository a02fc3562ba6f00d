"""A review's papers for publication: flags decided, questions answered, files examined, signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from starlette.responses import Response

from sgdocs.anonymise import Open
from sgdocs.errors import SgdocsError
from sgdocs.pipeline.anonymising import Anonymised, Job, anonymise, decide
from sgdocs.pipeline.answering import answer, look_at, sign
from sgdocs.pipeline.besides import Beside, beside
from sgdocs.pipeline.releasing import Release, Weighed, release, weigh
from sgdocs.publications import load_checklist, read_answers
from sgdocs.web import jobs
from sgdocs.web.jobs import Step, new_job
from sgdocs.web.view import get, post
from sgdocs.web.visit import Problem, Visit

__all__ = ["VIEWS"]

_SHOWN = 25
_KINDS = {
    "words": "Words that are missing",
    "flag": "To decide about",
    "gate": "Found in the files",
    "question": "Questions",
    "sign-off": "Signing off",
    "schedule": "The timetable",
    "signature": "The signature",
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """A flag with its passage."""

    open: Open
    source: str
    passage: Beside


def _release(visit: Visit, problems: tuple[Problem, ...] = ()) -> Response:
    content = visit.content
    checklist = load_checklist(content)
    asked = [_asked(one, flag) for one in anonymise(_job(visit)) for flag in one.open]
    return visit.page(
        "release.html",
        "Release",
        422 if problems else 200,
        asked=asked[:_SHOWN],
        more=max(0, len(asked) - _SHOWN),
        questions=checklist.questions,
        answers=read_answers(visit.path(), checklist, content),
        problems=problems,
    )


def _job(visit: Visit) -> Job:
    office = visit.office
    return Job(visit.path(), office.content, office.clock(), key_file=office.key_file)


def _asked(one: Anonymised, flag: Open) -> _Asked:
    return _Asked(flag, one.source, beside(one, flag))


def _decide(visit: Visit) -> Response:
    verdict, label = visit.posted.get("verdict"), visit.posted.get("label").strip()
    flag = visit.posted.get("flag")
    if verdict not in ("keep", "mask", "rewrite") or (verdict == "mask") != bool(label):
        words = "Say what is decided; where something is masked, say as what, and only then."
        return _release(visit, (Problem(words, f"flag-{flag}"),))
    try:
        decide(_job(visit), flag, verdict, visit.session.user.name, label)
    except SgdocsError as refused:
        return _release(visit, (Problem(f"{refused.what} {refused.remedy}", f"flag-{flag}"),))
    return visit.go(_here(visit), "Decided.")


def _answer(visit: Visit) -> Response:
    given = {"answer": visit.posted.get("answer"), **_by(visit)}
    note = visit.posted.get("note").strip()
    question = visit.posted.get("question")
    try:
        whole = {"question": question, **given, **({"note": note} if note else {})}
        answer(visit.path(), whole, visit.content)
    except SgdocsError as refused:
        return _release(visit, (Problem(f"{refused.what} {refused.remedy}", f"q-{question}"),))
    return visit.go(_here(visit), "Entered.")


def _by(visit: Visit) -> Mapping[str, str]:
    name = visit.posted.get("by").strip() or visit.session.user.name
    return {"by": name, "on": visit.office.clock().day.isoformat()}


def _examine(visit: Visit) -> Response:
    found, path, key = visit.scheduled(), visit.path(), visit.office.key_file

    def work(step: Step) -> Weighed:
        weighed = weigh(found, path, key)
        step()
        return weighed

    job = new_job(f"Papers of {visit.part('reference')}, examined", _owner(visit), 1, _examined)
    job.about = visit.part("reference")
    return visit.begin(job, work)


def _examined(visit: Visit, job: jobs.Job) -> Response:
    weighed: Weighed = job.result
    held = sorted(weighed.held, key=attrgetter("kind"))
    groups = [(_KINDS.get(k, k), list(g)) for k, g in groupby(held, attrgetter("kind"))]
    pictures = [p for e in weighed.examined for p in e.pictures]
    return visit.page(
        "examined.html",
        job.title,
        weighed=weighed,
        groups=groups,
        case=job.about,
        pictures=[p for p in pictures if p.sha256 not in weighed.answers.pictures],
    )


def _look(visit: Visit) -> Response:
    seen = {"sha256": visit.posted.get("picture"), **_by(visit)}
    look_at(visit.path(), seen, visit.content)
    return visit.go(_here(visit), "Entered. Examine the files again.")


def _sign(visit: Visit) -> Response:
    role = visit.posted.get("role").strip()
    if not role or not visit.posted.get("by").strip():
        return _release(visit, (Problem("Give the name and the role of whoever signs."),))
    try:
        given: dict[str, Any] = {**_by(visit), "role": role}
        sign(visit.scheduled(), visit.path(), given, visit.office.key_file)
    except SgdocsError as refused:
        return _release(visit, (Problem(f"{refused.what} {refused.remedy}"),))
    return visit.go(_here(visit), "Signed for the files as they are now.")


def _publish(visit: Visit) -> Response:
    found, path, office = visit.scheduled(), visit.path(), visit.office
    out = office.workspace / "build" / found.case.reference / "released"
    now = office.clock()

    def work(step: Step) -> Release:
        done = release(found, path, out / now.day.isoformat(), now, office.key_file)
        step()
        return done

    job = new_job(f"Papers of {visit.part('reference')}, released", _owner(visit), 1, _released)
    job.about = visit.part("reference")
    return visit.begin(job, work)


def _released(visit: Visit, job: jobs.Job) -> Response:
    done: Release = job.result
    return visit.page("released.html", job.title, done=done, case=job.about)


def _owner(visit: Visit) -> str:
    return visit.session.user.name


def _here(visit: Visit) -> str:
    return f"/cases/{visit.part('reference')}/release"


VIEWS = (
    get("/cases/{reference}/release", _release),
    post("/cases/{reference}/release/decide", _decide),
    post("/cases/{reference}/release/answer", _answer),
    post("/cases/{reference}/release/examine", _examine),
    post("/cases/{reference}/release/look", _look),
    post("/cases/{reference}/release/sign", _sign),
    post("/cases/{reference}/release/publish", _publish),
)
