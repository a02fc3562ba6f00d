"""Read what a picture says besides its pixels: notes, places, dates; the pixels need a person."""

import re
import struct
import zlib
from collections.abc import Iterator

from sgdocs.gate import limits
from sgdocs.gate.blobs import as_text
from sgdocs.gate.evidence import Evidence, Inner
from sgdocs.gate.model import Code, Manner

__all__ = ["read_picture"]

_PNG = b"\x89PNG\r\n\x1a\n"
_TEXTS = (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"iCCP", b"tIME")
_PIXELS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA sBIT sRGB bKGD hIST pHYs sPLT acTL fcTL fdAT".split()
)
_RUN = re.compile(rb"[\x20-\x7e\x80-\xff]{3,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\0){3,}|(?:\0[\x20-\x7e]){3,}")


def read_picture(data: bytes, channel: str, place: str, evidence: Evidence) -> None:
    """Hand on a picture's notes."""
    meant = "picture metadata" if channel == "picture" else channel
    if data.startswith(_PNG):
        texts = _png(data, meant, place, evidence)
    elif data.startswith(b"\xff\xd8"):
        texts = _jpeg(data, meant, place, evidence)
    elif data.lstrip()[:5] in (b"<?xml", b"<svg ") or b"<svg" in data[:400]:
        evidence.inner.append(Inner(f"{place}.svg", data, meant))
        return
    else:
        texts = iter(_loose(data))
    for text in texts:
        evidence.say(meant, place, text, Manner.LABEL)


def _png(data: bytes, channel: str, place: str, evidence: Evidence) -> Iterator[str]:
    at = len(_PNG)
    while at + 12 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        at += 12 + length
        if kind in _TEXTS:
            yield from _loose(body)
            yield from _inflated(body)
        elif kind not in _PIXELS:
            yield from _loose(body)
        if kind == b"IEND":
            break
    if data[at:]:
        evidence.refuse(Code.STRAY_BYTES, channel, place)
        yield from _loose(data[at:])


def _inflated(body: bytes) -> Iterator[str]:
    """Give the packed texts of a PNG, which begin after a name and a nought or two."""
    for start in (m.end() for m in re.finditer(rb"\0[\0\1]?\0?", body[:200])):
        try:
            text = zlib.decompressobj().decompress(body[start:], limits.PART)
        except zlib.error:
            continue
        yield from _loose(text)


def _jpeg(data: bytes, channel: str, place: str, evidence: Evidence) -> Iterator[str]:
    """Give the text in all segments but those that hold the pixels."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        body = data[at + 4 : at + 2 + length]
        at += 2 + length
        if kind == 0xDA:
            break
        if 0xE0 <= kind <= 0xEF or kind == 0xFE:
            yield from _loose(body)
    end = data.rfind(b"\xff\xd9")
    if data[end + 2 :].strip(b"\0"):
        evidence.refuse(Code.STRAY_BYTES, channel, place)
        yield from _loose(data[end + 2 :])


def _loose(data: bytes) -> list[str]:
    """Give every run of letters, one byte or two to a letter."""
    found = [as_text(m[0]) or m[0].decode("latin-1") for m in _RUN.finditer(data)]
    for match in _WIDE.finditer(data):
        found.append(match[0].replace(b"\0", b"").decode("latin-1"))
    return ["\n".join(found)]
