"""Bytes whose kind nobody has said: a picture, a file, text, or something to refuse."""

import re
from base64 import b64decode
from binascii import Error

from sgdocs.gate.evidence import Evidence, Inner
from sgdocs.gate.model import Code, Manner

__all__ = ["as_text", "is_picture", "look_into", "look_into_packed"]

_PICTURES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF", b"\xd7\xcd\xc6\x9a",
    b"\x01\0\0\0", b"\0\0\x01\0", b"\x00\x00\x00\x0cjP", b"\x00\x00\x00\x0cJXL",
)  # fmt: skip
_FILES = {b"PK\x03\x04": "docx", b"%PDF": "pdf"}
_XML = ("<?xml", "<svg", "<?xpacket", "<x:")
_WORTH = 120
_LEAST = 16
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/\-_]{4}\s*){8,}[A-Za-z0-9+/\-_]{0,3}={0,2}")


def look_into(data: bytes, channel: str, place: str, evidence: Evidence) -> None:
    """Hand bytes on to whoever can read them; what nobody can read is refused."""
    if not data.strip(b"\0 \t\r\n"):
        return
    ending = next((e for magic, e in _FILES.items() if data.startswith(magic)), "")
    if not ending and is_picture(data):
        ending = "png"
    text = "" if ending else as_text(data)
    if text.lstrip().startswith("<"):
        ending = "xml" if text.lstrip().startswith(_XML) else "html"
    if ending:
        evidence.inner.append(Inner(f"{place}.{ending}", data, channel))
    elif text:
        evidence.say(channel, place, text, Manner.LABEL)
    else:
        evidence.refuse(Code.UNDECODABLE, channel, place)


def is_picture(data: bytes) -> bool:
    """Say whether bytes begin like a picture."""
    return data.startswith(_PICTURES)


def as_text(data: bytes) -> str:
    """Give bytes as text where they are text, and nothing where they are not."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if all(c.isprintable() or c in "\t\r\n\f\ufeff\0" for c in text):
            return text.replace("\0", " ")
    return ""


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if len(data) > 3 and len(data) % 2 == 0 and data[1::2].count(0) * 2 > len(data) // 2:
        return ("utf-16-le", "utf-8")
    return ("utf-8",)


def look_into_packed(text: str, channel: str, place: str, evidence: Evidence) -> None:
    """Look into what a text may hold packed as base64, as mail and web pages pack pictures."""
    for match in _BASE64.finditer(text):
        packed = re.sub(r"\s", "", match[0])
        data = _unpacked(packed)
        if data.startswith((*_PICTURES, *_FILES)) or as_text(data):
            look_into(data, channel, place, evidence)
        elif len(packed) > _WORTH and _is_mixed(packed):
            evidence.refuse(Code.UNDECODABLE, channel, place)
        for piece in match[0].split():  # a word beside it may look packed as well
            if _LEAST <= len(piece) < len(packed):
                evidence.say(channel, place, as_text(_unpacked(piece)), Manner.LABEL)


def _unpacked(packed: str) -> bytes:
    bare = packed.replace("-", "+").replace("_", "/").rstrip("=")
    try:
        return b64decode(bare + "=" * (-len(bare) % 4))
    except (Error, ValueError):
        return b""


def _is_mixed(packed: str) -> bool:
    """Say whether text is packed bytes, and not a long word, number or fingerprint."""
    kinds = (r"[a-f]", r"[g-z]", r"[A-F]", r"[G-Z]", r"[0-9]")
    return all(re.search(kind, packed) for kind in kinds)
