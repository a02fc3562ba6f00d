"""The Markdown of a letter as the blocks of a paper; what has no place in a letter is refused."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from sgdocs.errors import InputRefused
from sgdocs.papers import Block, Bullets, Heading, Numbered, Paragraph, Run, Table

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["Source", "main_headings", "no_main_heading", "read_blocks"]

_CAPTION = "Table: "
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_LINKS = re.compile(r"(?:https://[a-z0-9]|mailto:|tel:)")
_KEPT_IN_LINKS = "@.-_~+"
_REFUSED = {
    "html_block": ("HTML is not used in letters.", "Write plain Markdown."),
    "html_inline": ("HTML is not used in letters.", "Write plain Markdown."),
    "image": ("Pictures are not used in letters.", "Take the picture out."),
    "fence": ("Code is not used in letters.", "Take the three marks away."),
    "code_inline": ("Code is not used in letters.", "Take the backward quotes away."),
    "hr": ("A line across the page is not used in letters.", "Use a heading."),
    "blockquote_open": ("Quotations are not set apart in letters.", "Use quotation marks."),
}
_LEVELS = {"h1": 1, "h2": 2, "h3": 3}

Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A letter's Markdown, what its file is called, and how values come back."""

    text: str
    file: str
    restore: Callable[[str], str]


def read_blocks(source: Source) -> tuple[Block, ...]:
    """Read the Markdown into blocks."""
    tokens = _reader().parse(source.text)
    for token in tokens:
        for part in (token, *(token.children or ())):
            if part.type in _REFUSED:
                raise _refusal(source, token, *_REFUSED[part.type])
    return _Blocks(source, tokens).read()


def main_headings(blocks: tuple[Block, ...]) -> int:
    """Count the headings of level 1."""
    return sum(isinstance(block, Heading) and block.level == 1 for block in blocks)


def no_main_heading(file: str) -> InputRefused:
    """Refuse a letter that has no main heading, or more than one."""
    return InputRefused(
        "a letter has one main heading.",
        where=file,
        remedy="Begin one line, and only one, with # and a space.",
    )


@lru_cache(maxsize=1)
def _reader() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 30 ms, and only letters need it

    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    # Indented words are words, and a line such as “[x]: y” is not to vanish.
    reader.disable(["code", "reference", "lheading"])
    # Links are checked and quoted here, once the values are back.
    reader.normalizeLink = _as_written  # type: ignore[method-assign]
    reader.validateLink = _accepted  # type: ignore[method-assign]
    return reader


def _as_written(url: str) -> str:
    return url


def _accepted(url: str) -> bool:
    return bool(url)


class _Blocks:
    """Goes through the flat run of tokens once, one block at a time."""

    __slots__ = ("_at", "_level", "_source", "_tokens")

    def __init__(self, source: Source, tokens: Sequence["Token"]) -> None:
        self._source = source
        self._tokens = tokens
        self._at = 0
        self._level = 0

    def read(self) -> tuple[Block, ...]:
        """Read to the end, or to the close of what was opened before."""
        blocks: list[Block] = []
        while self._at < len(self._tokens) and not self._tokens[self._at].type.endswith("_close"):
            blocks.extend(self._block(blocks))
        self._at += 1
        return tuple(blocks)

    def _block(self, before: list[Block]) -> Iterator[Block]:
        token = self._next()
        if token.type == "heading_open":
            yield self._heading(token)
        elif token.type == "paragraph_open":
            yield from map(Paragraph, _paragraphs(self._inline()))
        elif token.type == "bullet_list_open":
            yield Bullets(self._items())
        elif token.type == "ordered_list_open":
            yield self._numbered(token)
        elif token.type == "table_open":
            yield self._table(token, before)
        else:
            raise _refusal(self._source, token, "This has no place in a letter.", "Use words.")

    def _next(self) -> "Token":
        self._at += 1
        return self._tokens[self._at - 1]

    def _inline(self) -> Runs:
        """Read the words of a block and step over its close."""
        cell = _cell(self._next(), self._source)
        self._at += 1
        return cell

    def _heading(self, token: "Token") -> Heading:
        level = _LEVELS.get(token.tag, 0)
        if level == 0 or level > self._level + 1:
            remedy = "Use #, then ##, then ###, in that order."
            raise _refusal(self._source, token, "This heading skips a level.", remedy)
        self._level = level
        return Heading(level, self._inline())  # type: ignore[arg-type]

    def _items(self) -> tuple[tuple[Block, ...], ...]:
        items = []
        while self._next().type == "list_item_open":
            items.append(self.read())
        return tuple(items)

    def _numbered(self, token: "Token") -> Numbered:
        if token.attrGet("start") not in (None, 1):
            raise _refusal(self._source, token, "A numbered list begins at 1.", "Write 1 first.")
        return Numbered(self._items())

    def _table(self, token: "Token", before: list[Block]) -> Table:
        lines = self._source.text.splitlines()
        dashes = lines[token.map[0] + 1] if token.map else ""
        widths = tuple(len(column) for column in re.findall(r"-+", dashes))
        rows = [row for row in self._rows() if row]
        return Table(rows[0], tuple(rows[1:]), _caption(before), widths)

    def _rows(self) -> Iterator[tuple[Runs, ...]]:
        row: list[Runs] = []
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                row = []
            elif token.type in ("th_open", "td_open"):
                row.append(self._inline())
            elif token.type == "tr_close":
                yield tuple(row)


def _caption(before: list[Block]) -> str:
    """Take the paragraph that begins “Table: ” just before a table for its caption."""
    last = before[-1] if before else None
    if not isinstance(last, Paragraph):
        return ""
    words = "".join(run.text for run in last.runs if isinstance(run, Run))
    if not words.startswith(_CAPTION):
        return ""
    before.pop()
    return words.removeprefix(_CAPTION)


def _cell(token: "Token", source: Source) -> Runs:
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
        raise _refusal(source, token, "This link does not lead to a page or an address.", remedy)
    return "".join(
        letter
        if letter.isascii() and letter.isprintable() and letter not in ' "<>\\'
        else quote(source.restore(letter), safe=_KEPT_IN_LINKS)
        for letter in href
    )


def _paragraphs(runs: Runs) -> Iterator[Runs]:
    """Divide where a value holds an empty line: an account of several paragraphs keeps them."""
    current: list[Run] = []
    for run in runs:
        first, *others = _BLANK_LINE.split(run.text)
        current.append(replace(run, text=first))
        for text in others:
            yield tuple(current)
            current = [replace(run, text=text)]
    yield tuple(run for run in current if run.text) or runs


def _refusal(source: Source, token: "Token", what: str, remedy: str) -> InputRefused:
    line = f":{token.map[0] + 1}" if token.map else ""
    return InputRefused(what, where=f"{source.file}{line}", remedy=remedy)
