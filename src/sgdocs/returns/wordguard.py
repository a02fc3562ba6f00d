"""What a Word form never holds: programs, other files, and anything fetched from elsewhere."""

import re
from collections.abc import Iterator

from lxml import etree

from sgdocs.errors import InputRefused
from sgdocs.opening import Archive
from sgdocs.returns.wordfields import instructions

__all__ = ["require_harmless"]

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
_MAIN = re.compile(r"wordprocessingml\.(document|template)\.main\+xml\Z")
_FROM_ELSEWHERE = "it fetches something from elsewhere"
_PACKED = "another file is packed into it"
_PROGRAM = "it holds a program (macros)"


def require_harmless(archive: Archive) -> str:
    """Name the main part of a Word file that holds only words and pictures."""
    archive.require_no_doctypes()
    for name in archive.names:
        _require_known(archive, name)
    for name in archive.matching(r".*\.rels"):
        _require_links(archive, name)
    main = _main_part(archive)
    for name in archive.matching(r"word/[^/]*\.xml"):
        _require_no_fetching(archive, archive.xml(name))
    return main


def _require_known(archive: Archive, name: str) -> None:
    if _PROGRAMS.search(name) or name.lower().endswith((".docm", ".dotm")):
        raise refused(archive, _PROGRAM)
    known = name.lower().endswith(_KNOWN) or _PRINTER.fullmatch(name)
    if not known or archive.begins(name).startswith(_BEGINNINGS):
        raise refused(archive, _PACKED)


def _require_links(archive: Archive, name: str) -> None:
    for link in archive.xml(name).iter("{*}Relationship"):
        kind = str(link.get("Type", "")).rpartition("/")[2]
        if kind in _WITHIN or _PROGRAMS.search(kind):
            raise refused(archive, _PACKED)
        target = str(link.get("Target", "")).strip().lower()
        external = str(link.get("TargetMode", "")).lower() == "external"
        safe = kind == "hyperlink" and target.startswith(_SAFE_LINKS)
        if (external or _ELSEWHERE.match(target)) and not safe:
            raise refused(archive, _FROM_ELSEWHERE)


def _main_part(archive: Archive) -> str:
    said = [str(each.get("ContentType", "")) for each in archive.xml(_TYPES).iter()]
    if any("macroenabled" in kind.lower() or "vbaproject" in kind.lower() for kind in said):
        raise refused(archive, _PROGRAM)
    for each in archive.xml(_TYPES).iter("{*}Override"):
        if _MAIN.search(str(each.get("ContentType", ""))):
            return str(each.get("PartName", "")).lstrip("/")
    raise InputRefused(
        "this is not a Word file that can be read.",
        where=archive.where,
        remedy="Ask for the form as it was sent, or save it in Word as .docx.",
    )


def _require_no_fetching(archive: Archive, part: etree._Element) -> None:
    if any(True for _ in part.iter(*_HOLDERS)):
        raise refused(archive, _PACKED)
    for said in instructions(part):
        if any(_fetches(said)):
            raise refused(archive, _FROM_ELSEWHERE)


def _fetches(said: str) -> Iterator[bool]:
    """Say of a field whether it fetches: Word takes its name in capitals or not."""
    name, _, rest = said.strip().partition(" ")
    yield name.strip('"').upper() in _FETCHING
    target = rest.strip().strip('"').lower()
    yield (
        name.upper() == "HYPERLINK"
        and bool(_ELSEWHERE.match(target))
        and not target.startswith(_SAFE_LINKS)
    )


def refused(archive: Archive, why: str) -> InputRefused:
    """Refuse a file for what it holds."""
    return InputRefused(
        f"this form was not opened: {why}.",
        where=archive.where,
        remedy="Forms hold words only. Ask the agency, by telephone, whether it sent this, and to "
        "fill in the form that you sent.",
    )
