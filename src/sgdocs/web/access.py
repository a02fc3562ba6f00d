"""Who may come in, and what they may do."""

import hashlib
import hmac
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sgdocs.board import mark_of

__all__ = ["Access", "LocalAccess", "Role", "SharedAccess", "User", "matches", "scrambled"]

_COST, _BLOCK, _LANES = 1 << 15, 8, 1
_MEMORY = 64 * 1024 * 1024
_LONGEST_PASSWORD = 1024


class Role(StrEnum):
    """What somebody may do."""

    COORDINATOR = "coordinator"
    MANAGER = "manager"
    READ_ONLY = "read-only"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who has come in."""

    name: str
    role: Role = Role.COORDINATOR
    alone: bool = False
    """True for the one person at the machine that the program runs on."""

    @property
    def may_change(self) -> bool:
        """Say whether they may change anything."""
        return self.role is not Role.READ_ONLY

    def may_see(self, restricted_to: tuple[str, ...]) -> bool:
        """Say whether they may see a case that is for some people's eyes."""
        return self.alone or not restricted_to or self.name in restricted_to

    def may_see_marked(self, marks: tuple[str, ...]) -> bool:
        """Say the same of a line of the board, which has marks in place of names."""
        return self.alone or not marks or mark_of(self.name) in marks


class Access(Protocol):
    """A way to come in."""

    @property
    def asks_for_name(self) -> bool:
        """Say whether somebody must say who they are."""
        ...

    def admit(self, name: str, secret: str) -> User | None:
        """Give the person who said the right words."""
        ...


@dataclass(frozen=True, slots=True)
class LocalAccess:
    """One person at their own machine: whoever has the code that was printed there."""

    code: str
    name: str = "office"
    asks_for_name = False

    def admit(self, name: str, secret: str) -> User | None:  # noqa: ARG002 - one person, no name
        """Admit whoever has the code."""
        right = hmac.compare_digest(secret.encode(), self.code.encode())
        return User(self.name, alone=True) if right else None


@dataclass(frozen=True, slots=True)
class SharedAccess:
    """Several people on an office's network, each with a password and a role."""

    users: Mapping[str, tuple[Role, str]]
    """Role and scrambled password by name."""
    asks_for_name = True

    def admit(self, name: str, secret: str) -> User | None:
        """Admit whoever has a password of their own; a name nobody has costs as much time."""
        role, kept = self.users.get(name, (Role.READ_ONLY, _NOBODY))
        right = matches(secret, kept)
        return User(name, role) if right and name in self.users else None


def scrambled(password: str, salt: bytes) -> str:
    """Give what is kept of a password: it can be compared with, and not read."""
    made = _derived(password, salt, _COST)
    return f"scrypt:{_COST}:{b64encode(salt).decode()}:{b64encode(made).decode()}"


def matches(password: str, kept: str) -> bool:
    """Say whether a password is the one that was kept."""
    if len(password) > _LONGEST_PASSWORD:
        return False
    _, cost, salt, made = kept.split(":")
    tried = _derived(password, b64decode(salt), int(cost))
    return hmac.compare_digest(tried, b64decode(made))


def _derived(password: str, salt: bytes, cost: int) -> bytes:
    return hashlib.scrypt(
        password.encode(), salt=salt, n=cost, r=_BLOCK, p=_LANES, maxmem=_MEMORY, dklen=32
    )


_NOBODY = "scrypt:32768:" + b64encode(bytes(16)).decode() + ":" + b64encode(bytes(32)).decode()
