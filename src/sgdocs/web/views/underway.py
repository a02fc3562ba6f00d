"""Work that goes on: how far it is, and what came of it."""

from starlette.responses import JSONResponse, Response

from sgdocs.errors import InputRefused
from sgdocs.web.jobs import Job
from sgdocs.web.view import get
from sgdocs.web.visit import Visit

__all__ = ["VIEWS"]


def _work(visit: Visit) -> Response:
    job = _found(visit)
    if job.running or job.fault:
        return visit.page("job.html", job.title, job=job)
    answer: Response = job.page(visit, job)
    return answer


def _progress(visit: Visit) -> Response:
    job = _found(visit)
    return JSONResponse({"done": job.done, "total": job.total, "running": job.running})


def _found(visit: Visit) -> Job:
    job = visit.office.jobs.find(visit.part("job"), visit.session.user.name)
    if job is None:
        raise InputRefused("this work is not known here.", remedy="It may be of an earlier run.")
    return job


VIEWS = (get("/jobs/{job}", _work), get("/jobs/{job}/progress.json", _progress))
