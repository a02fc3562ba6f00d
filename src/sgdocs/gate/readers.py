"""Which reader opens which kind of file: by its name and its first bytes, which must agree."""

from hashlib import sha256

from sgdocs.gate.blobs import as_text, is_picture
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Code, Picture
from sgdocs.gate.office import read_package
from sgdocs.gate.office.markup import read_markup
from sgdocs.gate.pictures import read_picture
from sgdocs.gate.xml import parsed

__all__ = ["kind_of", "read_into"]

_KINDS = {
    "docx": "word",
    "xlsx": "word",
    "pptx": "word",
    "pdf": "pdf",
    "html": "web page",
    "htm": "web page",
    "xhtml": "web page",
    "md": "text",
    "txt": "text",
    "png": "picture",
    "jpg": "picture",
    "jpeg": "picture",
    "gif": "picture",
    "svg": "drawing",
    "xml": "xml",
}


def kind_of(name: str, data: bytes) -> str:
    """Give the kind of a file; nothing where its name and its bytes do not say the same."""
    kind = _KINDS.get(name.rpartition(".")[2].lower(), "")
    return kind if kind and _agrees(kind, data) else ""


def read_into(name: str, data: bytes, within: str, evidence: Evidence) -> None:
    """Read a file by its kind; one of no known kind is refused."""
    kind = kind_of(name, data)
    place = within.rstrip("/")
    if kind == "word":
        read_package(data, within, evidence)
    elif kind == "pdf":
        from sgdocs.gate.pdf import read_pdf  # noqa: PLC0415 - loads two readers of PDF

        read_pdf(data, within, evidence)
    elif kind == "web page":
        from sgdocs.gate.web import read_page  # noqa: PLC0415 - loads a parser

        read_page(data, within, evidence)
    elif kind == "picture":
        evidence.pictures.append(Picture(sha256(data).hexdigest(), place))
        read_picture(data, "picture", place, evidence)
    elif kind in ("drawing", "xml"):
        _read_drawing(data, kind, place, evidence)
    elif kind == "text":
        _read_text(data, place, evidence)
    else:
        evidence.refuse(Code.UNKNOWN, "file", place)


def _agrees(kind: str, data: bytes) -> bool:
    """Say whether a file begins as its name says it should."""
    begins = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if kind == "word":
        return b"PK\x03\x04" in data and b"PK\x05\x06" in data
    if kind == "pdf":
        return b"%PDF-" in data[:1024]
    if kind == "picture":
        return is_picture(data)
    if kind == "text":
        return bool(as_text(data)) or not data
    return begins.startswith(b"<") or data[:2] in (b"\xff\xfe", b"\xfe\xff")


def _read_text(data: bytes, place: str, evidence: Evidence) -> None:
    evidence.say("text", place, as_text(data))
    evidence.refuse(Code.UNKNOWN, "file", place)


def _read_drawing(data: bytes, kind: str, place: str, evidence: Evidence) -> None:
    channel = "picture" if kind == "drawing" else "XML"
    if kind == "drawing":
        evidence.pictures.append(Picture(sha256(data).hexdigest(), place))
    root = parsed(data, channel, place, evidence)
    if root is not None:
        read_markup(root, channel, place, evidence)
