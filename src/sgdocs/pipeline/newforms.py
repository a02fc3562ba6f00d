"""Begin a case with a notification that came in: the file kept, the case valid as it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sgdocs import ledger
from sgdocs.casefile import Beginning
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import InputRefused, UsageRefused
from sgdocs.findings import Finding, Severity
from sgdocs.partnership import workspace_procedure
from sgdocs.pipeline.accepting import KEPT, keep
from sgdocs.pipeline.beginnings import Assumed, told_by
from sgdocs.pipeline.casebooks import casebook
from sgdocs.pipeline.entering import enter, sound_lines
from sgdocs.pipeline.finding import CASE_NAMES
from sgdocs.pipeline.grounding import ground
from sgdocs.pipeline.matching import Form, Unidentified, form_of, identity_of
from sgdocs.pipeline.scheduling import validate
from sgdocs.pipeline.workspaces import planned_case
from sgdocs.reading import parse
from sgdocs.returns import Content as Answers
from sgdocs.returns import Reading, content_of, findings_on, in_words, placed, reader, take_out
from sgdocs.storage import make_folder, write_file

__all__ = ["Begun", "NewAsked", "begin_case"]

_REFERENCE = re.compile(r"(?P<front>.*?)(?P<year>\d{4})-(?P<number>\d+)\Z")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_SUFFIXES = {"word": ".docx", "pdf": ".pdf"}
_WHO = "referral"
_TRIES = 50


@dataclass(frozen=True, slots=True)
class NewAsked:
    """What a person wishes: which form it is where it does not say so, its reference, its day."""

    form: str = ""
    reference: str = ""
    received: Moment | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A case that was begun, and what to ask of whoever sent the notification."""

    path: Path
    reference: str
    form: str
    kept: str
    findings: tuple[Finding, ...]


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
        return _entered(before, _Kept(reading, form.id), (tuple(findings), today), content)
    reference = asked.reference or _next_reference(content.workspace, today)
    beginning = _beginning(told, reference, content, asked.received or today)
    path, text, left = _standing(beginning, content, today)
    findings += [_left_out(form, answers, steps, reading.file) for steps in left]
    return _written(path, text, _Kept(reading, form.id), (tuple(findings), today), content)


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


def _next_reference(workspace: Path, today: Moment) -> str:
    """Count on from the last reference of the year, in the form the unit's references have."""
    folders = sorted(p for p in workspace.glob("cases/*") if p.is_dir())
    taken = [f.name for f in folders if any((f / name).exists() for name in CASE_NAMES)]
    found = [m for name in taken if (m := _REFERENCE.fullmatch(name))]
    year = str(today.day.year)
    front = found[-1]["front"] if found else "CASE-"
    width = len(found[-1]["number"]) if found else 3
    ours = [int(m["number"]) for m in found if m["front"] == front and m["year"] == year]
    return f"{front}{year}-{max(ours, default=0) + 1:0{width}}"


def _beginning(
    told: Mapping[str, Any], reference: str, content: Content, came: Moment
) -> Beginning:
    clock = f"T{came.clock:%H:%M}" if came.clock else ""
    return Beginning(
        reference=reference,
        procedure=workspace_procedure(content),
        pathway=str(told["referral"]["pathway"]),
        harms=(),
        received=f"{came.day.isoformat()}{clock}",
        told=told,
    )


def _standing(
    beginning: Beginning, content: Content, today: Moment
) -> tuple[Path, str, list[tuple[str | int, ...]]]:
    """Take out, one after the other, what would make the new file wrong."""
    left: list[tuple[str | int, ...]] = []
    for _ in range(_TRIES):
        path, text = planned_case(content, beginning)
        found = validate(parse(text, name=str(path), kind="yaml"), content, today).findings
        wrong = [f for f in found if f.severity is Severity.ERROR]
        if not wrong:
            return path, text, left
        steps = _steps_of(wrong[0].path)
        if not steps or steps[0] not in beginning.told:
            raise UsageRefused(wrong[0].message, remedy=wrong[0].remedy)
        take_out(beginning.told, steps)
        left.append(steps)
    raise InputRefused("this notification cannot be made into a case file; begin it by hand.")


def _steps_of(path: str) -> tuple[str | int, ...]:
    return tuple(name or int(number) for name, number in _STEP.findall(path))


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


@dataclass(frozen=True, slots=True)
class _Kept:
    reading: Reading
    form: str

    @property
    def name(self) -> str:
        suffix = _SUFFIXES.get(self.reading.kind, ".bin")
        return f"{self.reading.sha256[:16]}-{_WHO}-{self.form}{suffix}"


def _written(
    path: Path,
    text: str,
    kept: _Kept,
    about: tuple[tuple[Finding, ...], Moment],
    content: Content,
) -> Begun:
    """Write the original first, so that whatever stops can be done again."""
    make_folder(path.parent)
    keep(path.parent, kept.name, kept.reading.data)
    return _entered(path, kept, about, content, text)


def _entered(
    path: Path,
    kept: _Kept,
    about: tuple[tuple[Finding, ...], Moment],
    content: Content,
    text: str | None = None,
) -> Begun:
    """Enter the notification in the ledger, and write the case with it where it has no file."""
    findings, today = about
    reference, place = path.parent.name, f"{KEPT}/{kept.name}"
    entry = {
        "artefact": kept.form,
        "sha256": kept.reading.sha256,
        "file": f"cases/{reference}/{place}",
    }
    news = ledger.Entry(ledger.Kind.RECEIVED, today, "", entry)
    if book := casebook(path, reference, content):
        enter(book, news, case=None if text is None else (path, text), new=True)
    elif text is not None:
        write_file(path, text, exclusive=True)
    return Begun(path, reference, kept.form, place, findings)
