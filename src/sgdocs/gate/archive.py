"""Open a zip archive byte by byte: every byte of it belongs to a member, or it is refused."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from sgdocs.gate import limits
from sgdocs.gate.blobs import as_text
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Code, Manner

__all__ = ["Member", "members"]

_END = b"PK\x05\x06"
_ENTRY = struct.Struct("<4s6H3I5H2I")
_LOCAL = struct.Struct("<4s5H3I2H")
_STORED, _DEFLATED = 0, 8
_LOCKED = 0x2041
_DESCRIBED = 0x0008
_KNOWN_EXTRAS = {0x5455: 13, 0x7875: 15, 0x000A: 36, 0x5855: 12, 0x7855: 8}
_GROWTH_ROOM = 0xA220


class Broken(Exception):
    """The archive is not one that can be read in full."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file in the archive."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Entry:
    name: bytes
    method: int
    crc: int
    packed: int
    size: int
    at: int
    extra: bytes
    comment: bytes


def members(data: bytes, evidence: Evidence) -> tuple[Member, ...]:
    """Give the members of an archive; whatever is odd about it is a reason to refuse."""
    try:
        entries, directory = _directory(data, evidence)
        return tuple(_members(data, entries, directory, evidence))
    except (Broken, struct.error, zlib.error, IndexError):
        evidence.refuse(Code.UNOPENABLE, "zip archive")
        return ()


def _directory(data: bytes, evidence: Evidence) -> tuple[list[_Entry], int]:
    at = data.rfind(_END)
    if at < 0 or len(data) < at + 22:
        raise Broken
    disk, first, here, count, length, start, note = struct.unpack("<4H2IH", data[at + 4 : at + 22])
    if disk or first or here != count or count > limits.MEMBERS:
        raise Broken
    comment, rest = data[at + 22 : at + 22 + note], data[at + 22 + note :]
    if len(comment) != note:
        raise Broken
    _note(comment, "zip comment", "", evidence)
    if rest:
        evidence.refuse(Code.STRAY_BYTES, "bytes after the archive")
    if start + length != at:
        evidence.refuse(Code.STRAY_BYTES, "bytes before the archive")
        start = at - length
    entries, place = [], start
    for _ in range(count):
        entry, place = _entry(data, place)
        entries.append(entry)
    if place != at:
        evidence.refuse(Code.STRAY_BYTES, "bytes between members", "directory")
    return entries, start


def _entry(data: bytes, at: int) -> tuple[_Entry, int]:
    (magic, _, _, _, method, _, _, crc, packed, size, name, extra, note, disk, _, _, start) = (
        _ENTRY.unpack(data[at : at + 46])
    )
    if magic != b"PK\x01\x02" or disk:
        raise Broken
    a, b, c = at + 46 + name, at + 46 + name + extra, at + 46 + name + extra + note
    entry = _Entry(data[at + 46 : a], method, crc, packed, size, start, data[a:b], data[b:c])
    return entry, c


def _members(
    data: bytes, entries: list[_Entry], directory: int, evidence: Evidence
) -> Iterator[Member]:
    names: set[bytes] = set()
    shift = _shift(data, entries)
    reached, total = 0, 0
    for entry in sorted(entries, key=lambda e: e.at):
        name = _named(entry, names, evidence)
        if entry.at + shift != reached:
            place = "bytes before the archive" if not reached else "bytes between members"
            evidence.refuse(Code.STRAY_BYTES, place, name)
        total += entry.size
        if total > limits.EXPANDED or entry.size > limits.PART:
            evidence.refuse(Code.TOO_LARGE, "zip archive", name)
            return
        content, reached = _content(data, entry, entry.at + shift, evidence)
        if not name.endswith("/") or content:
            yield Member(name, content)
    if reached != directory:
        evidence.refuse(Code.STRAY_BYTES, "bytes between members", "before the directory")


def _shift(data: bytes, entries: list[_Entry]) -> int:
    """Give how far members stand from where the directory says, where bytes were put before."""
    first = min((e.at for e in entries), default=0)
    found = data.find(b"PK\x03\x04")
    return 0 if data[first : first + 4] == b"PK\x03\x04" else max(found - first, 0)


def _named(entry: _Entry, names: set[bytes], evidence: Evidence) -> str:
    name = entry.name.decode("utf-8", "replace")
    evidence.say("member name", name, name, Manner.LABEL)
    if entry.name.lower() in names:
        evidence.refuse(Code.STRAY_BYTES, "duplicate member", name)
    if ".." in name.split("/") or name.startswith("/") or "\\" in name:
        evidence.refuse(Code.UNKNOWN, "member name", name)
    names.add(entry.name.lower())
    _note(entry.comment, "member comment", name, evidence)
    return name


def _content(data: bytes, entry: _Entry, at: int, evidence: Evidence) -> tuple[bytes, int]:
    """Unpack one member, and say where the next begins."""
    name = entry.name.decode("utf-8", "replace")
    (magic, _, flags, method, _, _, crc, packed, size, length, more) = _LOCAL.unpack(
        data[at : at + 30]
    )
    if magic != b"PK\x03\x04" or method != entry.method or flags & _LOCKED:
        raise Broken
    start = at + 30 + length + more
    if data[at + 30 : at + 30 + length] != entry.name:
        evidence.refuse(Code.STRAY_BYTES, "member name", name)
        evidence.say("member name", name, data[at + 30 : start - more].decode("latin-1"))
    for extra in (entry.extra, data[start - more : start]):
        _extra(extra, name, evidence)
    end = start + entry.packed
    content = _unpacked(data[start:end], entry, name, evidence)
    if len(content) != entry.size or zlib.crc32(content) != entry.crc:
        raise Broken
    if flags & _DESCRIBED:
        end += 16 if data[end : end + 4] == b"PK\x07\x08" else 12
    elif (crc, packed, size) != (entry.crc, entry.packed, entry.size):
        raise Broken
    return content, end


def _unpacked(packed: bytes, entry: _Entry, name: str, evidence: Evidence) -> bytes:
    if entry.method == _STORED:
        return packed
    if entry.method != _DEFLATED:
        raise Broken
    inflate = zlib.decompressobj(-15)
    content = inflate.decompress(packed, entry.size + 1)
    if not inflate.eof or inflate.unused_data or inflate.unconsumed_tail:
        evidence.refuse(Code.STRAY_BYTES, "bytes between members", name)
    return content


def _extra(extra: bytes, name: str, evidence: Evidence) -> None:
    """Look at the fields an archive may carry beside a member."""
    while len(extra) >= 4:
        kind, length = struct.unpack("<2H", extra[:4])
        value, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == _GROWTH_ROOM:
            value = value[4:].strip(b"\0")
        if length > _KNOWN_EXTRAS.get(kind, 0) or as_text(value):
            _note(value, "extra field", name, evidence)
    if extra:
        _note(extra, "extra field", name, evidence)


def _note(value: bytes, channel: str, place: str, evidence: Evidence) -> None:
    if not value:
        return
    text = as_text(value)
    if text:
        evidence.say(channel, place, text, Manner.LABEL)
    else:
        evidence.refuse(Code.UNDECODABLE, channel, place)
