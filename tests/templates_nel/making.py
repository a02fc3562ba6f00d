"""Make a paper of an example case from its Word template, as a pack does."""

from functools import cache, partial

from artefacts.asking import standing
from sgdocs.artefacts import Asked, Wanted, select
from sgdocs.content import Content
from sgdocs.documents import Document, Maker, Order, Wordings
from sgdocs.paperfacts import Occasion, fields, figures, gather
from sgdocs.papers import Letterhead, Paper, as_text
from sgdocs.standing import Scheduled

__all__ = ["CONTENT", "document", "kept", "paper", "person_names", "text"]

CONTENT = Content()


@cache
def _standing(example: str, day: str) -> Scheduled:
    return standing(example, day)


@cache
def document(
    example: str, day: str, artefact: str, about: str = "", *, draft: bool = False
) -> Document:
    """Make one paper of one case for the first person it is for."""
    found = _standing(example, day)
    every = [w for w in select(found, Asked(only=artefact)) if _fits(w, about)]
    return _made(found, min(every, key=lambda w: bool(w.reason)), draft=draft)


def kept(example: str, day: str, artefact: str, about: str) -> str:
    """Make the record copy of what an agency returned, and give its words."""
    found = _standing(example, day)
    every = [w for w in select(found, Asked(only=artefact)) if _fits(w, about)]
    copy = _made(found, next(w for w in every if w.to[0].key == "file"), draft=False).paper
    assert copy is not None
    return as_text(copy)


def paper(example: str, day: str, artefact: str, about: str = "", *, draft: bool = False) -> Paper:
    """Make one paper and give its blocks."""
    made = document(example, day, artefact, about, draft=draft).paper
    assert made is not None
    return made


def text(example: str, day: str, artefact: str, about: str = "", *, draft: bool = False) -> str:
    """Make one paper and give its words."""
    return as_text(paper(example, day, artefact, about, draft=draft))


def person_names(example: str, day: str, group: str) -> set[str]:
    """Give every part of every name that a group of people in a case has."""
    parts: set[str] = set()
    for person in _standing(example, day).case.each(group):
        name = person["name"]
        parts |= {name["full"], *name.get("aliases", ())}
        parts |= {name[key] for key in ("given", "family", "known_as") if key in name}
    return parts


def _fits(wanted: Wanted, about: str) -> bool:
    return bool(wanted.to) and (not about or wanted.instance == about)


def _made(found: Scheduled, one: Wanted, *, draft: bool) -> Document:
    office = found.ground.partnership.office
    occasion = Occasion(one.artefact, one.row, one.to[0], found.rows, one.day)
    order = Order(
        artefact=one.artefact,
        to=one.to[0],
        facts=gather(found, occasion),
        letterhead=Letterhead(office.name, office.address, office.email, office.phone),
        day=one.day,
        marking=one.artefact.marking or found.marking,
        senders=lambda _role: None,
        fields=partial(fields, found, occasion),
        figures=partial(figures, found, occasion),
        draft=draft,
        instead="[to be completed]" if draft else "",
    )
    procedure = found.case.procedure
    return Maker(CONTENT, procedure, Wordings(CONTENT, procedure)).form(order)
