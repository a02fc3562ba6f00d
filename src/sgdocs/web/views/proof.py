"""What can be proven of a case: its ledger, that nobody has changed it, and its certificate."""

from collections.abc import Mapping
from pathlib import Path

from starlette.responses import Response

from sgdocs.casefile import CaseRefused
from sgdocs.errors import InputRefused, SgdocsError
from sgdocs.ledger import entries
from sgdocs.pipeline.certifying import certify
from sgdocs.pipeline.verifying import verify_case
from sgdocs.standing import Scheduled
from sgdocs.web.ledgerwords import about_words, names_of
from sgdocs.web.view import get, post
from sgdocs.web.visit import Problem, Visit

__all__ = ["VIEWS"]

_A_PAGE = 100
_KINDS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
}
_DUTIES = (("met", "met in time"), ("late", "met late"), ("overdue", "overdue"), ("open", "open"))


def _proof(visit: Visit, problems: tuple[Problem, ...] = ()) -> Response:
    path = visit.path()
    verified = verify_case(path, visit.content)
    lines = () if verified.altered else entries(path.parent)
    named = names_of(_dated(visit))
    return visit.page(
        "proof.html",
        "Ledger",
        422 if problems else 200,
        verified=verified,
        lines=[(line, about_words(line.entry, named)) for line in lines[-_A_PAGE:][::-1]],
        earlier=max(0, len(lines) - _A_PAGE),
        certificates=[(folder.name, _files_in(folder)) for folder in _folders(visit)],
        problems=problems,
    )


def _certify(visit: Visit) -> Response:
    """Make the certificate of the duties as they stand now."""
    try:
        made = certify(visit.scheduled(), visit.path(), None)
    except SgdocsError as refused:
        return _proof(visit, (Problem(f"{refused.what} {refused.remedy}".strip()),))
    said = f"The certificate is made; take it below. Duties {_counted(made.counts)}."
    return visit.go(f"/cases/{visit.part('reference')}/ledger", said)


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{words}: {counts[name]}" for name, words in _DUTIES)


def _take(visit: Visit) -> Response:
    for folder in _folders(visit):
        for name in _files_in(folder):
            if (folder.name, name) == (visit.part("folder"), visit.part("file")):
                kind = _KINDS[Path(name).suffix]
                return visit.download((folder / name).read_bytes(), name, kind)
    raise InputRefused("there is no such certificate.", remedy="Make one on the ledger's page.")


def _dated(visit: Visit) -> Scheduled | None:
    try:
        return visit.scheduled()
    except CaseRefused:  # its ledger can be looked at all the same
        return None


def _folders(visit: Visit) -> tuple[Path, ...]:
    """Find the certificates made of the case, the latest first."""
    found = _dated(visit)
    if found is None:
        return ()
    root = visit.office.workspace / "build" / found.case.reference
    return tuple(sorted(root.glob("*-certificate*"), reverse=True))


def _files_in(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(file.name for file in folder.iterdir() if file.suffix in _KINDS))


VIEWS = (
    get("/cases/{reference}/ledger", _proof),
    post("/cases/{reference}/ledger/certificate", _certify),
    get("/cases/{reference}/certificates/{folder}/{file}", _take),
)
