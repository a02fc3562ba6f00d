"""Make the papers of Darlington, BCP and North Yorkshire from the example cases."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import yaml
from lxml import etree

from artefacts.asking import standing
from sgdocs.artefacts import Addressee, Asked, Wanted, select
from sgdocs.documents import Document, Maker, Order, Wordings
from sgdocs.paperfacts import Occasion, fields, gather
from sgdocs.papers import Letterhead
from sgdocs.standing import Scheduled

__all__ = ["PAPERS", "Asking", "PaperOf", "make", "said", "words_of"]

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class PaperOf:
    """A paper with the day of an example on which it is made, and what it must print."""

    paper: str
    template: str
    example: str
    day: str
    step: str
    prints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """Which paper of which step is made on a day, for whom."""

    paper: str
    template: str
    example: str
    day: str
    step: str
    role: str = ""


def _papers() -> tuple[PaperOf, ...]:
    listed = yaml.safe_load((Path(__file__).parent / "papers.yaml").read_text(encoding="utf-8"))
    return tuple(PaperOf(**{**one, "prints": tuple(one["prints"])}) for one in listed)


PAPERS = _papers()


@cache
def _standing(example: str, day: str, edit: Callable[[str], str]) -> Scheduled:
    return standing(example, day, edit)


def make(asked: Asking | PaperOf, edit: Callable[[str], str] = str) -> Document:
    """Make one paper on its day for the first person it goes to, the case's text changed first."""
    found = _standing(asked.example, asked.day, edit)
    wanted, to = _wanted(found, asked)
    maker = Maker(
        found.content, found.case.procedure, Wordings(found.content, found.case.procedure)
    )
    document = maker.form(_order(found, wanted, to))
    assert document.wording == f"templates/{asked.template}.docx"
    return document


def _wanted(found: Scheduled, asked: Asking | PaperOf) -> tuple[Wanted, Addressee]:
    role = getattr(asked, "role", "")
    for one in select(found, Asked(only=asked.paper, again=True)):
        for to in one.to:
            if one.row and one.row.step == asked.step and role in ("", to.role):
                return one, to
    raise LookupError(f"{asked.paper} is not called for")


def _order(found: Scheduled, wanted: Wanted, to: Addressee) -> Order:
    office = found.ground.partnership.office
    occasion = Occasion(wanted.artefact, wanted.row, to, found.rows, wanted.day)
    return Order(
        artefact=wanted.artefact,
        to=to,
        facts=gather(found, occasion),
        letterhead=Letterhead(office.name, office.address, office.email, office.phone),
        day=wanted.day,
        marking=wanted.artefact.marking or found.marking,
        senders=lambda _role: None,
        fields=partial(fields, found, occasion),
    )


def words_of(word: bytes) -> str:
    """Give the words of a Word file's body, in order."""
    with ZipFile(BytesIO(word)) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
    paragraphs = ("".join(p.itertext(f"{_WORD}t")) for p in body.iter(f"{_WORD}p"))
    return "\n".join(paragraphs)


def said(text: str, phrases: tuple[str, ...]) -> list[str]:
    """Give the phrases that do not follow one another in the text."""
    at, lacking = 0, []
    for phrase in phrases:
        place = text.find(phrase, at)
        if place < 0:
            lacking.append(phrase)
        else:
            at = place + len(phrase)
    return lacking
