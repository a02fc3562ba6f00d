"""Make a PDF a form: the links that were set for its fields become fields to fill in or to sign.

Readers draw what is typed themselves, with the face that is embedded; what is there already is
drawn here. So the form asks no reader to draw everything anew (NeedAppearances), which some answer
by showing nothing until a field is touched, and it has no programs in it (JavaScript).
"""

from collections.abc import Iterable
from io import BytesIO

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf

from sgdocs.forms.boxes import appearance, hidden, meaning, signature, writing
from sgdocs.forms.fields import Field, fields_of
from sgdocs.forms.identity import IDENTITY_FIELD, IDENTITY_PROPERTY, FormIdentity
from sgdocs.forms.lettering import FONT, font_of
from sgdocs.forms.looks import Looks
from sgdocs.forms.places import Place, places
from sgdocs.forms.tree import FieldTree
from sgdocs.papers import Paper, SignatureBox, signature_name

__all__ = ["fillable_pdf"]

_SIGNATURES_THERE = 1


def fillable_pdf(data: bytes, paper: Paper, identity: FormIdentity | None = None) -> bytes:
    """Make the fields of a paper that was set with their places; the same bytes each time."""
    with Pdf.open(BytesIO(data)) as pdf:
        there = list(places(pdf))
        if not there:
            return data
        tree, fields = FieldTree(pdf), fields_of(paper.blocks)
        form = Dictionary()
        if fields:
            letters = pdf.make_indirect(Dictionary(Font=Dictionary({str(FONT): font_of(pdf)})))
            _answers(tree, there, fields, Looks(pdf, letters))
            form = Dictionary(DR=letters, DA=writing())
        if _signatures(tree, there, paper, Looks(pdf)):
            form.SigFlags = _SIGNATURES_THERE
        if identity:
            _identified(tree, identity)
        form.Fields = Array(tree.roots)
        pdf.Root.AcroForm = pdf.make_indirect(form)
        for page in pdf.pages:
            page.obj.Tabs = Name.S
        return _written(pdf)


def _answers(
    tree: FieldTree, there: Iterable[Place], fields: Iterable[Field], looks: Looks
) -> None:
    named = {field.name: field for field in fields}
    for place in there:
        if asked := named.get(place.name):
            told = meaning(asked, place.size) | appearance(asked, place.size, looks)
            tree.put(asked.name, place.as_box(), told)


def _signatures(tree: FieldTree, there: Iterable[Place], paper: Paper, looks: Looks) -> bool:
    boxes = [block for block in paper.blocks if isinstance(block, SignatureBox)]
    roles = {signature_name(number): box.role for number, box in enumerate(boxes)}
    found = [place for place in there if place.name in roles]
    for place in found:
        told = signature(roles[place.name])
        told["/AP"] = Dictionary(N=looks.empty(place.size))
        tree.put(place.name, place.as_box(), told)
    return bool(found)


def _identified(tree: FieldTree, identity: FormIdentity) -> None:
    """Say which form it is, where nobody sees it: twice, as programs rewrite the one or other."""
    pdf, page = tree.pdf, tree.pdf.pages[0].obj
    box = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=[0, 0, 0, 0], P=page)
    )
    if "/Annots" not in page:
        page.Annots = Array()
    page.Annots.append(box)
    tree.put(IDENTITY_FIELD, box, hidden(str(identity)))
    pdf.docinfo[f"/{IDENTITY_PROPERTY}"] = str(identity)


def _written(pdf: Pdf) -> bytes:
    out = BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=False,  # all are packed but the drawings, which are too small to gain
    )
    return out.getvalue()
