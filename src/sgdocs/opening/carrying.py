"""Take the files out of what carries them: a mail, a zip file, one within the other."""

import email
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.policy import Compat32
from email.utils import parsedate_to_datetime
from itertools import filterfalse
from typing import NoReturn

from sgdocs.errors import InputRefused
from sgdocs.opening.archives import Archive
from sgdocs.opening.kinds import kind_of
from sgdocs.opening.limits import (
    CARRIED_DEPTH,
    FILES_CARRIED,
    MAIL_HEADER_BYTES,
    MAIL_PARTS,
    TOTAL_BYTES,
)

__all__ = ["Held", "carried"]

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Held:
    """One file: what it is called, what it holds, and when the mail that carried it came."""

    name: str
    """Its own; where it was carried, the carrier's and a number, since a name may be a person's."""
    data: bytes
    came: str = ""
    """The date and time the last mail server wrote down, as ISO; nothing outside a mail."""
    carried: bool = False


class _TooLongError(ValueError):
    """A header that no mail program writes."""


class _Bounded(Compat32):
    """The usual way of reading a mail, but for headers without end."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Take in one header with the lines that continue it."""
        if sum(map(len, sourcelines)) > MAIL_HEADER_BYTES:
            raise _TooLongError
        return super().header_source_parse(sourcelines)


def carried(name: str, data: bytes) -> tuple[Held, ...]:
    """Give the files a mail or zip file carries, or the file itself where it is neither."""
    found: list[Held] = []
    called = plain_name(name)
    for held in _all(Held(called, data), 0):
        found.append(held)
        if len(found) > FILES_CARRIED or sum(len(h.data) for h in found) > TOTAL_BYTES:
            _too_much(called)
    return tuple(found)


def plain_name(name: str) -> str:
    """Give the last part of a name, without anything that is no letter of a name."""
    last = name.replace("\\", "/").rpartition("/")[2]
    tidy = "".join(c if c.isprintable() and c not in '<>:"|?*' else "_" for c in last).strip(". ")
    return tidy[-_LONGEST_NAME:] or "unnamed"


def _all(held: Held, depth: int) -> Iterator[Held]:
    kind = kind_of(held.data)
    if kind not in ("mail", "zip"):
        yield held
        return
    if depth >= CARRIED_DEPTH:
        _too_much(held.name)
    for inner in _in_mail(held) if kind == "mail" else _in_zip(held):
        yield from _all(inner, depth + 1)


def _in_zip(held: Held) -> Iterator[Held]:
    archive = Archive(held.data, held.name)
    for number, name in enumerate(filterfalse(_left_by_a_program, archive.names), 1):
        yield Held(f"{held.name}, file {number}", archive.read(name), held.came, carried=True)


def _left_by_a_program(name: str) -> bool:
    """Know the files that a Mac and Windows put into zip files by themselves."""
    last = name.rpartition("/")[2]
    return name.startswith("__MACOSX/") or last.startswith((".", "~$")) or last == "Thumbs.db"


def _in_mail(held: Held) -> Iterator[Held]:
    try:
        message = email.message_from_bytes(held.data, policy=_Bounded())
        parts = list(_parts(message, held.name))
    except InputRefused:
        raise
    except Exception:  # noqa: BLE001 - the mail parser meets hostile headers in many ways
        raise InputRefused(
            "this mail cannot be read.",
            where=held.name,
            remedy="Save the form out of the mail, and give that file.",
        ) from None
    came = _came(message) or held.came
    attached = (data for data in map(_attached, parts) if data is not None)
    for number, data in enumerate(attached, 1):
        yield Held(f"{held.name}, file {number}", data, came, carried=True)


def _parts(message: Message, name: str) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number >= MAIL_PARTS:
            _too_much(name)
        yield part


def _attached(part: Message) -> bytes | None:
    """Give what is attached; the words of the mail itself, and pictures in them, are not."""
    if part.is_multipart():
        return None
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data:
        return None
    kind = kind_of(data)
    words = part.get_content_maintype() == "text" and kind in ("mail", "other")
    return None if words or kind == "picture" else data


def _came(message: Message) -> str:
    """Read the time at the end of the topmost `Received` line, which our own server wrote."""
    line = str(message.get("Received", ""))
    try:
        moment = parsedate_to_datetime(line.rpartition(";")[2].strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return moment.isoformat() if moment.tzinfo else ""


def _too_much(name: str) -> NoReturn:
    raise InputRefused(
        "this holds too many files, or files too deep within one another.",
        where=name,
        remedy="Save the forms out of it, and give those files.",
    )
