"""What came back: dropped here, read, checked, compared, and accepted into its case."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from starlette.responses import Response

from sgdocs.errors import InputRefused
from sgdocs.findings import Severity
from sgdocs.pipeline.newforms import NewAsked, begin_case
from sgdocs.pipeline.outcomes import Asked, Outcome, State
from sgdocs.pipeline.receiving import inbox_files, receive, receive_inbox
from sgdocs.pipeline.rendering import in_words
from sgdocs.storage import make_folder, remove_file, write_file
from sgdocs.web.posted import Upload
from sgdocs.web.view import get, post
from sgdocs.web.visit import Problem, Visit

__all__ = ["VIEWS"]

_ENDINGS = (".docx", ".pdf", ".eml", ".zip")
_SAID = {
    State.ACCEPTED: "Accepted",
    State.READY: "Complete",
    State.INCOMPLETE: "Not complete",
    State.CONTRADICTORY: "It contradicts itself, and cannot be accepted",
    State.EMPTY: "Nothing is filled in, so nothing was received",
    State.DUPLICATE: "This very file was received before",
    State.UNCHANGED: "It says the same as the agency’s last return",
    State.UNIDENTIFIED: "It does not say what it is",
    State.KEPT_OUT: "The case file would be wrong with it",
    State.REFUSED: "It cannot be taken in",
}
_DONE = frozenset({State.ACCEPTED, State.DUPLICATE, State.UNCHANGED})


@dataclass(frozen=True, slots=True)
class _Form:
    """A form in the inbox, in the words of the page."""

    outcome: Outcome
    said: str
    to_mend: tuple[str, ...]
    to_note: tuple[str, ...]
    differences: tuple[tuple[str, str, str, str], ...]
    """Place, how, before and now."""
    whose: str
    """The agency it comes from, as its case has it."""

    @property
    def acceptable(self) -> bool:
        return self.outcome.state in (State.READY, State.INCOMPLETE)

    @property
    def unidentified(self) -> bool:
        return self.outcome.state is State.UNIDENTIFIED

    @property
    def name(self) -> str:
        return Path(self.outcome.file).name


def _inbox(visit: Visit, problems: tuple[Problem, ...] = ()) -> Response:
    office = visit.office
    outcomes = receive_inbox(Asked(), office.content, office.clock())
    forms = [_form(visit, outcome) for outcome in outcomes if _may_see(visit, outcome)]
    return visit.page(
        "inbox.html",
        "Inbox",
        422 if problems else 200,
        forms=forms,
        about=_about(forms),
        files=[path.name for path in inbox_files(office.content)],
        problems=problems,
    )


def _about(forms: Iterable[_Form]) -> dict[str, str]:
    """Say of each file which forms of cases are in it."""
    about: dict[str, str] = {}
    for one in forms:
        if one.outcome.case:
            said = f"{one.outcome.form} of {one.whose}"
            about[one.name] = f"{about[one.name]}, {said}" if one.name in about else said
    return about


def _may_see(visit: Visit, outcome: Outcome) -> bool:
    if not outcome.case:
        return True
    try:
        visit.document_of(outcome.case)
    except InputRefused:
        return False
    return True


def _form(visit: Visit, outcome: Outcome) -> _Form:
    errors = tuple(_told(outcome, errors=True))
    notes = tuple(_told(outcome, errors=False))
    pairs = zip(outcome.changes, outcome.places, strict=True)
    said = _SAID[outcome.state]
    differences = tuple((place, change.how, change.old, change.new) for change, place in pairs)
    return _Form(outcome, said, errors, notes, differences, _whose(visit, outcome))


def _whose(visit: Visit, outcome: Outcome) -> str:
    """Name the agency as its case does."""
    data = visit.document_of(outcome.case).data if outcome.case and outcome.agency else {}
    agencies = data.get("agencies", ()) if isinstance(data, dict) else ()
    named = (one.get("name") for one in agencies if one.get("id") == outcome.agency)
    return str(next(named, None) or outcome.agency.replace("-", " "))


def _told(outcome: Outcome, *, errors: bool) -> Iterator[str]:
    for finding in outcome.findings:
        if (finding.severity is Severity.ERROR) is errors:
            yield f"{finding.message} {finding.remedy}".strip()


def _drop(visit: Visit) -> Response:
    files = visit.posted.files
    if not files:
        return _inbox(visit, (Problem("Choose one or more files.", "files"),))
    wrong = [one for one in files if Path(one.name).suffix.lower() not in _ENDINGS]
    if wrong:
        words = f"A form comes as {', '.join(_ENDINGS)}; nothing was taken in."
        return _inbox(visit, (Problem(words, "files"),))
    for one in files:
        _put(visit, one)
    return visit.go("/inbox", f"{len(files)} taken in. Look at what they are, below.")


def _put(visit: Visit, upload: Upload) -> None:
    """Lay a file into the inbox under a name of ours: its own may be a child's."""
    folder = visit.office.workspace / "inbox"
    make_folder(folder)
    name = f"{sha256(upload.data).hexdigest()[:16]}{Path(upload.name).suffix.lower()}"
    write_file(folder / name, upload.data)


def _accept(visit: Visit) -> Response:
    path, reference = _file(visit), visit.posted.get("case")
    visit.document_of(reference)
    asked = Asked(
        agency=visit.posted.get("agency").strip(),
        form=visit.posted.get("form").strip().upper(),
        accept=True,
        incomplete=visit.posted.get("incomplete") == "yes",
    )
    office = visit.office
    outcomes = receive(office.path(reference), (path,), asked, office.content, office.clock())
    if all(outcome.state in _DONE for outcome in outcomes):
        remove_file(path)
        moved = "; ".join(dict.fromkeys(in_words(m) for o in outcomes for m in o.moved))
        dates = f" Dates that moved: {moved}." if moved else ""
        return visit.go("/inbox", f"Accepted into {reference}, and kept as it came.{dates}")
    said = [
        Problem(f"{_SAID[o.state]}. {o.why} {o.remedy}".strip())
        for o in outcomes
        if o.state not in _DONE
    ]
    return _inbox(visit, tuple(said))


def _begin(visit: Visit) -> Response:
    path, office = _file(visit), visit.office
    begun = begin_case(path, NewAsked(), office.content, office.clock())
    remove_file(path)
    said = f"A case was begun with {begun.form}, which is kept as it came."
    return visit.go(f"/cases/{begun.path.parent.name}", said)


def _set_aside(visit: Visit) -> Response:
    remove_file(_file(visit))
    return visit.go("/inbox", "The file was taken out of the inbox.")


def _file(visit: Visit) -> Path:
    for path in inbox_files(visit.content):
        if path.name == visit.posted.get("file"):
            return path
    raise InputRefused("there is no such file in the inbox.", remedy="Look at the inbox again.")


VIEWS = (
    get("/inbox", _inbox),
    post("/inbox", _drop),
    post("/inbox/accept", _accept),
    post("/inbox/begin", _begin),
    post("/inbox/remove", _set_aside),
)
