"""Make the numbers and names within one paper its own, so that papers do not mix when bound."""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, NumberTree, Object, Pdf, Stream, String

__all__ = ["keys_used", "mark_names", "mark_of", "shift_keys"]

_FONT = re.compile(rb"/(?=\S+\s+\S+\s+Tf\b)")


def mark_of(number: int) -> str:
    """Give what is set before the names of a paper."""
    return f"{number}-"


def keys_used(pdf: Pdf) -> int:
    """Say how many keys of the parent tree a paper takes up, gaps included."""
    return 1 + max(NumberTree(pdf.Root.StructTreeRoot.ParentTree), default=-1)


def shift_keys(pdf: Pdf, by: int) -> None:
    """Move each key by which pages and annotations find their tags."""
    for each in _holders(pdf):
        for name in ("/StructParents", "/StructParent"):
            if name in each:
                each[name] = int(each[name]) + by


def mark_names(pdf: Pdf, mark: str) -> None:
    """Set the mark before the names of places, tags, form fields and the fields' fonts."""
    for each in _holders(pdf):
        _mark_places(each, mark)
        _mark_tag(each, mark)
    if "/AcroForm" in pdf.Root:
        _mark_form(pdf, mark)


def _holders(pdf: Pdf) -> Iterator[Object]:
    return (each for each in pdf.objects if isinstance(each, Dictionary | Stream))


def _mark_places(each: Object, mark: str) -> None:
    if isinstance(each.get("/Dest"), String):
        each.Dest = _marked(each.Dest, mark)
    action = each.get("/A")
    if isinstance(action, Dictionary) and isinstance(action.get("/D"), String):
        action.D = _marked(action.D, mark)


def _mark_tag(each: Object, mark: str) -> None:
    """Mark a tag's identity, and those of the header cells that a cell of a table names."""
    if "/S" not in each or "/P" not in each:
        return
    if "/ID" in each:
        each.ID = _marked(each.ID, mark)
    attributes = each.get("/A", Array())
    for held in [attributes] if isinstance(attributes, Dictionary) else list(attributes):
        if isinstance(held, Dictionary) and "/Headers" in held:
            held.Headers = Array([_marked(header, mark) for header in held.Headers])


def _mark_form(pdf: Pdf, mark: str) -> None:
    form = pdf.Root.AcroForm
    for field in form.get("/Fields", Array()):
        field.T = String(mark + str(field.get("/T", "")))
    fonts = form.get("/DR", Dictionary()).get("/Font", Dictionary())
    for name in list(fonts.keys()):
        fonts[f"/{mark}{name[1:]}"] = fonts[name]
        del fonts[name]
    for each in (form, *_holders(pdf)):
        if isinstance(each.get("/DA"), String):
            each.DA = String(_FONT.sub(b"/" + mark.encode(), bytes(each.DA)))


def _marked(name: Object, mark: str) -> String:
    return String(mark.encode() + bytes(name))
