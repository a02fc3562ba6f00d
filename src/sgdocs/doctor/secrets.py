"""Finds keys, passwords and lists of users that lie in a workspace, as far as they can be told."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from sgdocs.errors import InputRefused
from sgdocs.opening.limits import KEY_BYTES

__all__ = ["secrets_in"]

_MADE = frozenset({"build", ".sgdocs"})
"""What the program itself made there is no place where somebody keeps a key."""
_MARKS = re.compile(
    rb"^sgdocs-key-1:|^AGE-SECRET-KEY-1|^-----BEGIN [A-Z ]*PRIVATE KEY-----"
    rb"|^ *password: *['\"]?scrypt:",
    re.MULTILINE,
)
_KEYS = frozenset({".p12", ".pfx"})
_CALLED = re.compile(r"password|passphrase", re.IGNORECASE)
_WORDS = frozenset({"", ".txt"})


def secrets_in(folder: Path) -> tuple[Path, ...]:
    """Give the files of a workspace that hold a secret, by what they hold or are called."""
    try:
        return tuple(sorted(place for place in _files(folder) if _is_secret(place)))
    except OSError as error:
        raise InputRefused(
            "could not be looked into.",
            where=str(error.filename or folder),
            remedy="Check that this account may read it.",
        ) from error


def _files(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        if here == str(folder):
            folders[:] = [name for name in folders if name not in _MADE]
        yield from (Path(here, name) for name in names)


def _is_secret(place: Path) -> bool:
    """Say whether a file is a key, or holds one; links and large files are none."""
    if place.is_symlink() or not place.is_file() or place.stat().st_size > KEY_BYTES:
        return False
    if place.suffix.lower() in _KEYS:
        return True
    if place.suffix.lower() in _WORDS and _CALLED.search(place.stem):
        return True
    return bool(_MARKS.search(place.read_bytes()))
