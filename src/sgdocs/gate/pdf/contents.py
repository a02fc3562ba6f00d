"""Look into one stream that draws nothing: a file, a note, a typeface, a picture's pixels."""

import re
from hashlib import sha256
from typing import Any

from sgdocs.gate.blobs import as_text, look_into
from sgdocs.gate.evidence import Evidence, Inner
from sgdocs.gate.model import Code, Manner, Picture
from sgdocs.gate.pdf.streams import PICTURE_FILTERS, Undecodable, filters_of, unpacked
from sgdocs.gate.pictures import read_picture
from sgdocs.gate.web.programs import read_program

__all__ = ["read_stream"]

_RUN = re.compile(rb"[\x20-\x7e]{4,}")
_WIDE = re.compile(rb"(?:\0[\x20-\x7e]){4,}")
_BINARY = frozenset({"font", "colour profile", "drawing", "glyph drawing"})
_LOOK = ("/Width", "/Height", "/BitsPerComponent", "/Decode", "/ImageMask", "/Filter")
_DATA = ("/FunctionType", "/ShadingType", "/N", "/CMapName")
_OWN_ORDER = frozenset({"/XRef", "/ObjStm"})


def read_stream(stream: Any, channel: str, place: str, evidence: Evidence) -> None:
    """Hand on what a stream holds; one nobody can read is refused."""
    kind, subtype = str(stream.get("/Type", "")), str(stream.get("/Subtype", ""))
    if kind in _OWN_ORDER:
        return
    try:
        if subtype == "/Image":
            _picture(stream, place, evidence)
        elif kind == "/EmbeddedFile" or channel == "attachment":
            look_into(unpacked(stream), "attachment", place, evidence)
        elif channel == "script":
            text = as_text(unpacked(stream)) or unpacked(stream).decode("latin-1")
            read_program(text, "script", place, evidence)
        else:
            _other(stream, kind, channel, place, evidence)
    except Undecodable:
        evidence.refuse(Code.UNDECODABLE, channel, place)


def _other(stream: Any, kind: str, channel: str, place: str, evidence: Evidence) -> None:
    data = unpacked(stream)
    if kind == "/Metadata" or channel == "XMP":
        evidence.say("XMP", place, data.decode("utf-8", "replace"), Manner.LABEL)
        evidence.inner.append(Inner(f"{place}.xml", data.strip(b"\0 \r\n"), "XMP"))
    elif channel in _BINARY or _is_data(stream):
        words = [m[0].decode("ascii") for m in _RUN.finditer(data)]
        words += [m[0].decode("utf-16-be") for m in _WIDE.finditer(data)]
        evidence.say(channel, place, "\n".join(words), Manner.CODE)
    else:
        look_into(data, channel, place, evidence)


def _is_data(stream: Any) -> bool:
    """Say whether a stream holds numbers for drawing, such as a shading."""
    hints = isinstance(stream.get("/S"), int)  # where things stand in a file sent page by page
    return hints or any(key in stream for key in _DATA)


def _picture(stream: Any, place: str, evidence: Evidence) -> None:
    """Ask for a person's eye on a picture: its bytes, and what its pixels are read by."""
    raw = stream.read_raw_bytes()
    digest = sha256(raw)
    for key in _LOOK:
        digest.update(f"{key}={stream.get(key)!r}".encode() if key in stream else b"")
    evidence.pictures.append(Picture(digest.hexdigest(), place))
    if set(filters_of(stream)) & PICTURE_FILTERS:
        read_picture(raw, "picture", place, evidence)
