"""One case: where it stands, what is next, what is to put right."""

from starlette.responses import Response

from sgdocs.casefile import CaseRefused
from sgdocs.exports import days_away, gathered, urgency
from sgdocs.findings import Finding
from sgdocs.pipeline.scheduling import validate
from sgdocs.schedule import Role, Status
from sgdocs.web.view import get
from sgdocs.web.visit import Visit

__all__ = ["VIEWS"]

_NEXT = 6
_OPEN = (Status.OVERDUE, Status.DUE_TODAY, Status.DUE_SOON, Status.FUTURE)


def _case(visit: Visit) -> Response:
    reference = visit.part("reference")
    document = visit.document()
    try:
        found = visit.scheduled()
    except CaseRefused as refused:
        return visit.page("case-to-mend.html", reference, findings=_led(refused.findings))
    still = [r for r in found.rows if r.role is Role.BINDING and r.status in _OPEN and r.send_by]
    coming = sorted(gathered(still), key=urgency)
    return visit.page(
        "case.html",
        reference,
        procedure=found.ground.book.name,
        marking=found.marking,
        notices=found.notices,
        findings=_led(validate(document, found.content, found.as_of).findings),
        coming=[(e.row, e.labels, days_away(e.row.working_days_left)) for e in coming[:_NEXT]],
        more=max(0, len(coming) - _NEXT),
    )


def _led(findings: tuple[Finding, ...]) -> list[tuple[Finding, str]]:
    """Give each finding with the address of the page where it is put right."""
    return [(finding, _editor_address(finding.path)) for finding in findings]


def _editor_address(path: str) -> str:
    steps = path.removeprefix("$").replace("[", ".").replace("]", "").strip(".").split(".")
    return "/".join(steps[:2] if len(steps) > 1 and steps[1].isdigit() else steps[:1])


VIEWS = (get("/cases/{reference}", _case),)
