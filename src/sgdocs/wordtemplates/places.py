"""Where in a template something stands, in words that a person who opens it in Word can use."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import unescape

from sgdocs.expressions import ExpressionFailed, ExpressionRefused

__all__ = ["Place", "marked", "placed", "unmarked"]

Place = tuple[int, str, str]
"""A paragraph's number, its words in the template, and the heading above it."""

# Docxtpl takes whole rows and paragraphs away, and a mark inside would go along, so one stands
# before each row and cell too. XML cannot hold these two characters: no template has them.
_OPENING = re.compile(r"<w:(p|tr|tc)[ />]")
_MARK = re.compile("\x01([0-9]+)\x02")
_WORDS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_HEADING = re.compile(r'<w:pStyle w:val="(?:Heading\d|Title)"/>')
_PARAGRAPH = re.compile(r"<w:p[ />]")
_LONGEST = 60


def marked(text: str) -> str:
    """Write before each paragraph, row and cell the number of the paragraph it begins with."""
    count = 0

    def mark(found: re.Match[str]) -> str:
        nonlocal count
        count += found[1] == "p"
        return f"\x01{count + (found[1] != 'p')}\x02{found.group()}"

    return _OPENING.sub(mark, text)


def unmarked(text: str, before: str) -> tuple[str, list[Place]]:
    """Turn marks into line ends, so that a line number leads to a place in the text before."""
    there = _paragraphs(before)
    numbers = [int(found[1]) for found in _MARK.finditer(text)]
    places = [(n, *there[min(n, len(there) - 1)]) for n in (1, *numbers)] if there[1:] else []
    return _MARK.sub("\n", text), places


@contextmanager
def placed(where: str, places: Sequence[Place]) -> Iterator[None]:
    """Give a fault the place of its line, quoting the template and never a fact."""
    try:
        yield
    except (ExpressionFailed, ExpressionRefused) as error:
        if 0 < error.line <= len(places):
            number, words, heading = places[error.line - 1]
            quoted = f" (“{words}”)" if words else ""
            under = f", under “{heading}”" if heading else ""
            error.where, error.line = f"{where}, paragraph {number}{quoted}{under}", number
        raise


def _paragraphs(text: str) -> list[tuple[str, str]]:
    """Give the words of each paragraph and the heading above it, counted from 1."""
    given, heading = [("", "")], ""
    for paragraph in _PARAGRAPH.split(text)[1:]:
        words = unescape("".join(_WORDS.findall(paragraph.partition("</w:p>")[0]))).strip()
        short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        given.append((short, heading))
        heading = short if _HEADING.search(paragraph) else heading
    return given
