"""Release a review's papers: rebuilt, masked, answered for, signed and examined, or not at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from sgdocs.dates import Moment
from sgdocs.gate import Examined, examine, needles, public_of
from sgdocs.ledger import Entry, Kind
from sgdocs.pipeline.casebooks import Casebook, casebook
from sgdocs.pipeline.entering import enter, sound_lines
from sgdocs.pipeline.keptback import Held, held_by_gate, held_by_people, held_by_words
from sgdocs.pipeline.publishing import Rebuilt, letterhead, published_on, rebuild
from sgdocs.pipeline.recording import record
from sgdocs.publications import (
    Answers,
    Certificate,
    Checklist,
    certificate,
    load_checklist,
    read_answers,
)
from sgdocs.standing import Scheduled
from sgdocs.storage import write_beside

__all__ = ["Release", "Weighed", "release", "weigh"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The papers as they would go out, and everything that keeps them back."""

    rebuilt: Rebuilt
    examined: tuple[Examined, ...]
    answers: Answers
    checklist: Checklist
    held: tuple[Held, ...]

    @property
    def contents(self) -> str:
        """Give one fingerprint of all files together."""
        lines = (f"{e.file} {e.sha256}\n" for e in sorted(self.examined, key=lambda e: e.file))
        return sha256("".join(lines).encode()).hexdigest()

    @property
    def pictures(self) -> tuple[str, ...]:
        """Give the fingerprints of all pictures, each once."""
        return tuple(dict.fromkeys(p.sha256 for e in self.examined for p in e.pictures))

    @property
    def to_sign(self) -> bool:
        """Say whether only a signature is missing."""
        return all(h.kind == "signature" for h in self.held)


@dataclass(frozen=True, slots=True)
class Release:
    """What was released where; no folder where something kept it back."""

    folder: Path | None
    weighed: Weighed
    recorded: bool = False
    """Whether the publication was entered in the case file."""


def weigh(found: Scheduled, path: Path, key_file: Path | None = None) -> Weighed:
    """Make the papers, examine them, and gather everything that keeps them back."""
    checklist = load_checklist(found.content)
    answers = read_answers(path, checklist, found.content)
    rebuilt = rebuild(found, path, checklist, key_file)
    examined = _examined(found, rebuilt, answers)
    first = Weighed(rebuilt, examined, answers, checklist, ())
    held = (
        *held_by_words(rebuilt),
        *held_by_gate(examined),
        *held_by_people(found, checklist, answers),
        *_of_signature(first),
    )
    return Weighed(rebuilt, examined, answers, checklist, held)


def release(
    found: Scheduled, path: Path, out: Path, now: Moment, key_file: Path | None = None
) -> Release:
    """Release the papers where nothing keeps them back; else write nothing at all."""
    weighed = weigh(found, path, key_file)
    if weighed.held:
        return Release(None, weighed)
    folder = write_beside(out, _files(found, weighed, now.day))
    _enter(found, path, weighed, folder, now)
    return Release(folder, weighed, _recorded(found, path, weighed, now))


def _examined(found: Scheduled, rebuilt: Rebuilt, answers: Answers) -> tuple[Examined, ...]:
    partnership = found.ground.partnership
    office = partnership.office
    public = (partnership.name, office.name, *office.address, office.email, office.phone)
    wanted = needles(found.case.data, public_of(found.case.data, public))
    return tuple(
        examine(name, data, wanted, answers.pictures.keys()) for name, data in rebuilt.files.items()
    )


def _of_signature(weighed: Weighed) -> Iterator[Held]:
    if weighed.examined and weighed.answers.signed(weighed.contents) is None:
        yield Held("signature", weighed.contents, "nobody has signed for these very files")


def _files(found: Scheduled, weighed: Weighed, day: date) -> dict[str, bytes]:
    about = Certificate(
        reference=found.case.reference,
        day=day,
        contents=weighed.contents,
        files={e.file: e.sha256 for e in weighed.examined},
        pictures=weighed.pictures,
        sign_off=_signed_steps(found, weighed.checklist),
        answers=weighed.answers,
        checklist=weighed.checklist,
    )
    proof = certificate(about, letterhead(found), found.marking, found.content)
    publish = {f"publish/{name}": data for name, data in weighed.rebuilt.files.items()}
    return publish | {f"keep/{name}": data for name, data in proof.items()}


def _signed_steps(found: Scheduled, checklist: Checklist) -> tuple[Mapping[str, Any], ...]:
    signed = {s["step"]: s for s in found.case.get("report.sign_off", ())}
    return tuple(signed[step] for step in checklist.sign_off)


def _enter(found: Scheduled, path: Path, weighed: Weighed, folder: Path, now: Moment) -> None:
    """Enter the release in the case's ledger, unless a run that stopped has done so."""
    book = casebook(path, found.case.reference, found.content)
    signed = weighed.answers.signed(weighed.contents) or {}
    if book is not None:
        about = {
            "folder": book.named(folder),
            "contents": weighed.contents,
            "files": {e.file: e.sha256 for e in weighed.examined},
        }
        if not any(e.kind is Kind.RELEASED and e.about == about for e in _entered(book)):
            enter(book, Entry(Kind.RELEASED, now, str(signed.get("by", "")), about))


def _entered(book: Casebook) -> Iterator[Entry]:
    return (line.entry for line in sound_lines(book))


def _recorded(found: Scheduled, path: Path, weighed: Weighed, now: Moment) -> bool:
    """Record the publication in the case file, if its day has come and nobody has yet."""
    event, day = found.facts.events.get("publication"), published_on(found)
    if day is None or day > now.day or (event and event.actual):
        return False
    signed = weighed.answers.signed(weighed.contents) or {}
    entry = {"event": "publication", "actual": now.day.isoformat()}
    by = {"recorded_by": signed["by"]} if signed else {}
    record(path, "events", {**entry, **by}, found.content, now)
    return True
