"""Unpack a stream, never beyond what fits."""

import re
import zlib
from base64 import a85decode
from binascii import unhexlify
from typing import Any

import pikepdf

from sgdocs.gate import limits

__all__ = ["PICTURE_FILTERS", "Undecodable", "filters_of", "unpacked"]

PICTURE_FILTERS = frozenset({"/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode"})
_SHORT = {"/Fl": "/FlateDecode", "/A85": "/ASCII85Decode", "/AHx": "/ASCIIHexDecode"}
_RARE = 60_000  # what the rarer packings may hold, packed


class Undecodable(Exception):
    """The stream cannot be unpacked, or is too large."""


def filters_of(stream: Any) -> list[str]:
    """Name how a stream is packed, outermost first."""
    given = stream.get("/Filter")
    if given is None:
        return []
    names = [given] if isinstance(given, pikepdf.Name) else list(given)
    return [_SHORT.get(str(n), str(n)) for n in names]


def unpacked(stream: Any) -> bytes:
    """Give a stream's bytes as they are meant."""
    if "/F" in stream:
        raise Undecodable  # its bytes are in another file
    data: bytes = stream.read_raw_bytes()
    for name in filters_of(stream):
        if name == "/FlateDecode":
            data = _inflated(data)
        elif name == "/ASCII85Decode":
            data = _from_85(data)
        elif name == "/ASCIIHexDecode":
            data = _from_hex(data)
        else:
            return _rarely(stream)
    return _rarely(stream, len(data)) if _predicted(stream) else data


def _inflated(data: bytes) -> bytes:
    inflate = zlib.decompressobj()
    try:
        out = inflate.decompress(data, limits.PART)
    except zlib.error:
        raise Undecodable from None
    if inflate.unconsumed_tail or inflate.unused_data.strip(b"\r\n\0 ") or not inflate.eof:
        raise Undecodable
    return out


def _from_85(data: bytes) -> bytes:
    try:
        return a85decode(data.strip().removesuffix(b"~>").removeprefix(b"<~"))
    except ValueError:
        raise Undecodable from None


def _from_hex(data: bytes) -> bytes:
    digits = re.sub(rb"\s", b"", data).split(b">")[0]
    try:
        return unhexlify(digits + b"0" * (len(digits) % 2))
    except ValueError:
        raise Undecodable from None


def _predicted(stream: Any) -> bool:
    given = stream.get("/DecodeParms")
    each = [given] if isinstance(given, pikepdf.Dictionary) else list(given or ())
    return any(isinstance(e, pikepdf.Dictionary) and int(e.get("/Predictor", 1)) > 1 for e in each)


def _rarely(stream: Any, size: int = 0) -> bytes:
    """Let the library unpack what is rare, where it cannot grow beyond what fits."""
    if not size and len(stream.read_raw_bytes()) > _RARE:
        raise Undecodable
    try:
        data: bytes = stream.read_bytes(pikepdf.StreamDecodeLevel.generalized)
    except pikepdf.PdfError:
        raise Undecodable from None
    return data
