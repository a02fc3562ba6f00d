"""What keeps a release back: words, channels, questions, signatures, and what comes first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sgdocs.gate import Examined
from sgdocs.pipeline.publishing import Rebuilt, published_on
from sgdocs.publications import Answers, Checklist
from sgdocs.schedule import Role, Row, Status
from sgdocs.standing import Scheduled

__all__ = ["Held", "held_by_gate", "held_by_people", "held_by_words"]

_NOT_NEEDED = (Status.DONE, Status.DONE_LATE, Status.DONE_NO_LIMIT, Status.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Held:
    """One reason why nothing is released: of what kind, and where; never what is said there."""

    kind: str
    where: str
    why: str

    def as_json(self) -> dict[str, str]:
        """Give it as plain data."""
        return {"kind": self.kind, "where": self.where, "why": self.why}


def held_by_words(rebuilt: Rebuilt) -> Iterator[Held]:
    """Give the words that are lacking, and those that somebody has to decide about."""
    for lack in rebuilt.lacking:
        yield Held("words", lack.path, lack.reason)
    for one in rebuilt.open:
        yield Held("flag", one.path, f"somebody has to decide: {one.reason}")


def held_by_gate(examined: tuple[Examined, ...]) -> Iterator[Held]:
    """Give what the gate has found in the finished files."""
    for file in examined:
        for found in file.found:
            place = f"{file.file}: {found.channel}" + (f", {found.place}" if found.place else "")
            fact = f" ({found.fact})" if found.fact else ""
            yield Held("gate", place, f"{found.reason}{fact}")


def held_by_people(found: Scheduled, checklist: Checklist, answers: Answers) -> Iterator[Held]:
    """Give the questions nobody has answered, the steps not signed, and what comes first."""
    yield from _by_questions(checklist, answers)
    yield from _by_sign_off(found, checklist)
    yield from _by_schedule(found)


def _by_questions(checklist: Checklist, answers: Answers) -> Iterator[Held]:
    for question in checklist.questions:
        if why := answers.holds(question):
            yield Held("question", question.id, f"{why}: {question.ask}")


def _by_sign_off(found: Scheduled, checklist: Checklist) -> Iterator[Held]:
    signed = {s["step"]: s["signature"] for s in found.case.get("report.sign_off", ())}
    for step, words in checklist.sign_off.items():
        on = signed.get(step, {}).get("signed_on")
        if on is None or date.fromisoformat(on) > found.as_of.day:
            yield Held("sign-off", f"$.report.sign_off: {step}", f"not signed and dated: {words}")


def _by_schedule(found: Scheduled) -> Iterator[Held]:
    """Check that the day of publication is agreed, and that whoever must see it first has it."""
    day = published_on(found)
    if day is None:
        yield Held("schedule", "publication", "no day of publication is planned")
        return
    for row in found.rows:
        if _comes_first(row) and row.due and row.due <= day:
            who = ", ".join(row.recipients)
            yield Held("schedule", row.step, f"not done yet: {row.title}" + f" ({who})" * bool(who))


def _comes_first(row: Row) -> bool:
    """Say whether a step counts back from publication and has not been taken."""
    binding = row.role is Role.BINDING and row.status not in _NOT_NEEDED
    return binding and row.why.anchor == "publication" and row.actual is None
