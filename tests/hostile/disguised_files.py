"""Word and zip files that come back and are read in two ways, or hide what they hold."""

from collections.abc import Callable
from functools import partial

from forms.blanks import blank
from hostile.attacks import CANARY, Attack
from hostile.rawzips import Member, written
from hostile.returned_files import received
from papers.specimen import part
from returns.hostile import body, linked
from returns.making import with_parts

__all__ = ["DISGUISED_FILES"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
_TYPES = "[Content_Types].xml"
_ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
_NEVER_READ = (
    *("docProps/core.xml", "docProps/app.xml", "customXml/item1.xml", "word/settings.xml"),
    *("word/styles.xml", "word/comments.xml", "word/footnotes.xml", "word/theme/theme1.xml"),
)
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def holding(name: str, data: bytes | str) -> Callable[[], bytes]:
    """Give a form with one part more, or another in its place."""
    return lambda: with_parts(blank("SCSI-5").word, {name: data})


def typed(before: str, after: str) -> bytes:
    """Give a form whose list of kinds says something else."""
    types = part(blank("SCSI-5").word, _TYPES)
    assert before in types
    return with_parts(blank("SCSI-5").word, {_TYPES: types.replace(before, after, 1)})


def told(*pieces: str) -> bytes:
    """Give a form with a field whose instruction lies in pieces."""
    said = "".join(
        f'<w:r><w:instrText xml:space="preserve">{p}</w:instrText></w:r><w:r><w:t>x</w:t></w:r>'
        for p in pieces
    )
    field = f"{_FIELD.format('begin')}{said}{_FIELD.format('end')}"
    return body("<w:body>", f"<w:body><w:p>{field}</w:p>")


def in_body(element: str) -> Callable[[], bytes]:
    return lambda: body("<w:body>", f"<w:body><w:p><w:r>{element}</w:r></w:p>")


def otherwise_coded() -> bytes:
    text = part(blank("SCSI-5").word, "word/document.xml").replace("UTF-8", "UTF-7")
    return with_parts(blank("SCSI-5").word, {"word/document.xml": text.encode("utf-7")})


WORD = {
    **{f"an entity in {name}": holding(name, _ENTITY) for name in _NEVER_READ},
    **{f"a wide entity in {name}": holding(name, _ENTITY.encode("utf-16")) for name in _NEVER_READ},
    "UTF-7": otherwise_coded,
    "a program under a picture's name": holding("word/media/a.png", _OLE),
    "a program for Windows": holding("word/media/b.png", b"MZ" + bytes(500)),
    "a zip file under a picture's name": holding("word/media/c.jpg", b"PK\x03\x04" + bytes(500)),
    "a pane of the web": holding("word/webextensions/taskpanes.xml", "<a/>"),
    "a packed object in the words": in_body(
        '<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object>'
    ),
    "a chunk in the words": in_body("<w:altChunk/>"),
    "a control in the words": in_body("<w:control/>"),
    "kinds that say macros at the end": partial(
        typed,
        "</Types>",
        '<Default Extension="x" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    ),
    "no list of kinds": lambda: written(Member(b"word/document.xml", b"<a/>")),
    "a link inside that leads out": partial(linked, "image", "https://example.org/x.png", ""),
    "a link to a share": partial(linked, "image", r"\\example.org\share\x.png", ""),
    **{
        f"a field {name}": partial(told, f" {name} x ")
        for name in (
            *("ddeauto", "Dde", "INCLUDE", "includepicture", "EMBED", "AUTOTEXT", "RD", "Link"),
            *("DATABASE", "MACROBUTTON", "IMPORT"),
        )
    },
    "a field in pieces": partial(told, "D", "DEAU", "TO c:"),
    "a field in another": partial(told, "IF 1=1 ", _FIELD.format("begin"), "DDE x"),
    "a field that links to a file": partial(told, ' HYPERLINK "file:///c:/x.exe" '),
    "a short field in a heading": holding(
        "word/header9.xml",
        '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:p><w:fldSimple w:instr="DDEAUTO x"/></w:p></w:hdr>',
    ),
}

_FORM = b"form.docx"
ZIPS = {
    "something before it": lambda: written(Member(_FORM, b"a"), before=b"MZ" + bytes(400)),
    "something after it": lambda: written(Member(_FORM, b"a")) + bytes(400),
    "two in one": lambda: written(Member(_FORM, b"a")) + written(Member(_FORM, b"b")),
    "fewer members than there are": lambda: written(
        Member(_FORM, b"a"), Member(b"b.docx", b"b"), count=1
    ),
    "more members than there are": lambda: written(Member(_FORM, b"a"), count=7),
    "another disk": lambda: written(Member(_FORM, b"a"), disk=3),
    "another name within": lambda: written(Member(_FORM, b"a", local_name=b"form.exe9")),
    "another size within": lambda: written(Member(_FORM, b"a", local_size=9)),
    "a size that is none": lambda: written(Member(_FORM, b"a", size=30_000_000)),
    "a masked directory": lambda: written(Member(_FORM, b"a", flags=0x2000)),
    "a patch": lambda: written(Member(_FORM, b"a", flags=0x20)),
    "one name with two strokes": lambda: written(
        Member(b"a/form.docx", b"a"), Member(b"a//form.docx", b"b")
    ),
    "one name with a dot": lambda: written(Member(_FORM, b"a"), Member(b"./form.docx", b"b")),
    "one name of two codes": lambda: written(
        Member("é.docx".encode(), b"a", flags=0x800),
        Member("e\u0301.docx".encode(), b"b", flags=0x800),
    ),
    "a zero in a name": lambda: written(Member(f"{CANARY}.docx\0.exe".encode(), b"a")),
}

DISGUISED_FILES: dict[str, Attack] = {
    **{f"disguised: {name}": received(make, "", "form.docx") for name, make in WORD.items()},
    **{f"disguised zip: {name}": received(make, "", "form.zip") for name, make in ZIPS.items()},
}
