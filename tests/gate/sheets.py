"""PDF files made object by object, each with words in one channel only."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

_PLAIN = "A local review of how services worked together."
Change = Callable[[pikepdf.Pdf], None]


def literal(words: str) -> bytes:
    """Write words as a string among drawing commands."""
    packed = words.encode("cp1252")
    for odd in (b"\\", b"(", b")"):
        packed = packed.replace(odd, b"\\" + odd)
    return b"(" + packed + b")"


def shown(words: str, before: bytes = b"", where: bytes = b"72 600") -> bytes:
    """Write the commands that draw words."""
    return b"q BT " + before + b" /F1 12 Tf " + where + b" Td " + literal(words) + b" Tj ET Q\n"


def blank(content: bytes = b"") -> pikepdf.Pdf:
    """Begin a file of two pages with a few words and the commands given."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
        )
    )
    resources = pdf.make_indirect(
        Dictionary(Font=Dictionary(F1=font), XObject=Dictionary(), Properties=Dictionary())
    )
    for words in (shown(_PLAIN, where=b"72 700") + content, shown("Page two of it.")):
        page = pikepdf.Page(
            Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, 595, 842]),
                Resources=resources,
                Contents=pdf.make_stream(words),
            )
        )
        pdf.pages.append(page)
    return pdf


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    """Write the file out."""
    out = BytesIO()
    pdf.save(out, deterministic_id=True, **how)  # type: ignore[arg-type]
    return out.getvalue()


def changed(change: Change, content: bytes = b"") -> bytes:
    """Make a file and change it before it is written out."""
    pdf = blank(content)
    change(pdf)
    return saved(pdf)


def add(pdf: pikepdf.Pdf, kind: str, name: str, value: pikepdf.Object) -> None:
    """Put something among the first page's resources."""
    pdf.pages[0].obj.Resources[f"/{kind}"][f"/{name}"] = value


def form(pdf: pikepdf.Pdf, words: str, **more: object) -> Stream:
    """Make a drawing that is called by name."""
    stream = pdf.make_stream(shown(words))
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox = Array([0, 0, 595, 842])
    stream.Resources = pdf.pages[0].obj.Resources
    for key, value in more.items():
        stream[f"/{key}"] = value
    return stream


def note(pdf: pikepdf.Pdf, subtype: str, **more: object) -> pikepdf.Object:
    """Put a note on the first page."""
    annotation = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array([72, 500, 200, 520]), **more
        )
    )
    page = pdf.pages[0].obj
    page.Annots = Array([*page.get("/Annots", ()), annotation])
    return annotation


def text(words: str) -> String:
    """Give words as a value."""
    return String(words)
