"""What no Word file from elsewhere may hold: programs, other files, and anything fetched."""

import re

from lxml import etree

from sgdocs.opening.archives import Archive
from sgdocs.opening.wordfields import instructions

__all__ = ["harm_in"]

_TYPES = "[Content_Types].xml"
_KNOWN = (
    *(".xml", ".rels", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".tif"),
    *(".tiff", ".svg", ".odttf", ".fntdata", ".ttf", ".vml", ".webp"),
)
_PRINTER = re.compile(r"word/printerSettings/[^/]+\.bin")
_PROGRAMS = re.compile(r"vba|macro|activex|customui|userform|webextension", re.I)
_BEGINNINGS = (b"\xd0\xcf\x11\xe0", b"MZ", b"PK\x03\x04", b"%PDF-", b"{\\rtf")
_WITHIN = frozenset({"oleObject", "package", "control", "aFChunk", "subDocument", "frame", "video"})
_HOLDERS = ("{*}OLEObject", "{*}altChunk", "{*}control", "{*}subDoc", "{*}movie")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[\\/]{2}")
_SAFE_LINKS = ("http://", "https://", "mailto:", "tel:")
_FETCHING = frozenset({"AUTOTEXT", "AUTOTEXTLIST", "DATABASE", "DDE", "DDEAUTO", "EMBED", "IMPORT"})
_FETCHING |= {"INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "MACROBUTTON", "RD"}
_FROM_ELSEWHERE = "it fetches something from elsewhere"
_PACKED = "another file is packed into it"
_PROGRAM = "it holds a program (macros)"


def harm_in(archive: Archive) -> str:
    """Say in words what harm a Word file could do to whoever opens it; nothing if none."""
    archive.require_no_doctypes()
    kinds = [str(each.get("ContentType", "")).lower() for each in archive.xml(_TYPES).iter()]
    if any("macroenabled" in kind or "vbaproject" in kind for kind in kinds):
        return _PROGRAM
    found = [_of_member(archive, name) for name in archive.names]
    found += [_of_links(archive.xml(name)) for name in archive.matching(r".*\.rels")]
    found += [_of_words(archive.xml(name)) for name in archive.matching(r"word/[^/]*\.xml")]
    return next(filter(None, found), "")


def _of_member(archive: Archive, name: str) -> str:
    if _PROGRAMS.search(name) or name.lower().endswith((".docm", ".dotm")):
        return _PROGRAM
    known = name.lower().endswith(_KNOWN) or _PRINTER.fullmatch(name)
    return "" if known and not archive.begins(name).startswith(_BEGINNINGS) else _PACKED


def _of_links(part: etree._Element) -> str:
    for link in part.iter("{*}Relationship"):
        kind = str(link.get("Type", "")).rpartition("/")[2]
        if kind in _WITHIN or _PROGRAMS.search(kind):
            return _PACKED
        target = str(link.get("Target", "")).strip().lower()
        external = str(link.get("TargetMode", "")).lower() == "external"
        safe = kind == "hyperlink" and target.startswith(_SAFE_LINKS)
        if (external or _ELSEWHERE.match(target)) and not safe:
            return _FROM_ELSEWHERE
    return ""


def _of_words(part: etree._Element) -> str:
    if any(True for _ in part.iter(*_HOLDERS)):
        return _PACKED
    return _FROM_ELSEWHERE if any(map(_fetches, instructions(part))) else ""


def _fetches(said: str) -> bool:
    """Say of a field whether it fetches: Word takes its name in capitals or not."""
    name, _, rest = said.strip().partition(" ")
    target = rest.strip().strip('"').lower()
    leads_out = _ELSEWHERE.match(target) and not target.startswith(_SAFE_LINKS)
    return name.strip('"').upper() in _FETCHING or bool(name.upper() == "HYPERLINK" and leads_out)
