"""A form that somebody outside fills in to begin a case: blank, for no case yet."""

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

__all__ = ["blank_form", "make_blank"]


def make_blank(content: Content, procedure: str, form: str, day: date, out: Path) -> list[Path]:
    """Write a blank form as Word and PDF into a folder."""
    made = blank_form(content, procedure, form, day)
    files = {f"{form}_blank.docx": made.word, f"{form}_blank.pdf": made.pdf}
    folder = write_beside(out, files)
    return [folder / name for name in sorted(files)]


def blank_form(content: Content, procedure: str, form: str, day: date) -> Document:
    """Make a blank form."""
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
    )
    return Maker(content, procedure, wordings).form(order)


def _letterhead(base: Ground) -> Letterhead:
    office = base.partnership.office
    return Letterhead(office.name, office.address, office.email, office.phone)
