"""What a Word form never holds: programs, other files, and anything fetched from elsewhere."""

import re

from sgdocs.errors import InputRefused
from sgdocs.opening import Archive

__all__ = ["require_harmless"]

_TYPES = "[Content_Types].xml"
_KNOWN = (
    *(".xml", ".rels", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".tif"),
    *(".tiff", ".svg", ".odttf", ".fntdata", ".ttf", ".vml", ".webp"),
)
_PRINTER = re.compile(r"word/printerSettings/[^/]+\.bin")
_PROGRAMS = re.compile(r"vba|macro|activex|customui|userform", re.I)
_WITHIN = frozenset({"oleObject", "package", "control", "aFChunk", "subDocument", "frame", "video"})
_SAFE_LINKS = ("http://", "https://", "mailto:", "tel:")
_FETCHING = re.compile(
    rb"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|DATABASE)\b"
)
_INSTRUCTION = re.compile(rb"<w:instrText[^>]*>([^<]*)|w:instr=\"([^\"]*)")
_MAIN = re.compile(r"wordprocessingml\.(document|template)\.main\+xml\Z")


def require_harmless(archive: Archive) -> str:
    """Name the main part of a Word file that holds only words and pictures."""
    for name in archive.names:
        _require_known(archive, name)
    for name in archive.matching(r".*\.rels"):
        _require_links(archive, name)
    main = _main_part(archive)
    _require_no_fetching(archive, main)
    return main


def _require_known(archive: Archive, name: str) -> None:
    if _PROGRAMS.search(name) or name.lower().endswith((".docm", ".dotm")):
        raise refused(archive, "it holds a program (macros)")
    if not name.lower().endswith(_KNOWN) and not _PRINTER.fullmatch(name):
        raise refused(archive, "another file is packed into it")


def _require_links(archive: Archive, name: str) -> None:
    for link in archive.xml(name).iter("{*}Relationship"):
        kind = str(link.get("Type", "")).rpartition("/")[2]
        if kind in _WITHIN or _PROGRAMS.search(kind):
            raise refused(archive, "another file is packed into it")
        if link.get("TargetMode") == "External":
            target = str(link.get("Target", "")).strip().lower()
            if kind != "hyperlink" or not target.startswith(_SAFE_LINKS):
                raise refused(archive, "it fetches something from elsewhere")


def _main_part(archive: Archive) -> str:
    for each in archive.xml(_TYPES).iter("{*}Override"):
        said = str(each.get("ContentType", ""))
        if "macroEnabled" in said:
            raise refused(archive, "it holds a program (macros)")
        if _MAIN.search(said):
            return str(each.get("PartName", "")).lstrip("/")
    raise InputRefused(
        "this is not a Word file that can be read.",
        where=archive.where,
        remedy="Ask for the form as it was sent, or save it in Word as .docx.",
    )


def _require_no_fetching(archive: Archive, main: str) -> None:
    for said in _INSTRUCTION.findall(archive.read(main)):
        if _FETCHING.search(b" ".join(said)):
            raise refused(archive, "it fetches something from elsewhere")


def refused(archive: Archive, why: str) -> InputRefused:
    """Refuse a file for what it holds."""
    return InputRefused(
        f"this form was not opened: {why}.",
        where=archive.where,
        remedy="Forms hold words only. Ask the agency, by telephone, whether it sent this, and to "
        "fill in the form that you sent.",
    )
