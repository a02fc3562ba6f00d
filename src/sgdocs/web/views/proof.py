"""What can be proven of a case: its ledger, line by line, and that nobody has changed it."""

from starlette.responses import Response

from sgdocs.ledger import entries
from sgdocs.pipeline.verifying import verify_case
from sgdocs.web.view import get
from sgdocs.web.visit import Visit

__all__ = ["VIEWS"]

_A_PAGE = 100


def _proof(visit: Visit) -> Response:
    path = visit.path()
    verified = verify_case(path, visit.content)
    lines = () if verified.altered else entries(path.parent)
    return visit.page(
        "proof.html",
        "Ledger",
        verified=verified,
        lines=lines[-_A_PAGE:][::-1],
        earlier=max(0, len(lines) - _A_PAGE),
    )


VIEWS = (get("/cases/{reference}/ledger", _proof),)
