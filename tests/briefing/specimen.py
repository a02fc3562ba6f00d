"""A briefing of an invented review, short or as long as the page allows."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from sgdocs.briefing import Briefing, Issue, Segment
from sgdocs.content import Content
from sgdocs.reading import read_file

CONTENT = Content()
EXAMPLES = Path(__file__).parents[2] / "examples"
ISSUE = Issue("Example Partnership", "2", date(2024, 12, 10))
_SENTENCE = (
    "The practitioners who knew the family wrote down what they noticed and nobody was asked to "
    "read the records side by side until the review began"
)


def case(name: str = "bcp") -> dict[str, Any]:
    """Read an example."""
    data: dict[str, Any] = read_file(EXAMPLES / name / "case.yaml").data
    return data


def briefing(name: str = "bcp") -> Briefing:
    """Give an example's briefing."""
    return Briefing.from_case(case(name), ISSUE)


def filled(count: int) -> Briefing:
    """Give a briefing whose seven parts have so many words each."""
    words = _SENTENCE.split()
    body = " ".join(words[i % len(words)] for i in range(count))
    short = briefing()
    return replace(short, segments=tuple(Segment(s.heading, (body,)) for s in short.segments))


def with_body(index: int, *paragraphs: str) -> Briefing:
    """Give a briefing one of whose parts has another text."""
    short = briefing()
    segments = list(short.segments)
    segments[index] = Segment(segments[index].heading, paragraphs)
    return replace(short, segments=tuple(segments))
