"""Invented papers to bind, and readers for what is bound."""

from datetime import date
from functools import cache
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from papers.specimen import CONTENT, paper, said
from sgdocs.binding import Cover, Part
from sgdocs.papers import Heading, Paragraph, as_pdf

COVER = Cover(
    title="Papers for the rapid review meeting",
    recipient=("Philippa Ashgrove", "Director", "Example Council"),
    reference="EXM-2026-004",
    marking="OFFICIAL-SENSITIVE",
    made_on=date(2026, 4, 2),
    office="Example Partnership Team",
    contact=("1 Sample Street, ZZ1 1AA", "01632 960001  ·  team@example.org"),
)


@cache
def letter() -> bytes:
    """Set a paper of three pages with a table, a link and headings."""
    return as_pdf(paper(), CONTENT)


@cache
def note() -> bytes:
    """Set a paper of one page, in Welsh."""
    return as_pdf(paper(Heading(1, said("Nodyn")), Paragraph(said("Byr")), language="cy"), CONTENT)


def parts() -> tuple[Part, ...]:
    """Give three papers, two of them the same."""
    return (
        Part("Request for information", letter(), "EXM-2026-004/SCSI-2, version 3"),
        Part("A note", note()),
        Part("The request again", letter()),
    )


@cache
def form() -> bytes:
    """Make a paper with one field to fill in, of the link that the letter has."""
    with pikepdf.open(BytesIO(letter())) as pdf:
        page = next(page for page in pdf.pages if "/Annots" in page)
        field, font = page.Annots[0], page.Resources.Font["/f0"]
        _make_field(pdf, field)
        page.Annots[0] = field
        pdf.Root.AcroForm = Dictionary(
            Fields=Array([field]), DR=Dictionary(Font=Dictionary(F0=font)), DA=String("/F0 9 Tf")
        )
        _tag_field(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(field.StructParent)])
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _make_field(pdf: pikepdf.Pdf, field: pikepdf.Object) -> None:
    left, bottom, right, top = (float(side) for side in field.Rect)
    del field.A
    field.Subtype, field.FT, field.T = Name.Widget, Name.Tx, String("note")
    field.TU, field.DA = String("Your note"), String("0 g /F0 9 Tf")
    look = Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form)
    look.BBox = Array([0, 0, right - left, top - bottom])
    field.AP = Dictionary(N=look)


def _tag_field(tag: pikepdf.Object) -> None:
    """Let a tag hold the field and no words: they go before it."""
    words, field = tag.K
    words.P = tag.P
    tag.P.K = Array([words, tag])
    tag.S, tag.K = Name.Form, Array([field])


def forms() -> tuple[Part, ...]:
    """Give the same form twice, and a letter between."""
    return (Part("For you", form()), Part("A note", note()), Part("For them", form()))
