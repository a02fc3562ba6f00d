"""When a step falls: what is counted, from what, which way, and by which clause."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Direction", "Duty", "Limit", "Reading", "Source", "Timing", "Unit"]


class Unit(StrEnum):
    """What is counted."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    WEEKS = "weeks"
    MONTHS = "months"
    NONE = "none"


class Direction(StrEnum):
    """Which way it is counted."""

    AFTER = "after"
    BEFORE = "before"


class Limit(StrEnum):
    """What kind of limit the date is."""

    WITHIN = "within"
    ON = "on"
    WINDOW = "window"
    AT_LEAST = "at_least"
    WINDOW_START = "window_start"
    SAME_DAY = "same_day"


class Duty(StrEnum):
    """What stands behind the step."""

    STATUTORY = "statutory"
    PROCEDURE = "procedure"
    ADVISORY = "advisory"
    EXPECTATION = "expectation"


@dataclass(frozen=True, slots=True)
class Source:
    """The clause a rule comes from: the document's short name, its title and the section."""

    document: str
    title: str
    section: str

    def __str__(self) -> str:
        return f"{self.title}, {self.section}"


@dataclass(frozen=True, slots=True)
class Timing:
    """When a step falls."""

    anchor: str
    offset: int | None
    earliest_offset: int | None
    unit: Unit
    direction: Direction
    limit: Limit
    counting: str
    time_of_day: str

    @property
    def anchor_step(self) -> str:
        """Name the step it is counted from, or nothing where that is an event."""
        kind, colon, step = self.anchor.partition(":")
        return step if colon and kind in ("step", "due") else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Another reading of the same rule."""

    issue: str
    label: str
    timing: Timing
    source: Source
    when: str
    says: str
