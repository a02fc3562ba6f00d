"""The people who may come in from the office's network, as a file that lists them."""

import re
import secrets
from pathlib import Path
from typing import Any

from sgdocs.content import require_outside
from sgdocs.errors import InputRefused, UsageRefused
from sgdocs.reading import dump, read_file, require_mapping
from sgdocs.storage import locked, write_file
from sgdocs.web.access import Role, SharedAccess, scrambled

__all__ = ["add_user", "load_users"]

_NAME = re.compile(r"[^\W\d_][\w .'-]{0,59}")
_KEPT = re.compile(r"scrypt:(?:32768|65536):[A-Za-z0-9+/=]{20,64}:[A-Za-z0-9+/=]{40,88}")
_SHORTEST = 12


def load_users(path: Path) -> SharedAccess:
    """Read who may come in, with what they may do; the list lies outside every workspace."""
    require_outside(path)
    listed = require_mapping(read_file(path)).get("users")
    if not isinstance(listed, dict) or not listed:
        raise _unusable(path)
    return SharedAccess({name: _user(path, name, entry) for name, entry in listed.items()})


def add_user(path: Path, name: str, role: Role, password: str) -> None:
    """Add somebody, or give them another role and password."""
    if not _NAME.fullmatch(name):
        raise UsageRefused("a name is made of letters, and begins with one.")
    if len(password) < _SHORTEST:
        raise UsageRefused(f"the password is short. Take at least {_SHORTEST} letters.")
    with locked(path, owner="sgdocs users"):
        data: dict[str, Any] = require_mapping(read_file(path)) if path.exists() else {}
        users = dict(data.get("users") or {})
        users[name] = {"role": str(role), "password": scrambled(password, secrets.token_bytes(16))}
        write_file(path, dump({"users": users}))


def _user(path: Path, name: Any, entry: Any) -> tuple[Role, str]:
    kept = entry.get("password") if isinstance(entry, dict) else None
    if not isinstance(name, str) or not isinstance(kept, str) or not _KEPT.fullmatch(kept):
        raise _unusable(path)
    try:
        return Role(entry.get("role")), kept
    except ValueError:
        raise _unusable(path) from None


def _unusable(path: Path) -> InputRefused:
    return InputRefused(
        "this is not a list of users.", where=str(path), remedy="Make one with: sgdocs users."
    )
