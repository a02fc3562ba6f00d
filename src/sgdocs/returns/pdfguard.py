"""What a PDF form never holds: programs, other files, and anything done by itself when opened."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object, Pdf

from sgdocs.errors import InputRefused
from sgdocs.opening import limits

__all__ = ["misleading", "require_harmless", "require_still"]

_JAVASCRIPT = "it holds a program (JavaScript)"
_WITHIN = "another file is packed into it"
_XFA = "it is a form of another kind (XFA), whose answers other programs cannot see"
_ACTS = "it starts something or goes elsewhere by itself"
_ANNOTATIONS = frozenset({"/Widget", "/Link", "/Text", "/FreeText", "/Highlight", "/Underline"}) | {
    *("/Popup", "/Ink", "/StrikeOut", "/Squiggly", "/Stamp", "/Line", "/Square", "/Circle"),
    *("/Polygon", "/PolyLine", "/Caret"),
}
_LINKS = ("http://", "https://", "mailto:", "tel:")
_MOVES = frozenset({"/GoTo", "/Named"})


def require_harmless(pdf: Pdf, where: str) -> None:
    """Refuse a PDF that does more than hold words and pictures."""
    root = pdf.Root
    form = root.get("/AcroForm", None)
    if isinstance(form, Dictionary) and "/XFA" in form:
        raise _refused(_XFA, where)
    names = root.get("/Names", None)
    if isinstance(names, Dictionary) and "/JavaScript" in names:
        raise _refused(_JAVASCRIPT, where)
    attached = isinstance(names, Dictionary) and "/EmbeddedFiles" in names
    if attached or "/Collection" in root or "/AF" in root:
        raise _refused(_WITHIN, where)
    require_still(root, where)
    for page in _pages(pdf, where):
        require_still(page, where)
        for note in _annotations(page, where):
            _require_known(note, where)


def _pages(pdf: Pdf, where: str) -> Iterator[Object]:
    for number, page in enumerate(pdf.pages):
        if number >= limits.PAGES:
            raise InputRefused(
                f"this PDF has more than {limits.PAGES} pages.",
                where=where,
                remedy="Ask for the form by itself.",
            )
        _require_sized(page.obj, where)
        yield page.obj


def _require_sized(page: Object, where: str) -> None:
    """Follow a page up to the root, and refuse one that no printer has paper for."""
    unit = float(page.get("/UserUnit", 1))
    above: Object | None = page
    for _ in range(limits.PDF_NESTING):
        if not isinstance(above, Dictionary):
            return
        box = above.get("/MediaBox", None)
        sides = [abs(float(s)) * unit for s in box] if isinstance(box, Array) else []
        if max(sides, default=0) > limits.PDF_SIDE:
            raise misleading("a page of it is larger than any paper", where)
        above = above.get("/Parent", None)
    raise misleading("its pages lead back to one another", where)


def misleading(why: str, where: str) -> InputRefused:
    """Refuse a file that is not what it seems."""
    return InputRefused(
        f"this PDF is built to mislead: {why}.",
        where=where,
        remedy="Ask the agency to fill in the form that you sent.",
    )


def _annotations(page: Object, where: str) -> Iterator[Object]:
    notes = page.get("/Annots", None)
    for number, note in enumerate(notes if isinstance(notes, Array) else ()):
        if number >= limits.FIELDS:
            raise InputRefused("this PDF holds too many fields.", where=where)
        if isinstance(note, Dictionary):
            yield note


def _require_known(note: Object, where: str) -> None:
    kind = str(note.get("/Subtype", ""))
    if kind not in _ANNOTATIONS:
        raise _refused(_WITHIN if "File" in kind else _ACTS, where)
    require_still(note, where, linking=kind == "/Link")


def require_still(holder: Object, where: str, *, linking: bool = False) -> None:
    """Refuse what happens by itself; a link that a person clicks on may lead to a page."""
    for action in _actions(holder):
        kind = str(action.get("/S", ""))
        if "/JS" in action or kind in ("/JavaScript", "/Rendition"):
            raise _refused(_JAVASCRIPT, where)
        address = str(action.get("/URI", "")).strip().lower()
        if kind == "/URI" and linking and address.startswith(_LINKS):
            continue
        if kind not in _MOVES or "/Next" in action:
            raise _refused(_ACTS, where)


def _actions(holder: Object) -> Iterator[Object]:
    for name in ("/OpenAction", "/A", "/PA"):
        action = holder.get(name, None)
        if isinstance(action, Dictionary):
            yield action
    when = holder.get("/AA", None)
    for action in dict(when.items()).values() if isinstance(when, Dictionary) else ():
        if isinstance(action, Dictionary):
            yield action


def _refused(why: str, where: str) -> InputRefused:
    return InputRefused(
        f"this form was not opened: {why}.",
        where=where,
        remedy="Forms hold words only. Ask the agency, by telephone, whether it sent this, and to "
        "fill in the form that you sent.",
    )
