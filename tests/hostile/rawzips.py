"""Zip files written byte by byte, so that they can say of themselves what is not so."""

import struct
import zlib
from dataclasses import dataclass

__all__ = ["Member", "written"]

_LOCAL = struct.Struct("<4s5H3L2H")
_LISTED = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DEFLATED = 8


@dataclass(frozen=True, slots=True)
class Member:
    """One member; what is said before its data may differ from what the directory says."""

    name: bytes
    data: bytes
    flags: int = 0
    local_name: bytes = b""
    local_size: int = -1
    size: int = -1


def written(*members: Member, count: int = -1, disk: int = 0, before: bytes = b"") -> bytes:
    """Write a zip file."""
    body, directory = before, b""
    for member in members:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(member.data) + packer.flush()
        place, crc = len(body), zlib.crc32(member.data)
        size = len(member.data) if member.size < 0 else member.size
        here = size if member.local_size < 0 else member.local_size
        name = member.local_name or member.name
        shared = (20, member.flags, _DEFLATED, 0, 33, crc, len(packed))
        body += _LOCAL.pack(b"PK\3\4", *shared, here, len(name), 0) + name + packed
        directory += _LISTED.pack(
            b"PK\1\2", 20, *shared, size, len(member.name), 0, 0, 0, 0, 0, place
        )
        directory += member.name
    said = len(members) if count < 0 else count
    return (
        body
        + directory
        + _END.pack(b"PK\5\6", disk, disk, said, said, len(directory), len(body), 0)
    )
