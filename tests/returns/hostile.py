"""Files built to do harm, small to keep and large to open, each with what must be said of it."""

import warnings
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from papers.specimen import part
from returns.making import blank, with_parts

__all__ = ["HOSTILE", "PDF_TRICKS", "WORD_TRICKS"]

BODY, RELS = "word/document.xml", "word/_rels/document.xml.rels"
_LINK = (
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{kind}" Target="{target}"{mode}/></Relationships>'
)
_OUTSIDE = ' TargetMode="External"'


def word() -> bytes:
    """Give the form that these are made of."""
    return blank("SCSI-5").word


def linked(kind: str, target: str, mode: str = _OUTSIDE) -> bytes:
    rels = part(word(), RELS)
    link = _LINK.format(kind=kind, target=target, mode=mode)
    return with_parts(word(), {RELS: rels.replace("</Relationships>", link)})


def body(before: str, after: str) -> bytes:
    text = part(word(), BODY)
    assert before in text
    return with_parts(word(), {BODY: text.replace(before, after, 1)})


def macros() -> bytes:
    types = (
        part(word(), "[Content_Types].xml")
        .replace("wordprocessingml.document.main", "wordprocessingml.document.macroEnabled.main")
        .replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.macroEnabled.main",
            "application/vnd.ms-word.document.macroEnabled.main",
        )
    )
    return with_parts(word(), {"[Content_Types].xml": types})


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    text = part(word(), BODY)
    start = text.index("<w:document")
    return with_parts(
        word(),
        {
            BODY: f'<!DOCTYPE x [<!ENTITY l0 "ha">{entities}]>'
            + text[start:].replace("<w:body>", "<w:body><w:p><w:r><w:t>&l11;</w:t></w:r></w:p>", 1)
        },
    )


def deep() -> bytes:
    return body("<w:body>", "<w:body>" + "<w:sdt><w:sdtContent>" * 3000)


def many_fields() -> bytes:
    control = (
        '<w:sdt><w:sdtPr><w:tag w:val="facts"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>x'
        "</w:t></w:r></w:sdtContent></w:sdt>"
    )
    return body("<w:body>", "<w:body><w:p>" + control * 40_000 + "</w:p>")


def gigantic() -> bytes:
    words = "".join(f"<w:r><w:t>{'word ' * 50_000}</w:t></w:r>" for _ in range(10))
    return body(
        "<w:body>",
        (
            '<w:body><w:p><w:sdt><w:sdtPr><w:tag w:val="facts"/><w:text/></w:sdtPr><w:sdtContent>'
            f"{words}</w:sdtContent></w:sdt></w:p>"
        ),
    )


def swelling() -> bytes:
    return with_parts(word(), {"word/media/x.xml": b" " * 50_000_000})


def traversal() -> bytes:
    out = BytesIO(word())
    with ZipFile(out, "a", ZIP_DEFLATED) as archive:
        archive.writestr("../../evil.xml", "<a/>")
    return out.getvalue()


WORD_TRICKS: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "macros in the body": (macros, "program (macros)"),
    "macros in a part": (
        partial(lambda: with_parts(word(), {"word/vbaProject.bin": b"x"})),
        "program (macros)",
    ),
    "ActiveX": (
        lambda: with_parts(word(), {"word/activeX/activeX1.xml": b"<a/>"}),
        "program (macros)",
    ),
    "a packed file": (
        lambda: with_parts(word(), {"word/embeddings/oleObject1.bin": b"x"}),
        "packed into it",
    ),
    "a packed workbook": (
        lambda: with_parts(word(), {"word/embeddings/x.xlsx": b"x"}),
        "packed into it",
    ),
    "a link to a packed file": (
        partial(linked, "oleObject", "media/image1.png", ""),
        "packed into it",
    ),
    "a chunk of another file": (partial(linked, "aFChunk", "x.xml", ""), "packed into it"),
    "a template from elsewhere": (
        partial(linked, "attachedTemplate", "https://example.org/x.dotm"),
        "from elsewhere",
    ),
    "a picture from elsewhere": (
        partial(linked, "image", "https://example.org/x.png"),
        "from elsewhere",
    ),
    "a link to a file": (partial(linked, "hyperlink", "file:///etc/passwd"), "from elsewhere"),
    "a field that fetches": (
        lambda: body(
            "<w:body>", "<w:body><w:p><w:r><w:instrText>DDEAUTO c cmd</w:instrText></w:r></w:p>"
        ),
        "from elsewhere",
    ),
    "entities": (laughs, "not a whole Word file"),
    "depth": (deep, "not a whole Word file"),
    "fields without number": (many_fields, "more in this form than any form holds"),
    "an answer without end": (gigantic, "more in this form than any form holds"),
    "a swelling part": (swelling, "would swell"),
    "a name that leads elsewhere": (traversal, "built to mislead"),
    "a torn file": (lambda: word()[:-500], "not a whole"),
    "no body": (lambda: with_parts(word(), {BODY: b"<a/>"}), "not a whole"),
}


def pdf(edit: Callable[[Pdf], None]) -> bytes:
    out = BytesIO()
    with Pdf.open(BytesIO(blank("SCSI-5").pdf)) as opened:
        edit(opened)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # pikepdf finds some of it odd, too
            opened.save(out)
    return out.getvalue()


def on_open(**about: object) -> bytes:
    return pdf(lambda opened: opened.Root.__setattr__("OpenAction", Dictionary(**about)))


def on_page(**about: object) -> bytes:
    def edit(opened: Pdf) -> None:
        opened.pages[0].obj.AA = Dictionary(O=Dictionary(**about))

    return pdf(edit)


def on_first_page(**about: object) -> bytes:
    def edit(opened: Pdf) -> None:
        for name, value in about.items():
            opened.pages[0].obj[f"/{name}"] = value

    return pdf(edit)


def page_above_itself() -> bytes:
    def edit(opened: Pdf) -> None:
        opened.pages[0].obj.Parent = opened.pages[0].obj

    return pdf(edit)


def zip_too() -> bytes:
    return blank("SCSI-5").pdf + word()


def in_field(**about: object) -> bytes:
    def edit(opened: Pdf) -> None:
        opened.pages[0].Annots[0].AA = Dictionary(K=Dictionary(**about))

    return pdf(edit)


def note(**about: object) -> bytes:
    def edit(opened: Pdf) -> None:
        made = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **about)
        opened.pages[0].Annots.append(opened.make_indirect(made))

    return pdf(edit)


def attached() -> bytes:
    def edit(opened: Pdf) -> None:
        opened.attachments["x.exe"] = b"MZ"

    return pdf(edit)


def xfa() -> bytes:
    def edit(opened: Pdf) -> None:
        opened.Root.AcroForm.XFA = Stream(opened, b"<xdp/>")

    return pdf(edit)


def cycle() -> bytes:
    def edit(opened: Pdf) -> None:
        one = opened.make_indirect(Dictionary(T=String("a")))
        two = opened.make_indirect(Dictionary(T=String("b"), Kids=Array([one])))
        one.Kids = Array([two])
        opened.Root.AcroForm.Fields.append(one)

    return pdf(edit)


def tower() -> bytes:
    def edit(opened: Pdf) -> None:
        below = opened.make_indirect(Dictionary(T=String("x"), FT=Name.Tx))
        for _ in range(60):
            below = opened.make_indirect(Dictionary(T=String("x"), Kids=Array([below])))
        opened.Root.AcroForm.Fields.append(below)

    return pdf(edit)


def pages_in_a_ring() -> bytes:
    def edit(opened: Pdf) -> None:
        opened.Root.Pages.Kids.append(opened.Root.Pages)

    return pdf(edit)


def endless_answer() -> bytes:
    def edit(opened: Pdf) -> None:
        made = Dictionary(T=String("facts"), FT=Name.Tx, V=String("word " * 500_000))
        opened.Root.AcroForm.Fields.append(opened.make_indirect(made))

    return pdf(edit)


def endless_fields() -> bytes:
    numbers = b" ".join([b"9 0 R"] * 200_000)
    return _bare(b"<</Fields[" + numbers + b"]>>")


def nested() -> bytes:
    return _bare(b"<</Fields " + b"[" * 200_000 + b"]" * 200_000 + b">>")


def bomb() -> bytes:
    """Make a stream of objects that unpacks to a hundred megabytes."""
    packer, packed = zlib.compressobj(9), []
    for _ in range(100):
        packed.append(packer.compress(b"[" * 1_000_000))
    stream = b"".join([*packed, packer.flush()])
    head = b"<</Type/ObjStm/N 9/First 60/Filter/FlateDecode/Length %d>>" % len(stream)
    return _bare(b"3 0 R", b"4 0 obj" + head + b"stream\n" + stream + b"\nendstream endobj\n")


def tables() -> bytes:
    """Make a cross-reference stream that speaks of thirty million objects."""
    packed = zlib.compress(b"\x01" * 30_000_000, 9)
    head = b"<</Type/XRef/Size 99999999/W[1 0 0]/Root 1 0 R/Filter/FlateDecode/Length %d>>"
    start = b"%PDF-1.7\n"
    body = b"7 0 obj" + head % len(packed) + b"stream\n" + packed + b"\nendstream endobj\n"
    return start + body + b"startxref\n%d\n%%%%EOF" % len(start)


def _bare(form: bytes, more: bytes = b"") -> bytes:
    root = b"1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm " + form + b">>endobj\n"
    pages = b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    return b"%PDF-1.7\n" + root + pages + more + b"trailer<</Root 1 0 R>>\n%%EOF"


_SCRIPT = {"S": Name.JavaScript, "JS": String("app.alert(1)")}
_LAUNCH = {"S": Name.Launch, "F": String("cmd.exe")}
_GO = {"S": Name.URI, "URI": String("https://example.org")}
PDF_TRICKS: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "JavaScript on opening": (partial(on_open, **_SCRIPT), "JavaScript"),
    "JavaScript on a page": (partial(on_page, **_SCRIPT), "JavaScript"),
    "JavaScript in a field": (partial(in_field, **_SCRIPT), "JavaScript"),
    "a launch": (partial(on_open, **_LAUNCH), "starts something"),
    "an address on opening": (partial(on_open, **_GO), "starts something"),
    "a form sent elsewhere": (
        partial(note, Subtype=Name.Widget, A=Dictionary(S=Name.SubmitForm, F=String("x"))),
        "starts something",
    ),
    "a link to a file": (
        partial(note, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("file:///x"))),
        "starts something",
    ),
    "an attached file": (attached, "packed into it"),
    "a file on the page": (partial(note, Subtype=Name.FileAttachment), "packed into it"),
    "a film": (partial(note, Subtype=Name.RichMedia), "starts something"),
    "XFA": (xfa, "XFA"),
    "fields in a ring": (cycle, "built to mislead"),
    "fields too deep": (tower, "built to mislead"),
    "pages in a ring": (pages_in_a_ring, "PDF"),
    "a hidden address": (partial(note, Subtype=Name.Link, PA=Dictionary(**_LAUNCH)), "starts"),
    "a page of ten miles": (
        partial(on_first_page, MediaBox=Array([0, 0, 10**9, 10**9])),
        "larger than any paper",
    ),
    "a unit of ten miles": (partial(on_first_page, UserUnit=10**9), "larger than any paper"),
    "a page above itself": (page_above_itself, "lead back to one another"),
    "a zip file too": (zip_too, "a zip file too"),
    "an answer without end": (endless_answer, "more in this form than any form holds"),
    "fields without number": (endless_fields, "PDF"),
    "arrays in arrays": (nested, "PDF"),
    "a bomb": (bomb, "PDF"),
    "tables without end": (tables, "PDF"),
}


def _all() -> Iterator[tuple[str, tuple[Callable[[], bytes], str]]]:
    for suffix, tricks in ((".docx", WORD_TRICKS), (".pdf", PDF_TRICKS)):
        for name, trick in tricks.items():
            yield f"{name}{suffix}", trick


HOSTILE = dict(_all())
"""Each trick, with the file's name, what makes it, and what must be said of it."""
