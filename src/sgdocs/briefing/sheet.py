"""A briefing as plain data for the typesetter's template."""

import json
from collections.abc import Iterator

from sgdocs.briefing.model import Briefing
from sgdocs.briefing.ring import draw_ring
from sgdocs.briefing.wording import load_labels
from sgdocs.content import Content
from sgdocs.typesetting import Sheet

__all__ = ["briefing_sheet", "last_words"]

_TEMPLATE = "briefing.typ"
_BREAKABLE = ("https://", "http://")


def briefing_sheet(briefing: Briefing, content: Content) -> Sheet:
    """Give the sheet that the template sets."""
    labels, day = load_labels(content), briefing.issue.date
    data = {
        "title": briefing.title,
        "status": labels.status(briefing),
        "marking": labels.marking(briefing),
        "office": briefing.issue.office,
        "page": labels.page,
        "labels": {
            "questions": labels.questions,
            "links": labels.links,
            "picture": labels.picture,
        },
        "picture": draw_ring(labels.picture),
        "segments": [
            {"heading": s.heading, "paragraphs": list(s.paragraphs)} for s in briefing.segments
        ],
        "questions": list(briefing.questions),
        "links": list(briefing.links),
        "words": list(_words(briefing)),
        "day": {"year": day.year, "month": day.month, "day": day.day},
    }
    return Sheet(_TEMPLATE, json.dumps(data, ensure_ascii=False, sort_keys=True), day)


def last_words(briefing: Briefing) -> list[str]:
    """Give the words of the questions and links."""
    return " ".join((*briefing.questions, *briefing.links)).split()


def _words(briefing: Briefing) -> Iterator[list[str]]:
    """Give each box's words that stand on one line; web addresses may be broken."""
    for segment in briefing.segments:
        yield _unbroken(" ".join((segment.heading, *segment.paragraphs)).split())
    yield _unbroken(last_words(briefing))


def _unbroken(words: list[str]) -> list[str]:
    return [word for word in words if not word.startswith(_BREAKABLE)]
