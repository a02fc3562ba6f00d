"""A form that somebody outside fills in to begin a case: blank, for no case yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from sgdocs.artefacts import Addressee
from sgdocs.content import Content
from sgdocs.documents import Document, Maker, Order, Wordings
from sgdocs.forms import FormIdentity
from sgdocs.paperfacts import blank, blank_fields
from sgdocs.papers import Letterhead
from sgdocs.pipeline.grounding import ground
from sgdocs.pipeline.knowing import require_known
from sgdocs.standing import Ground
from sgdocs.storage import write_beside

__all__ = ["Blank", "blank_form", "make_blank"]


@dataclass(frozen=True, slots=True)
class Blank:
    """A form that is asked for: whose, which, of which day, with how many rows in its lists."""

    procedure: str
    form: str
    day: date
    rows: Mapping[str, int] = field(default_factory=dict)


def make_blank(content: Content, asked: Blank, out: Path) -> list[Path]:
    """Write a blank form as Word and PDF into a folder."""
    made, form = blank_form(content, asked), asked.form
    files = {f"{form}_blank.docx": made.word, f"{form}_blank.pdf": made.pdf}
    folder = write_beside(out, files)
    return [folder / name for name in sorted(files)]


def blank_form(content: Content, asked: Blank) -> Document:
    """Make a blank form."""
    procedure, form, day = asked.procedure, asked.form, asked.day
    base = ground(content, procedure)
    forms = {a.id for a in base.artefacts.values() if a.kind == "fillable"}
    wordings = Wordings(content, procedure)
    there = {form for form in forms if wordings.of(base.artefacts[form]).template}
    require_known(form, there, "form in this procedure")
    facts = blank(base, base.book.in_force(day), content, day)
    order = Order(
        artefact=base.artefacts[form],
        to=Addressee("blank", "", "", "", "", "", ()),
        facts=facts,
        letterhead=_letterhead(base),
        day=day,
        marking=base.partnership.settings.marking,
        senders=lambda _role: None,
        fields=partial(blank_fields, content),
        instead=facts["words"]["room_to_write"],
        form=FormIdentity("", form, "", version=1),
        rows=asked.rows,
    )
    return Maker(content, procedure, wordings).form(order)


def _letterhead(base: Ground) -> Letterhead:
    office = base.partnership.office
    return Letterhead(office.name, office.address, office.email, office.phone)
