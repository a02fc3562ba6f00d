"""Refuse a name that somebody typed and that there is not, with the one they probably meant."""

from collections.abc import Collection

from sgdocs.errors import UsageRefused
from sgdocs.spelling import nearest

__all__ = ["require_known"]


def require_known(name: str, known: Collection[str], noun: str, advice: str = "") -> None:
    """Insist that a name is known; `advice` is given where none is near."""
    if name not in known:
        meant = nearest(name, known)
        remedy = f"Did you mean {meant}?" if meant else advice
        raise UsageRefused(f"there is no such {noun}.", remedy=remedy)
