"""What a seven-minute briefing holds, before it is PDF, Word or a web page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from sgdocs.errors import InputRefused

__all__ = ["PLACE", "SEGMENTS", "Briefing", "Issue", "Segment"]

SEGMENTS = 7
PLACE = "$.report.briefing"
_EMPTY_LINE = re.compile(r"\r?\n[ \t]*\r?\n\s*")


@dataclass(frozen=True, slots=True)
class Segment:
    """One of the seven parts."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """Who issues the briefing, in which version, on which day."""

    office: str
    version: str
    date: date


@dataclass(frozen=True, slots=True)
class Briefing:
    """Seven parts, questions to talk about and where to read more."""

    title: str
    segments: tuple[Segment, ...]
    questions: tuple[str, ...]
    links: tuple[str, ...]
    issue: Issue
    approved_on: date | None = None

    @classmethod
    def from_case(cls, data: Mapping[str, Any], issue: Issue) -> Self:
        """Take the briefing out of a case; one that has none, or not seven parts, is refused."""
        written = data.get("report", {}).get("briefing")
        if written is None:
            raise _refused(
                "the case has no briefing yet.", "Write its title and seven parts there."
            )
        segments = tuple(_segment(entry) for entry in written["segments"])
        if len(segments) != SEGMENTS:
            what = f"a briefing has exactly seven parts, and this one has {len(segments)}."
            raise _refused(what, "Join or divide parts until there are seven.", ".segments")
        return cls(
            title=written["title"],
            segments=segments,
            questions=tuple(written.get("questions", ())),
            links=tuple(written.get("links", ())),
            issue=issue,
            approved_on=_approved(written.get("approved_on"), issue.date),
        )


def _segment(entry: Mapping[str, str]) -> Segment:
    return Segment(entry["heading"], tuple(_EMPTY_LINE.split(entry["body"].strip())))


def _approved(written: str | None, today: date) -> date | None:
    """Give the day of approval; one that is still to come approves nothing."""
    day = date.fromisoformat(written) if written else None
    return day if day and day <= today else None


def _refused(what: str, remedy: str, below: str = "") -> InputRefused:
    return InputRefused(what, where=f"{PLACE}{below}", remedy=remedy)
