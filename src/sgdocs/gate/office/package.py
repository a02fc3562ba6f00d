"""Open a package and read every part of it, referenced or not."""

import posixpath
from collections.abc import Iterator
from hashlib import sha256

from sgdocs.gate.archive import Member, members
from sgdocs.gate.blobs import look_into
from sgdocs.gate.evidence import Evidence, Inner
from sgdocs.gate.fonts import keys_in, read_font
from sgdocs.gate.model import Code, Picture
from sgdocs.gate.office.kinds import BINARY, FONTS, MAINS, PICTURES, channel_of
from sgdocs.gate.office.markup import read_markup
from sgdocs.gate.office.relations import Relation, relations_in
from sgdocs.gate.pictures import read_picture
from sgdocs.gate.xml import parsed

__all__ = ["read_package"]

_TYPES = "[Content_Types].xml"


def read_package(data: bytes, within: str, evidence: Evidence) -> None:
    """Read every part of an Office file."""
    parts = {m.name: m for m in members(data, evidence)}
    if _TYPES not in parts:
        evidence.refuse(Code.UNOPENABLE, "package", within)
        return
    types = _types(parts[_TYPES], within, evidence)
    relations = tuple(_relations(parts, within, evidence))
    if not any(types.of(name) in MAINS for name in parts):
        evidence.refuse(Code.UNKNOWN, "package", within)
    referred = {r.target for r in relations} | {r.source for r in relations}
    reader = _Parts(within, types, referred, keys_in(parts.values()), evidence)
    for part in parts.values():
        if part.name != _TYPES:
            reader.read(part)


class _Types:
    """Which content type each part has."""

    __slots__ = ("_endings", "_names")

    def __init__(self) -> None:
        self._endings: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def add(self, kind: str, key: str, content_type: str) -> None:
        """Take in an entry of the list of content types."""
        if kind == "Default":
            self._endings[key.lower()] = content_type
        elif kind == "Override":
            self._names[key.lstrip("/").lower()] = content_type

    def of(self, name: str) -> str:
        """Give the content type of a part; nothing where it has none."""
        known = self._names.get(name.lower())
        return known or self._endings.get(name.rpartition(".")[2].lower(), "")


def _types(part: Member, within: str, evidence: Evidence) -> _Types:
    types, place = _Types(), within + part.name
    root = parsed(part.data, "content types", place, evidence)
    for entry in root if root is not None else ():
        if isinstance(entry.tag, str):
            key = entry.get("Extension") or entry.get("PartName") or ""
            types.add(entry.tag.rpartition("}")[2], key, entry.get("ContentType", ""))
    if root is not None:
        read_markup(root, "content types", place, evidence)
    return types


def _relations(parts: dict[str, Member], within: str, evidence: Evidence) -> Iterator[Relation]:
    for name, part in parts.items():
        if name.endswith(".rels"):
            yield from relations_in(part, within, evidence)


class _Parts:
    """Reads the parts of one package, each by its kind."""

    __slots__ = ("_evidence", "_keys", "_referred", "_types", "_within")

    def __init__(
        self,
        within: str,
        types: _Types,
        referred: set[str],
        keys: tuple[bytes, ...],
        evidence: Evidence,
    ) -> None:
        self._within = within
        self._types = types
        self._referred = referred
        self._keys = keys
        self._evidence = evidence

    def read(self, part: Member) -> None:
        """Read one part, or refuse it where nobody knows its kind."""
        kind, place = self._types.of(part.name), self._within + part.name
        thumbnail = "thumbnail" in part.name.lower()
        if kind in PICTURES:
            channel = "thumbnail" if thumbnail else "picture"
            self._evidence.pictures.append(Picture(sha256(part.data).hexdigest(), place))
            read_picture(part.data, channel, place, self._evidence)
        elif kind in FONTS:
            read_font(part.data, self._keys, place, self._evidence)
        elif kind in BINARY:
            self._inside(part, place)
        elif channel := channel_of(kind):
            self._markup(part, self._channel(part.name, channel), place)
        else:
            self._strange(part, place)

    def _inside(self, part: Member, place: str) -> None:
        channel = "embedded workbook" if part.name.endswith("xlsx") else "embedded object"
        if "printerSettings" in part.name:
            look_into(part.data, "printer settings", place, self._evidence)
        else:
            self._evidence.inner.append(Inner(place, part.data, channel))

    def _channel(self, name: str, channel: str) -> str:
        if "glossary/" in name:
            return "glossary"
        inside = name not in self._referred and not name.endswith(".rels")
        return "orphan part" if inside else channel

    def _markup(self, part: Member, channel: str, place: str) -> None:
        root = parsed(part.data, channel, place, self._evidence)
        if root is not None:
            read_markup(root, channel, place, self._evidence)

    def _strange(self, part: Member, place: str) -> None:
        """Refuse what is of no known kind; a program is called one."""
        name = posixpath.basename(part.name).lower()
        program = "vba" in name or name.endswith((".exe", ".js", ".dll", ".ocx"))
        orphan = part.name not in self._referred
        channel = "embedded object" if "embeddings/" in part.name else "unknown part"
        code = Code.PROGRAM if program else Code.UNKNOWN
        self._evidence.refuse(code, "orphan part" if orphan and not program else channel, place)
        look_into(part.data, channel, place, self._evidence)
