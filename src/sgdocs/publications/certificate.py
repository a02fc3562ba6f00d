"""The certificate of a release: which files, who answered what, who signed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sgdocs.content import Content
from sgdocs.dates import words
from sgdocs.papers import Block, Fields, Heading, Letterhead, Paper, Paragraph, Run, Table, as_pdf
from sgdocs.publications.answers import Answers
from sgdocs.publications.checklist import Checklist
from sgdocs.publications.making import as_json

__all__ = ["Certificate", "certificate"]

_FORMAT = 1
_SAID = {"yes": "Yes", "no": "No", "not_applicable": "Does not arise"}


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate attests."""

    reference: str
    day: date
    contents: str
    files: Mapping[str, str]
    """The fingerprint of each file, by its name."""
    pictures: Sequence[str]
    sign_off: Sequence[Mapping[str, Any]]
    answers: Answers
    checklist: Checklist

    @property
    def signature(self) -> Mapping[str, Any]:
        """Give the signature for these very files."""
        return self.answers.signed(self.contents) or {}


def certificate(
    about: Certificate, letterhead: Letterhead, marking: str, content: Content
) -> dict[str, bytes]:
    """Write the certificate as PDF and as JSON."""
    paper = Paper(
        title=about.checklist.certificate["title"],
        reference=about.reference,
        document_id=f"{about.reference}/RELEASE",
        version="1",
        date=about.day,
        marking=marking,
        letterhead=letterhead,
        blocks=tuple(_blocks(about)),
        kind="record",
    )
    data = {
        "format": _FORMAT,
        "case": about.reference,
        "released_on": about.day.isoformat(),
        "contents": about.contents,
        "files": dict(about.files),
        "pictures": [dict(about.answers.pictures[p]) for p in about.pictures],
        "sign_off": [dict(step) for step in about.sign_off],
        "answers": [dict(about.answers.given[name]) for name in about.checklist.names],
        "signature": dict(about.signature),
        "statement": about.checklist.certificate["statement"],
    }
    return {"certificate.json": as_json(data), "certificate.pdf": as_pdf(paper, content)}


def _blocks(about: Certificate) -> Iterator[Block]:
    signed = about.signature
    yield Heading(1, _cell(about.checklist.certificate["title"]))
    yield Paragraph(_cell(about.checklist.certificate["statement"]))
    yield Fields(
        (
            ("Case", _cell(about.reference)),
            ("Released on", _cell(words(about.day))),
            ("Signed by", _cell(f"{signed['by']}, {signed['role']}")),
            ("Signed on", _cell(_day(signed["on"]))),
            ("All files together", _cell(about.contents)),
        )
    )
    yield Heading(2, _cell("The files"))
    files = tuple((_cell(name), _cell(value)) for name, value in sorted(about.files.items()))
    yield Table((_cell("File"), _cell("SHA-256 fingerprint")), files, widths=(2, 5))
    yield Heading(2, _cell("Signed off"))
    yield Table(
        (_cell("Step"), _cell("By"), _cell("On")),
        tuple(_step(step, about.checklist) for step in about.sign_off),
        widths=(5, 4, 2),
    )
    yield Heading(2, _cell("The questions"))
    yield Table(
        (_cell("Question"), _cell("Answer"), _cell("By"), _cell("On")),
        tuple(_answers(about)),
        widths=(6, 2, 3, 2),
    )


def _answers(about: Certificate) -> Iterator[tuple[tuple[Run, ...], ...]]:
    for question in about.checklist.questions:
        given = about.answers.given[question.id]
        said = _SAID[given["answer"]]
        yield _cell(question.ask), _cell(said), _cell(given["by"]), _cell(_day(given["on"]))


def _step(step: Mapping[str, Any], checklist: Checklist) -> tuple[tuple[Run, ...], ...]:
    signed = step["signature"]
    who = ", ".join(filter(None, (signed["name"], signed.get("role"))))
    on = _day(signed["signed_on"]) if "signed_on" in signed else ""
    return _cell(checklist.sign_off[step["step"]]), _cell(who), _cell(on)


def _day(written: str) -> str:
    return words(date.fromisoformat(written))


def _cell(text: str) -> tuple[Run, ...]:
    return (Run(text),)
