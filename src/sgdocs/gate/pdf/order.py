"""Look at a PDF file as bytes: one revision, and nothing outside the objects it lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sgdocs.gate import limits
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Code, Manner
from sgdocs.gate.pdf.lexing import string_bytes

__all__ = ["Order", "look_at_order"]

_HEADER = re.compile(rb"%PDF-\d\.\d[^\r\n]*\r?\n?(?:%[\x80-\xff][^\r\n]{0,12}\r?\n)?")
_OBJECT = re.compile(rb"(\d{1,10})\s+(\d{1,5})\s+obj\b")
_TABLE = re.compile(rb"xref\s++(?:\d++\s++\d++\s++(?:\d{10}\s\d{5}\s[fn]\s*+)*+)++")
_START = b"startxref"
_EARLIER = re.compile(rb"/Prev\s+\d+\b(?!\s+\d+\s+R)")
_END = re.compile(rb"startxref\s+\d+\s+%%EOF")
_STREAM = re.compile(rb"\bstream\r?\n|\bendobj\b")
_STREAM_END = re.compile(rb"endstream\s*endobj\b")
_NEXT = re.compile(rb"\d{1,10}\s+\d{1,5}\s+obj\b|\bxref\b|\bstartxref\b|\btrailer\b")
_SPACE = re.compile(rb"[\x00\t\n\x0c\r ]*")
_MARK = re.compile(rb"^%[\x80-\xff]{4}(?=[\x20-\x7e])")
"""By which programs that carry files know that these are not letters alone."""
_COMMENT = re.compile(rb"%[^\r\n]*")
_STRING = re.compile(rb"\((?:[^()\\]|\\.)*\)", re.DOTALL)
_HEX = rb"<[0-9A-Fa-f\s]*+>"
_VALUES = rb"[^<>()%]++|\((?:[^()\\]|\\.)*+\)|%[^\r\n]*+|" + _HEX
_TRAILER = re.compile(
    rb"trailer\s*+<<(?:" + _VALUES + rb"|<<(?:" + _VALUES + rb")*+>>)*+>>", re.DOTALL
)
"""A dictionary of plain values and remarks: nothing else stands in it."""


@dataclass(frozen=True, slots=True)
class Order:
    """What stands in the file itself: the numbers of its objects."""

    objects: frozenset[int]


_Stray = tuple[Code | None, str, int, bytes]
"""Why to refuse, if at all; what it is, where it begins, and its bytes."""


@dataclass(slots=True)
class _Seen:
    objects: set[int]
    ends: int = 0
    linear: bool = False


def look_at_order(data: bytes, place: str, evidence: Evidence) -> Order:
    """Go through the file from its first byte to its last."""
    seen = _Seen(set())
    for number, (code, channel, start, stray) in enumerate(_segments(data, seen), 1):
        if number > limits.STRAYS:
            evidence.refuse(Code.TOO_LARGE, "file", place.rstrip("/"))
            return Order(frozenset(seen.objects))
        if code:
            evidence.refuse(code, channel, f"{place}byte {start}")
        evidence.say(channel, f"{place}byte {start}", stray.decode("latin-1"), Manner.LABEL)
    if seen.ends > (2 if seen.linear else 1) or (_EARLIER.search(data) and not seen.linear):
        evidence.refuse(Code.REVISIONS, "older revision", place.rstrip("/"))
    if not seen.ends:
        evidence.refuse(Code.UNOPENABLE, "file", place.rstrip("/"))
    return Order(frozenset(seen.objects))


def _segments(data: bytes, seen: _Seen) -> Iterator[_Stray]:
    header = _HEADER.match(data)
    at = header.end() if header else 0
    seen.linear = b"/Linearized" in data[:1024]
    last = data.rfind(_START)
    while True:
        at = _after_space(data, at)
        if at >= len(data):
            return
        if match := _OBJECT.match(data, at):
            yield from _object(data, match, seen)
            at = _object_end(data, match.end())
        elif at < last and (match := _TABLE.match(data, at)):
            at = match.end()
        elif at < last and (match := _TRAILER.match(data, at)):
            yield _remarked(match[0]), "trailer", at, _words(match[0])
            at = match.end()
        elif not seen.ends and (match := _COMMENT.match(data, at)) and _plain(match[0]):
            yield None, "comment", at, match[0]
            at = match.end()
        elif match := _END.match(data, at):
            seen.ends += 1
            at = match.end()
        else:
            following = _NEXT.search(data, at + 1)
            end = following.start() if following else len(data)
            after = (
                "bytes after the end" if seen.ends and not following else "bytes between objects"
            )
            yield Code.STRAY_BYTES, after, at, data[at:end]
            at = end


def _words(trailer: bytes) -> bytes:
    """Give what a trailer says, as it is written and as it is meant, but for fingerprints."""
    meant = (string_bytes(written) for written in _STRING.findall(trailer))
    return b"\n".join((re.sub(_HEX, b"", trailer), *meant))


def _after_space(data: bytes, at: int) -> int:
    match = _SPACE.match(data, at)
    return match.end() if match else at


def _object(data: bytes, match: re.Match[bytes], seen: _Seen) -> Iterator[_Stray]:
    number = int(match[1])
    if number in seen.objects:
        yield Code.REVISIONS, "older revision", match.start(), b""
    seen.objects.add(number)
    opening = _STREAM.search(data, match.end())
    head = data[match.end() : opening.start() if opening else len(data)]
    for comment in _COMMENT.findall(_STRING.sub(b"", head)):
        yield _remarked(comment), "comment in an object", match.start(), comment


def _remarked(part: bytes) -> Code | None:
    """Give why to refuse what stands there for nobody: a remark that is not of plain words."""
    comments = _COMMENT.findall(_STRING.sub(b"", part))
    return None if all(map(_plain, comments)) else Code.STRAY_BYTES


def _plain(comment: bytes) -> bool:
    """Say whether a comment is a line of plain words, which can be read like any other."""
    words = _MARK.sub(b"", comment)
    return words.isascii() and words.decode("ascii").replace("\t", " ").isprintable()


def _object_end(data: bytes, at: int) -> int:
    opening = _STREAM.search(data, at)
    if opening is None:
        return len(data)
    if opening[0].startswith(b"endobj"):
        return opening.end()
    closing = _STREAM_END.search(data, opening.end())
    return closing.end() if closing else len(data)
