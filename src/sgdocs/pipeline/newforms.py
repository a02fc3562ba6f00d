"""Begin a case with a notification that came in: the file kept, the case valid as it stands."""

from dataclasses import dataclass
from pathlib import Path

from sgdocs import ledger
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import InputRefused, UsageRefused
from sgdocs.findings import Finding, Severity
from sgdocs.partnership import workspace_procedure
from sgdocs.pipeline.accepting import KEPT
from sgdocs.pipeline.beginnings import Assumed, told_by
from sgdocs.pipeline.casebooks import casebook
from sgdocs.pipeline.entering import sound_lines
from sgdocs.pipeline.finding import CASE_NAMES
from sgdocs.pipeline.grounding import ground
from sgdocs.pipeline.matching import Form, Unidentified, form_of, identity_of
from sgdocs.pipeline.newcases import (
    Begun,
    Original,
    beginning_of,
    entered,
    next_reference,
    standing_on_its_own,
    written,
)
from sgdocs.returns import Content as Answers
from sgdocs.returns import Reading, content_of, findings_on, in_words, placed, reader

__all__ = ["Begun", "NewAsked", "begin_case"]


@dataclass(frozen=True, slots=True)
class NewAsked:
    """What a person wishes: which form it is where it does not say so, its reference, its day."""

    form: str = ""
    reference: str = ""
    received: Moment | None = None


def begin_case(file: Path, asked: NewAsked, content: Content, today: Moment) -> Begun:
    """Begin a case with a notification; what cannot stand in a case file stays in the form."""
    if content.workspace is None:
        raise UsageRefused("there is no workspace here.", remedy="Make one first: sgdocs init.")
    reading = _only_form(file)
    form = _form(reading, asked, content)
    before = _begun_before(reading, content)
    answers = content_of(placed(reading.answers), form.sheet, form.schema)
    if not answers.data:
        raise InputRefused("nothing is filled in on this form.", where=reading.file)
    findings = [*findings_on(answers, form.sheet, form.schema, reading.file)]
    told, assumed = told_by(answers.data, form.id)
    findings += [_assumption(each, reading.file) for each in assumed]
    if before is not None:
        return entered(before, Original(reading, form.id), (tuple(findings), today), content)
    reference = asked.reference or next_reference(content.workspace, today)
    beginning = beginning_of(told, reference, content, asked.received or today)
    path, text, left = standing_on_its_own(beginning, content, today)
    findings += [_left_out(form, answers, steps, reading.file) for steps in left]
    return written(path, text, Original(reading, form.id), (tuple(findings), today), content)


def _only_form(file: Path) -> Reading:
    with reader() as reading:
        forms = reading.read(file)
    good = [form for form in forms if form.unread is None]
    if not good and forms[0].unread:
        raise InputRefused(forms[0].unread.what, where=str(file), remedy=forms[0].unread.remedy)
    if len(good) != 1:
        raise InputRefused(
            "this carries several forms.",
            where=str(file),
            remedy="Save the notification out of it, and give that file.",
        )
    return good[0]


def _form(reading: Reading, asked: NewAsked, content: Content) -> Form:
    said = identity_of(reading)
    name = said.form if said else asked.form
    if not name:
        raise Unidentified(
            "this form does not say which it is.",
            where=reading.file,
            remedy="Say it, such as --form SCSI-1.",
        )
    form = form_of(name, ground(content, workspace_procedure(content)), content)
    if form.is_return:
        raise InputRefused(
            f"{form.id} does not begin a case; an agency returns it to one.",
            where=reading.file,
            remedy="Receive it for its case: sgdocs receive CASE FILE.",
        )
    return form


def _begun_before(reading: Reading, content: Content) -> Path | None:
    """Give the case of a run that stopped before its ledger knew of it.

    A notification that a whole case was begun with is refused.
    """
    workspace = content.workspace or Path()
    for kept in sorted(workspace.glob(f"cases/*/{KEPT}/{reading.sha256[:16]}-*")):
        folder = kept.parent.parent
        path = next((p for name in CASE_NAMES if (p := folder / name).exists()), None)
        book = casebook(path, folder.name, content) if path else None
        if book and not any(_is_of(line.entry, reading) for line in sound_lines(book)):
            return path
        if path:
            raise InputRefused(
                f"a case was begun with this very file before: {folder.name}.",
                where=reading.file,
                remedy="Nothing was written. Open that case.",
            )
    return None


def _is_of(entry: ledger.Entry, reading: Reading) -> bool:
    return entry.kind is ledger.Kind.RECEIVED and entry.about.get("sha256") == reading.sha256


def _assumption(assumed: Assumed, file: str) -> Finding:
    return Finding(
        "assumed", assumed.what, severity=Severity.WARNING, file=file, remedy=assumed.remedy
    )


def _left_out(form: Form, answers: Answers, steps: tuple[str | int, ...], file: str) -> Finding:
    where = in_words(answers.on_paper(steps), form.sheet, form.schema)
    return Finding(
        "left-out",
        f"{where} does not fit the rest, and was left out of the case file.",
        severity=Severity.ERROR,
        file=file,
        remedy="Ask the sender; it stands in the form.",
    )
