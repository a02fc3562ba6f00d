"""Decides which file names every computer a business unit may use can hold."""

import re
import unicodedata
from collections.abc import Callable, Iterable

from sgdocs.errors import InputRefused

__all__ = ["RESERVED", "fault_in_name", "parts_of", "safe_name", "twins"]

RESERVED = ".sgdocs-"

_LONGEST = 120
_LONGEST_IN_BYTES = 240  # Linux and network shares stop at 255 bytes, however few the letters
_FORBIDDEN = re.compile(r'[<>:"/|?*\\]')
_BECOMES_HYPHEN = re.compile(r'[<>:"/|?*\\\s-]+')
_ENDS = " .-"
# Nearly every name of ours, told at once.
_PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}(?<!\.)\Z")
# Windows opens a device under these names in any folder, with any ending after a dot.
_DEVICES = re.compile(r"(?:CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])\Z", re.I)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_REFERENCE_REMEDY = "Use letters, figures and hyphens, such as SCP-2026-014."


def _too_long(name: str) -> bool:
    return len(name) > _LONGEST or len(name.encode(errors="replace")) > _LONGEST_IN_BYTES


def _unseen(name: str) -> bool:
    plain = name.isascii() and name.isprintable()
    return not plain and any(unicodedata.category(c) in _UNSEEN for c in name)


def _device(name: str) -> bool:
    return bool(_DEVICES.match(name.partition(".")[0].rstrip(" ")))


_FAULTS: tuple[tuple[Callable[[str], object], str], ...] = (
    (lambda name: name in ("", ".", ".."), "it is empty or leads to another folder"),
    (_too_long, f"it is longer than {_LONGEST} characters"),
    (_FORBIDDEN.search, 'it holds one of < > : " / | ? * \\, which Windows does not allow'),
    (_unseen, "it holds a character that cannot be seen"),
    (lambda name: name.endswith((" ", ".")), "it ends in a dot or a space, which Windows drops"),
    (lambda name: name.startswith(RESERVED), f"names in {RESERVED} are for unfinished work"),
    (_device, "Windows keeps that name for a device"),
)


def safe_name(text: str) -> str:
    """Turn a reference into one file name, or refuse when nothing sensible would remain."""
    if any(unicodedata.category(c) in _UNSEEN and not c.isspace() for c in text):
        raise _refused("it holds a character that cannot be seen")
    name = _BECOMES_HYPHEN.sub("-", unicodedata.normalize("NFC", text)).strip(_ENDS)
    if not any(c.isalnum() for c in name):
        raise _refused("no letter or figure remains")
    if fault := fault_in_name(name):
        raise _refused(fault)
    return name


def fault_in_name(name: str) -> str:
    """Say what is wrong with one file or folder name, never quoting it; nothing if it will do."""
    if _PLAIN.match(name) and not _device(name):
        return ""
    return next((fault for wrong, fault in _FAULTS if wrong(name)), "")


def parts_of(name: str) -> tuple[str, ...]:
    """Split a name with forward slashes into folder and file names, refusing any path trick."""
    parts = tuple(name.split("/"))
    for part in parts:
        if fault := fault_in_name(part):
            raise InputRefused(
                f"a file name cannot be used: {fault}.",
                remedy="Give a plain name, with forward slashes between folders.",
            )
    return parts


def twins(names: Iterable[tuple[str, ...]]) -> bool:
    """Say whether two names would be one file, or a file and a folder, on some computer."""
    folded = [tuple(unicodedata.normalize("NFC", p).casefold() for p in parts) for parts in names]
    files = set(folded)
    folders = {parts[:depth] for parts in files for depth in range(1, len(parts))}
    return len(files) < len(folded) or bool(files & folders)


def _refused(fault: str) -> InputRefused:
    return InputRefused(
        f"this reference cannot be made into a file name: {fault}.", remedy=_REFERENCE_REMEDY
    )
