"""PDF files as agencies send them: wide, turned, scanned, locked, broken, and worse."""

import zlib
from io import BytesIO

import pikepdf
from reportlab.pdfgen.canvas import Canvas

__all__ = [
    "broken",
    "doing_things",
    "filled_form",
    "locked",
    "scanned",
    "sent",
    "swelling",
    "turned",
]

_UPRIGHT, _ACROSS = (595, 842), (842, 595)


def sent(*pages: str) -> bytes:
    """Make a file with a page for each text; one that begins with a dash lies across."""
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    for text in pages:
        canvas.setPageSize(_ACROSS if text.startswith("-") else _UPRIGHT)
        canvas.drawString(72, 400, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def turned(text: str) -> bytes:
    """Make a page that is to be turned before it is read."""
    with pikepdf.open(BytesIO(sent(text))) as pdf:
        pdf.pages[0].Rotate = 90
        return _saved(pdf)


def scanned() -> bytes:
    """Make a page that is a picture alone."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=_UPRIGHT, invariant=1)
    canvas.rect(100, 100, 200, 200, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def locked() -> bytes:
    """Lock a file with a password."""
    with pikepdf.open(BytesIO(sent("Secret"))) as pdf:
        out = BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(user="a", owner="b", R=6))
        return out.getvalue()


def broken() -> bytes:
    """Cut a file off in its middle."""
    return sent("Words")[:300]


def doing_things() -> bytes:
    """Make a file that starts a program and carries another file."""
    with pikepdf.open(BytesIO(sent("Harmless words"))) as pdf:
        act = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.Root.OpenAction = act
        pdf.attachments["hidden.exe"] = pikepdf.AttachedFileSpec(pdf, b"MZ")
        pdf.pages[0].Annots = pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=act
                )
            ]
        )
        return _saved(pdf)


def filled_form() -> bytes:
    """Make a form that somebody filled in."""
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.acroForm.textfield(name="answer", value="Typed answer", x=72, y=400, width=300)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def swelling() -> bytes:
    """Make a page that unpacks to what no memory holds."""
    with pikepdf.open(BytesIO(sent("Words"))) as pdf:
        packed = zlib.compress(b"q Q " * 20_000_000, 9)
        page = pikepdf.Stream(pdf, packed)
        page.Filter = pikepdf.Name.FlateDecode
        pdf.pages[0].Contents = pikepdf.Array([pdf.make_indirect(page)] * 40)
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()
