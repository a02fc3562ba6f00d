"""Join the form fields of the papers, so that each copy can be filled in by itself."""

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Object

from sgdocs.binding.opening import Source

__all__ = ["join_forms"]


def join_forms(sources: Sequence[Source]) -> Dictionary | None:
    """Give one form with the fields of all papers, or none; their names are marked already."""
    forms = [source.root.AcroForm for source in sources if "/AcroForm" in source.root]
    if not forms:
        return None
    fonts = Dictionary()
    for form in forms:
        fonts.update(_fonts(form))
    fields = Array([field for form in forms for field in form.get("/Fields", Array())])
    joined = Dictionary(Fields=fields, DR=Dictionary(Font=fonts))
    if signed := any(int(form.get("/SigFlags", 0)) for form in forms):
        joined.SigFlags = int(signed)
    return joined


def _fonts(form: Object) -> dict[str, Object]:
    fonts = form.get("/DR", Dictionary()).get("/Font", Dictionary())
    return {name: fonts[name] for name in fonts.keys()}  # noqa: SIM118 - not a dict
