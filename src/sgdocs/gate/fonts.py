"""Read the names in an embedded typeface, and any text it carries."""

import re
import struct
from collections.abc import Iterable, Iterator

from sgdocs.gate.archive import Member
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Code, Manner

__all__ = ["keys_in", "read_font"]

_KEY = re.compile(rb"\{([0-9A-Fa-f-]{36})\}")
_KINDS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
_OBFUSCATED = 32
_RUN = re.compile(rb"[\x20-\x7e]{4,}")
_WIDE = re.compile(rb"(?:\0[\x20-\x7e]){4,}")


def keys_in(parts: Iterable[Member]) -> tuple[bytes, ...]:
    """Give the keys with which Word makes embedded typefaces unreadable."""
    tables = (p.data for p in parts if "fontTable" in p.name)
    found = {m for data in tables for m in _KEY.findall(data)}
    return tuple(bytes.fromhex(k.replace(b"-", b"").decode())[::-1] for k in sorted(found))


def read_font(data: bytes, keys: tuple[bytes, ...], place: str, evidence: Evidence) -> None:
    """Hand on the words in a typeface; one that cannot be opened is refused."""
    for plain in (data, *(_clear(data, key) for key in keys)):
        if plain.startswith(_KINDS):
            for text in _texts(plain):
                evidence.say("font name", place, text, Manner.LABEL)
            return
    evidence.refuse(Code.UNDECODABLE, "embedded font", place)


def _clear(data: bytes, key: bytes) -> bytes:
    head = bytes(b ^ key[i % 16] for i, b in enumerate(data[:_OBFUSCATED]))
    return head + data[_OBFUSCATED:]


def _texts(data: bytes) -> Iterator[str]:
    """Give the runs of letters anywhere in it; the tables of outlines hold none of length."""
    outlines = _spans(data, (b"glyf", b"CFF "))
    for kind, encoding in ((_RUN, "ascii"), (_WIDE, "utf-16-be")):
        words = (m for m in kind.finditer(data) if not any(a <= m.start() < b for a, b in outlines))
        yield "\n".join(m[0].decode(encoding, "replace") for m in words)


def _spans(data: bytes, names: tuple[bytes, ...]) -> list[tuple[int, int]]:
    count = int.from_bytes(data[4:6], "big")
    found = []
    for at in range(12, min(12 + 16 * count, len(data) - 16), 16):
        tag, _, start, length = struct.unpack(">4s3I", data[at : at + 16])
        if tag in names:
            found.append((start, start + length))
    return found
