"""The words of one block of a letter, with what is bold, slanted or leads elsewhere."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from sgdocs.errors import InputRefused
from sgdocs.papers import Run

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["Runs", "Source", "cell", "paragraphs", "refusal"]

_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_LINKS = re.compile(r"(?:https://[a-z0-9]|mailto:|tel:)")
_KEPT_IN_LINKS = "@.-_~+"

Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A letter's Markdown, what its file is called, and how values come back."""

    text: str
    file: str
    restore: Callable[[str], str]


def cell(token: "Token", source: Source) -> Runs:
    """Make runs of the words of one block, alike neighbours joined."""
    runs = _looks(token, source)
    joined = ((look, "".join(r.text for r in group)) for look, group in groupby(runs, _look))
    return tuple(replace(look, text=text) for look, text in joined if text)


def _look(run: Run) -> Run:
    return replace(run, text="")


def _looks(token: "Token", source: Source) -> Iterator[Run]:
    bold, italic, link = 0, 0, ""
    for part in token.children or ():
        if part.nesting:
            bold += part.nesting * (part.type in ("strong_open", "strong_close"))
            italic += part.nesting * (part.type in ("em_open", "em_close"))
            if part.type in ("link_open", "link_close"):
                link = _address(part, token, source) if part.nesting > 0 else ""
            continue
        words = {"softbreak": " ", "hardbreak": "\n"}.get(part.type) or part.content
        text = source.restore(words).replace("\r\n", "\n").replace("\r", "\n")
        yield Run(text, bold=bold > 0, italic=italic > 0, link=link)


def _address(part: "Token", token: "Token", source: Source) -> str:
    href = str(part.attrGet("href") or "")
    if not _LINKS.match(href):
        remedy = "Begin it with https://, mailto: or tel:."
        raise refusal(source, token, "This link does not lead to a page or an address.", remedy)
    return "".join(
        letter
        if letter.isascii() and letter.isprintable() and letter not in ' "<>\\'
        else quote(source.restore(letter), safe=_KEPT_IN_LINKS)
        for letter in href
    )


def paragraphs(runs: Runs) -> Iterator[Runs]:
    """Divide where a value holds an empty line: an account of several paragraphs keeps them."""
    current: list[Run] = []
    for run in runs:
        first, *others = _BLANK_LINE.split(run.text)
        current.append(replace(run, text=first))
        for text in others:
            yield tuple(current)
            current = [replace(run, text=text)]
    yield tuple(run for run in current if run.text) or runs


def refusal(source: Source, token: "Token", what: str, remedy: str) -> InputRefused:
    """Refuse what a letter cannot hold, naming its line."""
    line = f":{token.map[0] + 1}" if token.map else ""
    return InputRefused(what, where=f"{source.file}{line}", remedy=remedy)
