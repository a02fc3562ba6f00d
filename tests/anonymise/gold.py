"""Passages marked by hand: what must go, what must be asked about, what must stay.

`[[listed:mother|Ms Bright]]` is a person or thing the case file knows, by its short name;
`[[unlisted|Tobias Farrant]]` one it does not know; `[[trap|May 2025]]` something to leave alone.
`{U+200B}` stands for a character that cannot be seen or told apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sgdocs.content import Content
from sgdocs.pipeline.anonymising import case_masker

HERE = Path(__file__).parent
_HEADING = re.compile(r"^## (\S+)\n", re.MULTILINE)
_HIDDEN = re.compile(r"\{U\+([0-9A-F]{4,6})\}")
_MARK = re.compile(r"\[\[(listed|unlisted|trap)(?::([a-z0-9-]+))?\|(.+?)\]\]")


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of a passage, in code points."""

    start: int
    end: int
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage without its marks, and where they were."""

    id: str
    case: str
    text: str
    spans: tuple[Span, ...]


@cache
def passages(part: str) -> tuple[Passage, ...]:
    """Read every passage of one part of the set."""
    files = sorted((HERE / part).glob("*.md"))
    return tuple(passage for file in files for passage in _in_file(file))


@cache
def masker(case: str):
    """Make the masker of one of the set's cases."""
    return case_masker(HERE / "passages" / f"{case}.yaml", Content())


def _in_file(path: Path) -> Iterator[Passage]:
    pieces = _HEADING.split(path.read_text(encoding="utf-8"))[1:]
    for name, body in zip(pieces[::2], pieces[1::2], strict=True):
        yield _without_marks(name, path.stem, body.strip())


def _without_marks(name: str, case: str, marked: str) -> Passage:
    source = _HIDDEN.sub(lambda code: chr(int(code[1], 16)), marked)
    text, spans, at = "", [], 0
    for mark in _MARK.finditer(source):
        text += source[at : mark.start()]
        spans.append(Span(len(text), len(text) + len(mark[3]), mark[1], mark[2] or ""))
        text, at = text + mark[3], mark.end()
    return Passage(name, case, text + source[at:], tuple(spans))
