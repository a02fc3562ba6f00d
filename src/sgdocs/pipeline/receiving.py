"""Take in the forms that came back: read, matched, checked, compared and, if wished, accepted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from sgdocs.casefile import CaseRefused
from sgdocs.content import Content
from sgdocs.dates import Moment, parse_moment
from sgdocs.errors import InputRefused, UsageRefused
from sgdocs.findings import Finding, Severity, has_errors
from sgdocs.pipeline.accepting import Returned, accept, known_already
from sgdocs.pipeline.finding import find_case
from sgdocs.pipeline.grounding import ground
from sgdocs.pipeline.matching import (
    Match,
    Unidentified,
    answered,
    identity_of,
    matched,
    notes_on,
)
from sgdocs.reading import read_file, require_mapping
from sgdocs.returns import (
    UNACCEPTABLE,
    Change,
    Reading,
    changes_between,
    in_words,
    reader,
    sound,
)
from sgdocs.schedule import Moved
from sgdocs.standing import Ground

__all__ = ["Asked", "Outcome", "State", "inbox_files", "receive", "receive_inbox"]

_INBOX = "inbox"
Data = Mapping[str, Any]


class State(StrEnum):
    """What became of a file."""

    ACCEPTED = "accepted"
    READY = "ready"
    INCOMPLETE = "incomplete"
    CONTRADICTORY = "contradictory"
    EMPTY = "empty"
    DUPLICATE = "duplicate"
    UNCHANGED = "unchanged"
    UNIDENTIFIED = "unidentified"
    KEPT_OUT = "kept_out"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wishes: whose form it is where nothing says so, when it came, and to accept."""

    agency: str = ""
    form: str = ""
    received: Moment | None = None
    accept: bool = False
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """One form: what it is, what became of it, what is to put right, what differs from before."""

    file: str
    state: State
    why: str = ""
    remedy: str = ""
    case: str = ""
    agency: str = ""
    form: str = ""
    version: int = 0
    kind: str = ""
    """Whether the form is an answer or a nil return."""
    received: str = ""
    findings: tuple[Finding, ...] = ()
    before: str = ""
    """When the return came that it was compared with."""
    changes: tuple[Change, ...] = ()
    places: tuple[str, ...] = ()
    """Where each change stands, in the words of the form."""
    kept: str = ""
    """Where the file is kept as it came."""
    moved: tuple[Moved, ...] = ()


def receive(
    path: Path, files: Sequence[Path], asked: Asked, content: Content, today: Moment
) -> tuple[Outcome, ...]:
    """Receive files for one case."""
    with reader() as reading:
        forms = [form for file in files for form in reading.read(file)]
    return _received(path, forms, asked, content, today)


def receive_inbox(asked: Asked, content: Content, today: Moment) -> tuple[Outcome, ...]:
    """Receive what lies in the workspace's inbox, each form for the case it says it is of."""
    by_case: dict[str, list[Reading]] = {}
    outcomes: list[Outcome] = []
    with reader() as reading:
        for form in (f for file in inbox_files(content) for f in reading.read(file)):
            said = identity_of(form)
            if form.unread or said is None or not said.case:
                outcomes.append(_unmatched(form))
            else:
                by_case.setdefault(said.case, []).append(form)
    for reference, forms in by_case.items():
        outcomes += _of_case(reference, forms, asked, content, today)
    return tuple(outcomes)


def inbox_files(content: Content) -> tuple[Path, ...]:
    """Give the files in the workspace's inbox, in the order of their names."""
    if content.workspace is None:
        raise UsageRefused("there is no workspace here.", remedy="Make one first: sgdocs init.")
    folder = content.workspace / _INBOX
    there = sorted(folder.iterdir()) if folder.is_dir() else []
    return tuple(f for f in there if f.is_file() and not f.name.startswith((".", "~$")))


def _of_case(
    reference: str, forms: Sequence[Reading], asked: Asked, content: Content, today: Moment
) -> Iterable[Outcome]:
    try:
        path = find_case(reference, content)
    except InputRefused:
        why = "this form belongs to a case that this workspace does not have"
        return [_refused(form, InputRefused(f"{why}, {reference}.")) for form in forms]
    return _received(path, forms, asked, content, today)


def _unmatched(form: Reading) -> Outcome:
    if form.unread:
        return _refused(form, InputRefused(form.unread.what, remedy=form.unread.remedy))
    return _refused(
        form,
        Unidentified(
            "this form does not say which case it is of.",
            remedy="Receive it by itself: sgdocs receive CASE FILE --agency AGENCY --form FORM.",
        ),
    )


def _received(
    path: Path, forms: Sequence[Reading], asked: Asked, content: Content, today: Moment
) -> tuple[Outcome, ...]:
    document = read_file(path)
    case = require_mapping(document)
    base = ground(content, str(case["case"]["procedure"]))
    desk = _Desk(case, base, asked, content, today)
    looked = list(desk.looked_at(forms))
    if not asked.accept:
        return tuple(outcome for outcome, _ in looked)
    wanted = [returned for _, returned in looked if returned is not None]
    try:
        done = accept(path, wanted, content, today) if wanted else None
    except CaseRefused as refused:
        return tuple(_kept_out(outcome, returned, refused) for outcome, returned in looked)
    moved = done.moved if done else ()
    return tuple(_accepted(outcome, returned, moved) for outcome, returned in looked)


def _accepted(outcome: Outcome, returned: Returned | None, moved: tuple[Moved, ...]) -> Outcome:
    if returned is None or outcome.state is State.DUPLICATE:
        return outcome
    return replace(outcome, state=State.ACCEPTED, kept=returned.kept, moved=moved)


def _kept_out(outcome: Outcome, returned: Returned | None, refused: CaseRefused) -> Outcome:
    """Say that the case file would be wrong with the return."""
    if returned is None or outcome.state is State.DUPLICATE:
        return outcome
    why = "the case file would be wrong with it"
    findings = (*outcome.findings, *refused.findings)
    return replace(outcome, state=State.KEPT_OUT, why=why, findings=findings)


@dataclass(slots=True)
class _Desk:
    """Looks at forms for one case; of two alike, the second is a duplicate."""

    case: Data
    base: Ground
    asked: Asked
    content: Content
    today: Moment

    def looked_at(self, forms: Iterable[Reading]) -> Iterator[tuple[Outcome, Returned | None]]:
        """Give what each form is and, where it may be accepted, the entry for the case file."""
        seen: set[str] = set()
        for form in forms:
            try:
                outcome, returned = self._looked_at(form)
            except InputRefused as refused:
                outcome, returned = _refused(form, refused), None
            if form.sha256 in seen and returned is not None:
                outcome, returned = replace(outcome, state=State.DUPLICATE), None
            seen.add(form.sha256)
            yield outcome, returned

    def _looked_at(self, form: Reading) -> tuple[Outcome, Returned | None]:
        if form.unread:
            raise InputRefused(form.unread.what, remedy=form.unread.remedy)
        named = (self.asked.agency, self.asked.form)
        match = matched(form, named, self.case, self.base, self.content)
        outcome = self._begun(match)
        if known := known_already(self.case, form.sha256):
            again = Returned(match, str(known["state"]), str(known["received"]), {})
            before = str(known["received"])
            return replace(outcome, state=State.DUPLICATE, before=before), again
        return self._judged(match, outcome)

    def _begun(self, match: Match) -> Outcome:
        return Outcome(
            file=match.reading.file,
            state=State.READY,
            case=str(self.case["case"]["reference"]),
            agency=match.agency,
            form=match.form.id,
            version=match.version,
            received=self._came(match.reading),
        )

    def _came(self, form: Reading) -> str:
        """Say when a form came: as a person says, as the mail says, or now."""
        moment = self.asked.received or self.today
        if self.asked.received is None and form.came:
            by_mail = parse_moment(form.came)
            moment = min(by_mail, moment, key=_in_order)
        clock = f"T{moment.clock:%H:%M}" if moment.clock else ""
        return f"{moment.day.isoformat()}{clock}"

    def _judged(self, match: Match, outcome: Outcome) -> tuple[Outcome, Returned | None]:
        answers, found = answered(match)
        form = match.form
        if not answers.data and not answers.troubles:
            return replace(outcome, state=State.EMPTY), None
        data, left_out = sound(answers.data, form.schema)
        gone = (_left_out(match, answers.on_paper(steps)) for steps in left_out)
        notes = [*notes_on(match, self.case), *gone]
        nil = data.get("nil_return") == "yes"
        outcome = replace(
            outcome,
            kind="nil_return" if nil else "returned",
            findings=(*found, *notes),
            state=_state((*found, *notes)),
        )
        outcome, same = self._compared(match, outcome, data)
        if same:
            return replace(outcome, state=State.UNCHANGED), None
        waved = outcome.state is State.INCOMPLETE and self.asked.incomplete
        if outcome.state is not State.READY and not waved:
            return outcome, None
        return outcome, Returned(match, outcome.kind, outcome.received, data)

    def _compared(self, match: Match, outcome: Outcome, data: Data) -> tuple[Outcome, bool]:
        """Hold a form against the agency's last one, and say whether nothing differs."""
        earlier = [
            back
            for back in self.case.get("returns", ())
            if back["agency"] == match.agency and back.get("content")
        ]
        if not earlier:
            return outcome, False
        last = max(earlier, key=lambda back: str(back["received"]))
        changes = tuple(changes_between(last["content"], data))
        form = match.form
        places = tuple(in_words(change.steps, form.sheet, form.schema) for change in changes)
        done = replace(outcome, before=str(last["received"]), changes=changes, places=places)
        return done, not changes and not has_errors(outcome.findings)


def _state(findings: Iterable[Finding]) -> State:
    errors = {f.rule for f in findings if f.severity is Severity.ERROR}
    if errors & UNACCEPTABLE:
        return State.CONTRADICTORY
    return State.INCOMPLETE if errors else State.READY


def _left_out(match: Match, steps: tuple[str | int, ...]) -> Finding:
    where = in_words(steps, match.form.sheet, match.form.schema)
    return Finding(
        "left-out",
        f"{where} cannot be taken into the case file as it is; it stands in the form only.",
        severity=Severity.WARNING,
        file=match.reading.file,
    )


def _refused(form: Reading, refused: InputRefused) -> Outcome:
    state = State.UNIDENTIFIED if isinstance(refused, Unidentified) else State.REFUSED
    return Outcome(form.file, state, refused.what, refused.remedy)


def _in_order(moment: Moment) -> tuple[Any, ...]:
    return moment.day, moment.clock is not None, moment.clock or 0
