"""The process that takes the pages of a PDF from outside, within its memory."""

import json
import sys
from collections.abc import Iterator
from io import BytesIO

from pikepdf import Dictionary, Name, Object, Page, PasswordError, Pdf, PikepdfError, Stream

from sgdocs.opening import limits
from sgdocs.opening.limits import DRAWING_BYTES

__all__ = ["main", "take"]

_TEXT = (b"Tj", b"TJ", b"'", b'"')
_DEEPEST = 6
_WRONG = (PikepdfError, ValueError, TypeError, AttributeError, LookupError, RecursionError)
_AGAIN = "Ask for it again."
_PARTS = "Ask for it in parts."


class Untakable(Exception):
    """Why pages cannot be taken, and what to do."""


def main() -> None:
    """Read a PDF, and give what is known of its pages in a line, then the pages."""
    _within_memory()
    told, taken = take(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + taken)


def take(data: bytes) -> tuple[dict[str, object], bytes]:
    """Give the pages as drawings in a plain file, and which hold no text; or why not."""
    try:
        with Pdf.open(BytesIO(data)) as pdf:
            drawings = _drawings(pdf)
            bare = [n for n, drawing in enumerate(drawings) if not _says_something(drawing)]
            return {"bare": bare}, _plain_file(drawings)
    except Untakable as why:
        what, remedy = why.args
    except PasswordError:
        what, remedy = "is locked with a password.", "Ask for it without one."
    except _WRONG:
        what, remedy = "is not a whole PDF.", _AGAIN
    return {"refused": what, "remedy": remedy}, b""


def _drawings(pdf: Pdf) -> list[Object]:
    """Draw each page with what was typed into its fields; its links and programs stay behind."""
    form = pdf.Root.get("/AcroForm", None)
    if isinstance(form, Dictionary) and "/XFA" in form:
        raise Untakable("is a form whose pages are not in it (XFA).", "Print it to PDF first.")
    pages = [page for page, _ in zip(pdf.pages, range(limits.PAGES + 1), strict=False)]
    if not pages:
        raise Untakable("has no pages.", _AGAIN)
    if len(pages) > limits.PAGES:
        raise Untakable(f"has more than {limits.PAGES} pages.", _PARTS)
    pdf.generate_appearance_streams()
    pdf.flatten_annotations("all")
    return [_drawing(page) for page in pages]


def _drawing(page: Page) -> Object:
    drawing = page.as_form_xobject()
    for name in ("/Metadata", "/PieceInfo", "/OPI", "/Ref", "/StructParent", "/StructParents"):
        if name in drawing:
            del drawing[name]
    if sum(len(part.read_bytes()) for part in _parts(drawing, 0)) > DRAWING_BYTES:
        raise Untakable("has a page that is larger than any page of words.", _PARTS)
    return drawing


def _says_something(drawing: Object) -> bool:
    """Say whether any text is printed, here or in a drawing within."""
    return any(any(sign in part.read_bytes() for sign in _TEXT) for part in _parts(drawing, 0))


def _parts(drawing: Object, depth: int) -> Iterator[Object]:
    yield drawing
    shown = drawing.get("/Resources", Dictionary()).get("/XObject", Dictionary())
    for name in list(shown.keys()) if depth < _DEEPEST else ():
        within = shown[name]
        if isinstance(within, Stream) and within.get("/Subtype") == "/Form":
            yield from _parts(within, depth + 1)


def _plain_file(drawings: list[Object]) -> bytes:
    whole = Pdf.new()
    for drawing in drawings:
        whole.add_blank_page(page_size=(100, 100))
        page = whole.pages[-1].obj
        page.Resources = Dictionary(XObject=Dictionary(Page=whole.copy_foreign(drawing)))
        page.Contents = Stream(whole, b"/Page Do")
    whole.Root.PageLayout = Name.SinglePage
    out = BytesIO()
    whole.save(out, deterministic_id=True)
    return out.getvalue()


def _within_memory() -> None:
    """Let the system itself stop what swells; Windows has no such limit, and the time must do."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    most = limits.WORKING_MEMORY + 2 * limits.FILE_BYTES
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, most if hard < 0 else min(most, hard)))


if __name__ == "__main__":
    main()
