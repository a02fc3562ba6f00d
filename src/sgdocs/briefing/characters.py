"""Refuse, by place, what no file can hold and what the fonts cannot print."""

import re
from collections.abc import Iterator

from sgdocs.briefing.model import PLACE, Briefing
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.typesetting import can_set

__all__ = ["refuse_unprintable", "refuse_unwritable"]

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029]")


def refuse_unwritable(briefing: Briefing) -> None:
    """Refuse a control character or half of a character."""
    for place, text in _texts(briefing):
        if _UNWRITABLE.search(text):
            raise InputRefused(
                "holds a character that cannot be written in a document.",
                where=place,
                remedy="Retype the value in the case file.",
            )


def refuse_unprintable(briefing: Briefing, content: Content) -> None:
    """Refuse a letter that none of the fonts has; it would print as a box."""
    for place, text in _texts(briefing):
        if not can_set("".join(text.split()), content):
            raise InputRefused(
                "holds a letter or sign that the PDF's fonts do not have.",
                where=place,
                remedy="Put a font for it into the workspace's folder fonts.",
            )


def _texts(briefing: Briefing) -> Iterator[tuple[str, str]]:
    yield f"{PLACE}.title", briefing.title
    for index, segment in enumerate(briefing.segments):
        yield f"{PLACE}.segments[{index}].heading", segment.heading
        for paragraph in segment.paragraphs:
            yield f"{PLACE}.segments[{index}].body", paragraph
    for name, entries in (("questions", briefing.questions), ("links", briefing.links)):
        yield from ((f"{PLACE}.{name}[{i}]", entry) for i, entry in enumerate(entries))
