"""Open a zip file from anywhere, which every Word file is, without trusting a word of it."""

import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import PureWindowsPath
from typing import NoReturn

from lxml import etree

from sgdocs.errors import InputRefused
from sgdocs.opening.limits import (
    DIRECTORY_BYTES,
    MEMBER_BYTES,
    MEMBERS,
    RATIO,
    RATIO_FROM,
    TOTAL_BYTES,
)
from sgdocs.opening.xmlparts import not_whole, parse_xml

__all__ = ["Archive", "trusted_directory"]

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_END_OF_LARGE = b"PK\x06\x07"
_LOCAL = 30  # bytes before a member's name
_LONGEST_COMMENT = 65_535
_ENCRYPTED = 0x1 | 0x40
_DAMAGE = (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Archive:
    """A zip file whose members may be read, each within bounds; `noun` says what it should be."""

    __slots__ = ("_infos", "_zip", "noun", "where")

    def __init__(self, data: bytes, where: str, noun: str = "zip file") -> None:
        self.where, self.noun = where, noun
        self._zip = _opened(data, where, noun)
        self._infos = {info.filename: info for info in self._zip.infolist()}

    @property
    def names(self) -> Sequence[str]:
        """Give the members' names, in the order of the file; folders are none."""
        return [name for name in self._infos if not name.endswith("/")]

    def matching(self, pattern: str) -> Iterator[str]:
        """Give the members whose whole name matches, in their natural order."""
        found = [name for name in self.names if re.fullmatch(pattern, name)]
        yield from sorted(found, key=lambda name: (len(name), name))

    def has(self, name: str) -> bool:
        """Say whether there is such a member."""
        return name in self._infos

    def read(self, name: str) -> bytes:
        """Unpack a member; it never becomes larger than the directory said."""
        try:
            return self._zip.read(self._infos[name])
        except (*_DAMAGE, KeyError, RuntimeError, EOFError, zlib.error):
            raise not_whole(self.where, self.noun) from None

    def xml(self, name: str, *, ours: bool = False) -> etree._Element:
        """Give a member's root element; what we made ourselves may be as long as a report is."""
        return parse_xml(self.read(name), self.where, self.noun, ours=ours)


def trusted_directory(data: bytes, where: str, noun: str) -> tuple[zipfile.ZipInfo, ...]:
    """Give the list of members, once nothing in it is a trick."""
    return tuple(_opened(data, where, noun).infolist())


def _opened(data: bytes, where: str, noun: str) -> zipfile.ZipFile:
    _require_short_directory(data, where, noun)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _DAMAGE:
        raise not_whole(where, noun) from None
    infos = archive.infolist()
    _require_plain(infos, where, noun)
    _require_small(infos, where, noun)
    _require_apart(infos, len(data), where, noun)
    return archive


def _require_short_directory(data: bytes, where: str, noun: str) -> None:
    """Look before Python's own reader does: it takes in a directory of any length."""
    at = data.rfind(_END_MARK, max(0, len(data) - _LONGEST_COMMENT - _END.size))
    if at < 0 or len(data) < at + _END.size:
        raise not_whole(where, noun)
    _, _, _, _, count, size, _, _ = _END.unpack_from(data, at)
    if data[at - 20 : at - 16] == _END_OF_LARGE or count > MEMBERS or size > DIRECTORY_BYTES:
        _too_large(where, noun, "it holds too many files")


def _require_plain(infos: Sequence[zipfile.ZipInfo], where: str, noun: str) -> None:
    seen: set[str] = set()
    for info in infos:
        if info.flag_bits & _ENCRYPTED:
            raise InputRefused(
                f"this {noun} is locked with a password.",
                where=where,
                remedy="Ask for it without one, or open it and save it without the password.",
            )
        if info.compress_type not in _METHODS:
            raise not_whole(where, noun)
        folded = unicodedata.normalize("NFC", info.filename).casefold()
        if _leads_elsewhere(info.orig_filename) or folded in seen:
            raise InputRefused(
                f"this {noun} is built to mislead: a name in it leads elsewhere or stands twice.",
                where=where,
                remedy="Do not open it. Ask the sender, by telephone, what it is.",
            )
        seen.add(folded)


def _leads_elsewhere(name: str) -> bool:
    path = PureWindowsPath(name)
    return (
        "\\" in name
        or any(ord(c) < ord(" ") for c in name)
        or bool(path.drive or path.root)
        or ".." in path.parts
    )


def _require_small(infos: Sequence[zipfile.ZipInfo], where: str, noun: str) -> None:
    if len(infos) > MEMBERS:
        _too_large(where, noun, "it holds too many files")
    if sum(info.file_size for info in infos) > TOTAL_BYTES:
        _too_large(where, noun, "unpacked it would be")
    for info in infos:
        swells = info.file_size > max(info.compress_size, 1) * RATIO
        if info.file_size > MEMBER_BYTES or (swells and info.file_size > RATIO_FROM):
            _too_large(where, noun, "one part of it would swell")


def _require_apart(infos: Sequence[zipfile.ZipInfo], length: int, where: str, noun: str) -> None:
    """Refuse members that lie over one another: one block of data unpacked a thousand times."""
    end = 0
    for info in sorted(infos, key=lambda i: i.header_offset):
        if info.header_offset < end or info.header_offset > length:
            _too_large(where, noun, "its parts lie over one another")
        end = info.header_offset + _LOCAL + info.compress_size


def _too_large(where: str, noun: str, why: str) -> NoReturn:
    raise InputRefused(
        f"this {noun} is too large: {why}.",
        where=where,
        remedy="Ask for the form by itself, without pictures.",
    )
