"""The time in London, which is the time everybody in a case keeps."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sgdocs.errors import SgdocsError

__all__ = ["from_offset", "was_skipped", "zone"]


def zone(name: str = "Europe/London") -> ZoneInfo:
    """Open the time zone's rules; Windows has none of its own and takes them from `tzdata`."""
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError as missing:
        raise SgdocsError(
            "This computer has no time-zone rules for London.",
            remedy="Install the Python package tzdata beside sgdocs.",
        ) from missing


def from_offset(moment: datetime) -> datetime:
    """Turn a time with its own offset into London's wall-clock time."""
    return moment.astimezone(zone()).replace(tzinfo=None, fold=0)


def was_skipped(wall_clock: datetime) -> bool:
    """Say whether London's clocks jumped over this time when they went forward."""
    there = wall_clock.replace(tzinfo=zone()).astimezone(UTC)
    return from_offset(there) != wall_clock
