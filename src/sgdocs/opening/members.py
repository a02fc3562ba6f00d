"""What a zip file's list of members may not say: nothing in it is a trick."""

import struct
import unicodedata
import zipfile
from collections.abc import Sequence
from pathlib import PureWindowsPath
from typing import NoReturn

from sgdocs.errors import InputRefused
from sgdocs.opening.limits import (
    DIRECTORY_BYTES,
    MEMBER_BYTES,
    MEMBERS,
    RATIO,
    RATIO_FROM,
    TOTAL_BYTES,
)
from sgdocs.opening.xmlparts import not_whole

__all__ = ["ends_as_zip", "misleading", "require_honest", "require_short_directory"]

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_END_OF_LARGE = b"PK\x06\x07"
_LONGEST_COMMENT = 65_535
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_PATCH = 0x20
_SIZES_FOLLOW = 0x8
_HEAD = struct.Struct("<4s5H3L2H")
_LOCAL_MARK = b"PK\x03\x04"
_NAME_IS_UTF8 = 0x800
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def require_honest(infos: Sequence[zipfile.ZipInfo], data: bytes, where: str, noun: str) -> None:
    """Refuse members that are locked, lead elsewhere, swell, overlap or can be read in two ways."""
    _require_plain(infos, where, noun)
    _require_small(infos, where, noun)
    _require_apart(infos, len(data), where, noun)
    _require_one_reading(infos, data, where, noun)


def ends_as_zip(data: bytes) -> bool:
    """Say whether a zip program would open this, whatever it begins with."""
    at = data.rfind(_END_MARK, max(0, len(data) - _LONGEST_COMMENT - _END.size))
    if at < 0 or len(data) < at + _END.size:
        return False
    return int(_END.unpack_from(data, at)[-1]) + at + _END.size == len(data)


def require_short_directory(data: bytes, where: str, noun: str) -> int:
    """Look before Python's own reader does, which takes in a directory of any length.

    Gives how many members there are said to be.
    """
    at = data.rfind(_END_MARK, max(0, len(data) - _LONGEST_COMMENT - _END.size))
    if at < 0 or len(data) < at + _END.size:
        raise not_whole(where, noun)
    _, disk, begun_on, here, count, size, _, comment = _END.unpack_from(data, at)
    if disk or begun_on or here != count or at + _END.size + comment != len(data):
        raise misleading(where, noun)
    if data[at - 20 : at - 16] == _END_OF_LARGE or count > MEMBERS or size > DIRECTORY_BYTES:
        _too_large(where, noun, "it holds too many files")
    return int(count)


def _require_plain(infos: Sequence[zipfile.ZipInfo], where: str, noun: str) -> None:
    seen: set[str] = set()
    for info in infos:
        if info.flag_bits & _ENCRYPTED:
            raise InputRefused(
                f"this {noun} is locked with a password.",
                where=where,
                remedy="Ask for it without one, or open it and save it without the password.",
            )
        if info.compress_type not in _METHODS or info.flag_bits & _PATCH:
            raise not_whole(where, noun)
        folded = _folded(info.filename)
        if _leads_elsewhere(info.orig_filename) or folded in seen:
            raise misleading(where, noun)
        seen.add(folded)


def _folded(name: str) -> str:
    """Give a name as the least careful of file systems has it."""
    steps = (s for s in unicodedata.normalize("NFC", name).split("/") if s not in ("", "."))
    return "/".join(steps).casefold() + ("/" if name.endswith("/") else "")


def misleading(where: str, noun: str) -> InputRefused:
    """Refuse a file that says of itself what is not so."""
    return InputRefused(
        f"this {noun} is built to mislead: a name in it leads elsewhere or stands twice, or it "
        "says of itself what is not so.",
        where=where,
        remedy="Do not open it. Ask the sender, by telephone, what it is.",
    )


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
        end = info.header_offset + _HEAD.size + info.compress_size


def _require_one_reading(
    infos: Sequence[zipfile.ZipInfo], data: bytes, where: str, noun: str
) -> None:
    """Refuse a file that another program would read otherwise than this one.

    Something stands before the first member, or a member says of itself another name or size than
    the directory does.
    """
    if infos and min(info.header_offset for info in infos) > 0:
        raise misleading(where, noun)
    if any(not _says_the_same(info, data) for info in infos):
        raise misleading(where, noun)


def _says_the_same(info: zipfile.ZipInfo, data: bytes) -> bool:
    if len(data) < info.header_offset + _HEAD.size:
        return False
    mark, _, flags, *_, packed, size, length, _ = _HEAD.unpack_from(data, info.header_offset)
    at = info.header_offset + _HEAD.size
    coding = "utf-8" if flags & _NAME_IS_UTF8 else "cp437"
    named = data[at : at + length].decode(coding, "replace")
    sized = flags & _SIZES_FOLLOW or (packed, size) == (info.compress_size, info.file_size)
    return bool(mark == _LOCAL_MARK and named == info.orig_filename and sized)


def _too_large(where: str, noun: str, why: str) -> NoReturn:
    raise InputRefused(
        f"this {noun} is too large: {why}.",
        where=where,
        remedy="Ask for the form by itself, without pictures.",
    )
