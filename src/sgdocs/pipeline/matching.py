"""Which case, agency and form a file that came back belongs to, and what it says."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sgdocs.content import Content
from sgdocs.documents import Wordings
from sgdocs.errors import InputRefused
from sgdocs.findings import Finding, Severity
from sgdocs.forms import FormIdentity, read_identity
from sgdocs.returns import Content as Answers
from sgdocs.returns import (
    Reading,
    Sheet,
    answers_by_layout,
    content_of,
    findings_on,
    placed,
    sheet_of,
)
from sgdocs.schema import Schema, load_schema
from sgdocs.spelling import nearest
from sgdocs.standing import Ground

__all__ = [
    "Form",
    "Match",
    "Unidentified",
    "answered",
    "form_of",
    "identity_of",
    "matched",
    "notes_on",
]

_RETURN, _CASE = "agency-return", "case"
Data = Mapping[str, Any]


class Unidentified(InputRefused):
    """A form that does not say what it is: a person has to."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form as its template prints it, and the schema its answers belong to."""

    id: str
    sheet: Sheet
    schema: Schema

    @property
    def is_return(self) -> bool:
        """Say whether an agency answers a case's questions with it; others begin a case."""
        return self.schema.name == _RETURN


@dataclass(frozen=True, slots=True)
class Match:
    """A file with the case, agency and form it belongs to."""

    reading: Reading
    form: Form
    agency: str
    version: int
    """The version that was filled in; 0 where nothing says it."""


def identity_of(reading: Reading) -> FormIdentity | None:
    """Give what a file says it is."""
    return read_identity(reading.identity) if reading.identity else None


def form_of(name: str, base: Ground, content: Content) -> Form:
    """Give a form by its number, with the words this procedure has for it."""
    fillable = [a for a in base.artefacts.values() if a.kind == "fillable"]
    artefact = next((a for a in fillable if a.id.casefold() == name.casefold()), None)
    template = ""
    if artefact is not None:
        template = Wordings(content, base.partnership.procedure).of(artefact).template
    if artefact is None or not template:
        meant = nearest(name, [a.id for a in fillable])
        raise InputRefused(
            "there is no such form in this procedure.",
            remedy=f"Did you mean {meant}?" if meant else "Name it: --form SCSI-5, for instance.",
        )
    sheet = sheet_of(content.path("templates", template).read_bytes(), f"templates/{template}")
    returned = load_schema(content, _RETURN)
    ours = sheet.parts <= returned.root["properties"].keys()
    return Form(artefact.id, sheet, returned if ours else load_schema(content, _CASE))


def matched(
    reading: Reading, named: tuple[str, str], case: Data, known_form: Callable[[str], Form]
) -> Match:
    """Find the agency and form of a file; `named` is what a person says they are."""
    agency, form = named
    said = identity_of(reading)
    if said is not None:
        _require_ours(said, agency, form, case)
    if said is None and not (agency and form):
        raise Unidentified(
            "this form does not say which it is and whose.",
            where=reading.file,
            remedy="Say it: --agency, with the agency's short name in the case file, and --form, "
            "such as --form SCSI-5.",
        )
    known = known_form(said.form if said else form)
    if not known.is_return:
        raise InputRefused(
            f"{known.id} is not returned by an agency that was asked; it begins a case.",
            where=reading.file,
            remedy="Begin the case with it: sgdocs receive --new FILE.",
        )
    whose = said.agency if said else agency
    _require_agency(whose, case, reading.file)
    return Match(reading, known, whose, said.version if said else 0)


def _require_ours(said: FormIdentity, agency: str, form: str, case: Data) -> None:
    reference = case["case"]["reference"]
    if said.case and said.case != reference:
        raise InputRefused(
            f"this form belongs to another case, {said.case}.",
            remedy=f"Receive it there: sgdocs receive {said.case} FILE.",
        )
    if agency and said.agency and agency != said.agency:
        raise InputRefused(
            f"this is the form that was sent to another agency, {said.agency}.",
            remedy="Leave --agency out, or ask the agency for its own form.",
        )
    if form and form.casefold() != said.form.casefold():
        raise InputRefused(
            f"this is another form, {said.form}.", remedy="Leave --form out, or correct it."
        )


def _require_agency(agency: str, case: Data, file: str) -> None:
    known = [str(each.get("id")) for each in case.get("agencies", ())]
    if agency not in known:
        meant = nearest(agency, known)
        raise InputRefused(
            "the case file has no agency of this short name.",
            where=file,
            remedy=f"Did you mean {meant}?" if meant else f"There are: {', '.join(known)}.",
        )


def answered(match: Match) -> tuple[Answers, tuple[Finding, ...]]:
    """Give what a form says, and everything to put right in it."""
    reading, form = match.reading, match.form
    given = reading.answers or answers_by_layout(reading.rows, form.sheet)
    answers = content_of(placed(given), form.sheet, form.schema)
    found = findings_on(answers, form.sheet, form.schema, reading.file)
    return answers, found


def notes_on(match: Match, case: Data) -> Iterator[Finding]:
    """Say what to look at in the file itself: fields that lost their names, an older version."""
    sent = [
        int(entry.get("version", 1))
        for entry in case.get("dispatches", ())
        if entry.get("artefact") == match.form.id and _was_sent_to(match.agency, entry)
    ]
    latest = max(sent, default=0)
    if match.version and match.version < latest:
        yield _note(
            match,
            "older-version",
            f"the agency filled in version {match.version}; version {latest} was sent since.",
            "Check whether what was asked anew is answered.",
        )
    if match.reading.mended:
        yield _note(
            match,
            "mended",
            "this file was damaged, and was read as far as it could be put together again.",
            "Compare each answer with the file, or ask for it again.",
        )
    if not match.reading.answers:
        yield Finding(
            "by-layout",
            "the boxes of this form are gone; it was read by the words printed on it, and ticks "
            "could not be read.",
            file=match.reading.file,
            remedy="Compare each answer with the file, or ask for the form as it was sent.",
        )
    elif match.reading.nameless:
        yield _note(
            match,
            "nameless",
            f"{match.reading.nameless} field(s) have lost their names in another program, and "
            "were not read.",
            "Compare the answers with the file.",
        )


def _was_sent_to(agency: str, entry: Data) -> bool:
    return agency in entry.get("to", (agency,)) or "agency" in entry.get("to", ())


def _note(match: Match, rule: str, message: str, remedy: str) -> Finding:
    return Finding(rule, message, severity=Severity.WARNING, file=match.reading.file, remedy=remedy)
