"""Sign a paper that is open for signing, and look at the signatures of one that came back."""

import re
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import InputRefused, SafetyRefused
from sgdocs.opening import limits
from sgdocs.opening.files import read_ordinary
from sgdocs.signing import Key, Look, look_at, read_certificates, sign
from sgdocs.storage import write_file

__all__ = ["sign_file", "verify_file"]

_SIGNED = re.compile(r"_signed(?:-(\d{1,3}))?$")
_EVENING = time(23, 59)
_LONDON = ZoneInfo("Europe/London")


def sign_file(
    path: Path, what: tuple[str, Key], out: Path | None, content: Content, now: Moment
) -> Path:
    """Sign one field of a file, and write the signed file beside it; the file itself stays."""
    data, at, (field, key) = _bytes_of(path), _moment(now), what
    if look_at(data, path.name, at).altered:
        raise SafetyRefused(
            "a signature in this file no longer fits it: the file was changed after it was signed.",
            where=str(path),
            remedy="Do not sign it. Look at it with sgdocs sign --verify, and ask for the file "
            "as it was signed.",
        )
    target = out or _beside(path)
    write_file(target, sign(data, field, key, at, content), exclusive=True)
    return target


def verify_file(path: Path, trusted: Sequence[Path], as_of: Moment) -> Look:
    """Look at the signatures in a file; certificates are judged as of a day."""
    roots = [one for each in trusted for one in read_certificates(each)]
    return look_at(_bytes_of(path), path.name, _moment(as_of), roots)


def _moment(moment: Moment) -> datetime:
    """Give the end of a day whose time is not known: what held on it held by then."""
    return datetime.combine(moment.day, moment.clock or _EVENING, _LONDON)


def _beside(path: Path) -> Path:
    """Give a name that says how many have signed: …_signed, then …_signed-2."""
    found = _SIGNED.search(path.stem)
    number = int(found[1] or 1) + 1 if found else 1
    stem = path.stem[: found.start()] if found else path.stem
    return path.with_name(f"{stem}_signed{f'-{number}' if number > 1 else ''}.pdf")


def _bytes_of(path: Path) -> bytes:
    try:
        data = read_ordinary(path, limits.FILE_BYTES)
    except OSError:
        raise InputRefused(
            "this file could not be read.", where=str(path), remedy="Check the name."
        ) from None
    if len(data) > limits.FILE_BYTES:
        raise InputRefused(
            f"this file is larger than {limits.FILE_BYTES // 1_000_000} MB.", where=str(path)
        )
    return data
