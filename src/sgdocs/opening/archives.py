"""Open a zip file from anywhere, which every Word file is, without trusting a word of it."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO

from lxml import etree

from sgdocs.opening.members import misleading, require_honest, require_short_directory
from sgdocs.opening.xmlparts import not_whole, parse_xml, require_no_doctype

__all__ = ["Archive", "trusted_directory"]

_BEGINNING = 16
_XML = (".xml", ".rels", ".vml", ".svg")
_DAMAGE = (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error)


class Archive:
    """A zip file whose members may be read, each within bounds; `noun` says what it should be."""

    __slots__ = ("_infos", "_zip", "noun", "where")

    def __init__(
        self, data: bytes, where: str, noun: str = "zip file", *, just_made: bool = False
    ) -> None:
        """Open it; one that was made here a moment ago has no tricks to look for."""
        self.where, self.noun = where, noun
        self._zip = zipfile.ZipFile(BytesIO(data)) if just_made else _opened(data, where, noun)
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

    def begins(self, name: str) -> bytes:
        """Give a member's first bytes, which say what it is."""
        try:
            with self._zip.open(self._infos[name]) as member:
                return member.read(_BEGINNING)
        except (*_DAMAGE, KeyError, RuntimeError, EOFError, zlib.error):
            raise not_whole(self.where, self.noun) from None

    def require_no_doctypes(self) -> None:
        """Refuse a document type in any part, also in those that are never read."""
        for name in self.names:
            if name.lower().endswith(_XML):
                require_no_doctype(self.read(name), self.where, self.noun)

    def xml(self, name: str, *, ours: bool = False) -> etree._Element:
        """Give a member's root element; what we made ourselves may be as long as a report is."""
        return parse_xml(self.read(name), self.where, self.noun, ours=ours)


def trusted_directory(data: bytes, where: str, noun: str) -> tuple[zipfile.ZipInfo, ...]:
    """Give the list of members, once nothing in it is a trick."""
    return tuple(_opened(data, where, noun).infolist())


def _opened(data: bytes, where: str, noun: str) -> zipfile.ZipFile:
    count = require_short_directory(data, where, noun)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _DAMAGE:
        raise not_whole(where, noun) from None
    if len(archive.infolist()) != count:
        raise misleading(where, noun)
    require_honest(archive.infolist(), data, where, noun)
    return archive
