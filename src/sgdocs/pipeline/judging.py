"""Look at the forms that came back for one case, and say of each what it is worth."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sgdocs.content import Content
from sgdocs.dates import Moment, parse_moment
from sgdocs.errors import InputRefused
from sgdocs.findings import Finding, Severity, has_errors
from sgdocs.pipeline.accepting import Returned, known_already
from sgdocs.pipeline.matching import Form, Match, answered, form_of, matched, notes_on
from sgdocs.pipeline.outcomes import Asked, Outcome, State, refusal_of
from sgdocs.returns import UNACCEPTABLE, Reading, changes_between, in_words, sound
from sgdocs.standing import Ground

__all__ = ["Desk"]

Data = Mapping[str, Any]


@dataclass(slots=True)
class Desk:
    """Looks at forms for one case; of two alike, the second is a duplicate."""

    case: Data
    base: Ground
    asked: Asked
    content: Content
    today: Moment
    forms: dict[str, Form] = field(default_factory=dict)

    def looked_at(self, forms: Iterable[Reading]) -> Iterator[tuple[Outcome, Returned | None]]:
        """Give what each form is and, where it may be accepted, the entry for the case file."""
        seen: set[str] = set()
        for form in forms:
            try:
                outcome, returned = self._looked_at(form)
            except InputRefused as refused:
                outcome, returned = refusal_of(form, refused), None
            if form.sha256 in seen and returned is not None:
                outcome, returned = replace(outcome, state=State.DUPLICATE), None
            seen.add(form.sha256)
            yield outcome, returned

    def _looked_at(self, form: Reading) -> tuple[Outcome, Returned | None]:
        if form.unread:
            raise InputRefused(form.unread.what, remedy=form.unread.remedy)
        named = (self.asked.agency, self.asked.form)
        match = matched(form, named, self.case, self._form)
        outcome = self._begun(match)
        if known := known_already(self.case, form.sha256):
            again = Returned(match, str(known["state"]), str(known["received"]), {})
            before = str(known["received"])
            return replace(outcome, state=State.DUPLICATE, before=before), again
        return self._judged(match, outcome)

    def _form(self, name: str) -> Form:
        """Give a form by its number; of a hundred alike, the template is looked at once."""
        if name not in self.forms:
            self.forms[name] = form_of(name, self.base, self.content)
        return self.forms[name]

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


def _in_order(moment: Moment) -> tuple[Any, ...]:
    return moment.day, moment.clock is not None, moment.clock or 0
