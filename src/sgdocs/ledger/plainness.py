"""Keeps names and free text out of the ledger: it takes ids, roles, hashes, figures and paths."""

import re
from collections.abc import Mapping
from typing import Any

from sgdocs.errors import SgdocsError
from sgdocs.ledger.model import Entry

__all__ = ["require_plain"]

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
# A word and nothing else; a path may have spaces in it, since folders do.
_WORD = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]{0,300}")
_PATH = re.compile(r"(?=[^/]*/)[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\\]{1,500}")
_NAME = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]{0,120}")
_DEEPEST = 4
_MOST = 500


def require_plain(entry: Entry) -> None:
    """Refuse an entry that holds more than it may; the fault is the program's, not a person's."""
    if not _NAME.fullmatch(entry.by):
        raise _refused("by")
    for key, value in entry.about.items():
        if not _KEY.fullmatch(key) or not _plain(value, _DEEPEST):
            raise _refused(key if _KEY.fullmatch(key) else "a key")


def _plain(value: Any, depth: int) -> bool:
    if value is None or isinstance(value, bool | int):
        return True
    if isinstance(value, str):
        return bool(_WORD.fullmatch(value) or _PATH.fullmatch(value))
    if depth == 0 or not isinstance(value, Mapping | list | tuple) or len(value) > _MOST:
        return False
    if isinstance(value, Mapping):
        return all(
            isinstance(key, str) and _plain(key, 0) and _plain(part, depth - 1)
            for key, part in value.items()
        )
    return all(_plain(part, depth - 1) for part in value)


def _refused(where: str) -> SgdocsError:
    return SgdocsError("a ledger line may hold ids, roles, hashes and paths only.", where=where)
