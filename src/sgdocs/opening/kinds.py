"""What a file is, by its bytes and not by its name."""

import struct
from typing import Literal

from sgdocs.opening.limits import DIRECTORY_BYTES

__all__ = ["Kind", "kind_of"]

Kind = Literal[
    "word", "zip", "pdf", "mail", "locked", "old word", "outlook", "rich mail", "picture", "other"
]

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_HEIC = b"ftypheic"
_TNEF = b"\x78\x9f\x3e\x22"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_OLE: tuple[tuple[bytes, Kind], ...] = (
    ("EncryptedPackage".encode("utf-16-le"), "locked"),
    ("__substg1.0_".encode("utf-16-le"), "outlook"),
    ("WordDocument".encode("utf-16-le"), "old word"),
)
_WORD_PARTS = (b"[Content_Types].xml", b"word/document.xml")
_HEADERS = (b"received:", b"from:", b"to:", b"date:", b"subject:", b"mime-version:", b"message-id:")
_PDF_WITHIN = 1024  # readers accept a PDF that begins this late
_LOOKED_AT = 8192


def kind_of(data: bytes) -> Kind:
    """Tell what a file is."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        listed = _directory(data)
        return "word" if any(part in listed for part in _WORD_PARTS) else "zip"
    if data.startswith(_OLE):
        return next((kind for mark, kind in _IN_OLE if mark in data), "other")
    if data.startswith(_PICTURES) or _HEIC in data[:16]:
        return "picture"
    if data.startswith(_TNEF):
        return "rich mail"
    if _looks_like_mail(data[:_LOOKED_AT]):
        return "mail"
    return "pdf" if b"%PDF-" in data[:_PDF_WITHIN] else "other"


def _directory(data: bytes) -> bytes:
    """Give a zip file's list of members; a Word file may stand unpacked within another zip."""
    at = data.rfind(b"PK\x05\x06")
    size, start = struct.unpack_from("<2L", data, at + 12) if len(data) >= at + 20 else (0, 0)
    return data[start : start + min(size, DIRECTORY_BYTES)]


def _looks_like_mail(start: bytes) -> bool:
    lines = start.lstrip(b"\xef\xbb\xbf\r\n").lower().splitlines()[:60]
    headers = {h for line in lines for h in _HEADERS if line.startswith(h)}
    return len(headers) > 1
