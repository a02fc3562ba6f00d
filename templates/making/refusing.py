"""Refuse a source, naming its file and line."""

from sgdocs.errors import InputRefused

__all__ = ["refused"]


def refused(what: str, where: tuple[str, int], remedy: str) -> InputRefused:
    """Make the refusal of a line of a source."""
    file, line = where
    return InputRefused(what, where=f"{file}:{line}", remedy=remedy)
