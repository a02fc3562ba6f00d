"""Undo what text is written in other letters by: percents, entities, packing, tags."""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote, unquote_to_bytes

from sgdocs.gate.blobs import as_text
from sgdocs.gate.model import Manner, Passage

__all__ = ["undone"]

_ROUNDS = 3
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_ENTITY = re.compile(r"&#?\w{1,31};")
_ESCAPE = re.compile(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,400}>")
_PACKED = re.compile(r"(?<![A-Za-z0-9+/\-_])[A-Za-z0-9+/\-_]{16,}={0,2}")
_HEX = re.compile(r"(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{2}){8,}(?![0-9A-Za-z])")
_PUNYCODE = re.compile(r"(?i)\bxn--[a-z0-9-]{2,60}")
_LONGEST = 500_000
_REST = 4


def undone(passage: Passage) -> Iterator[Passage]:
    """Give a passage again as it reads once everything that can be undone is undone."""
    if passage.manner is Manner.PROSE:
        return
    for channel, text in passage.atoms:
        for plain in _readings(text):
            yield Passage(passage.place, ((channel, plain),), passage.manner)


def _readings(text: str) -> Iterator[str]:
    met = {text}
    now = [text[:_LONGEST]]
    for _ in range(_ROUNDS):
        now = [new for old in now for way in _WAYS for new in way(old) if new not in met]
        met.update(now)
        yield from dict.fromkeys(now)


def _from_percents(text: str) -> Iterator[str]:
    if _PERCENT.search(text):
        yield unquote(text)
        yield unquote_to_bytes(text).decode("latin-1")


def _from_entities(text: str) -> Iterator[str]:
    if _ENTITY.search(text):
        yield unescape(text)


def _from_escapes(text: str) -> Iterator[str]:
    if _ESCAPE.search(text):
        yield _ESCAPE.sub(_letter, text)


def _letter(match: re.Match[str]) -> str:
    number = int(match[1] or match[2] or match[3], 16)
    return chr(number) if number <= 0x10FFFF else ""


def _without_tags(text: str) -> Iterator[str]:
    if _TAG.search(text):
        yield _TAG.sub("", text)


def _unpacked(text: str) -> Iterator[str]:
    for match in _PACKED.finditer(text):
        packed = match[0].rstrip("=").replace("-", "+").replace("_", "/")
        for start in range(_REST):  # letters may stand before it that belong to something else
            whole = packed[start:]
            whole = whole[: len(whole) - (len(whole) % _REST == 1)]
            if plain := _as_words(_bytes(whole + "=" * (-len(whole) % _REST))):
                yield plain
                break


def _bytes(packed: str) -> bytes:
    try:
        return b64decode(packed)
    except (Error, ValueError):
        return b""


def _from_hex(text: str) -> Iterator[str]:
    for match in _HEX.finditer(text):
        if plain := _as_words(bytes.fromhex(match[0])):
            yield plain


def _from_punycode(text: str) -> Iterator[str]:
    for match in _PUNYCODE.finditer(text):
        try:
            yield match[0].encode("ascii").decode("idna")
        except UnicodeError:
            continue


def _as_words(data: bytes) -> str:
    """Give bytes as words, with or without the mark of their order."""
    if plain := as_text(data):
        return plain
    wide = len(data) > 3 and data[::2].count(0) * 2 > len(data) // 2
    return data.decode("utf-16-be", "replace") if wide else ""


_WAYS = (
    _from_percents,
    _from_entities,
    _from_escapes,
    _without_tags,
    _unpacked,
    _from_hex,
    _from_punycode,
)
