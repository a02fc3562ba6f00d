"""Markdown and other plain text: its lines, with heading and table row."""

import re

from sgdocs.checking.places.pages import Page, Spot

__all__ = ["plain_page"]

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*$")
_FENCE = re.compile(r"\s*(```|~~~)")


def plain_page(text: str, file: str) -> Page:
    """Give a plain text as a page."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    spots = []
    heading, fenced = "", False
    for number, line in enumerate(lines, 1):
        fenced ^= _FENCE.match(line) is not None
        found = None if fenced else _HEADING.match(line)
        heading = found[1] if found else heading
        stripped = line.strip()
        row = stripped if stripped.startswith("|") and not fenced else ""
        spots.append(Spot(number, "body", heading, row, stripped))
    return Page(file, "\n".join(lines), tuple(spots))
