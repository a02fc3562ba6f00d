"""The Markdown of a letter as the blocks of a paper; what has no place in a letter is refused."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from sgdocs.errors import InputRefused
from sgdocs.letters.inline import Runs, Source, cell, paragraphs, refusal
from sgdocs.papers import Block, Bullets, Heading, Numbered, Paragraph, Run, Table

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["Source", "main_headings", "no_main_heading", "read_blocks"]

_CAPTION = "Table: "
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


def read_blocks(source: Source) -> tuple[Block, ...]:
    """Read the Markdown into blocks."""
    tokens = _reader().parse(source.text)
    for token in tokens:
        for part in (token, *(token.children or ())):
            if part.type in _REFUSED:
                raise refusal(source, token, *_REFUSED[part.type])
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
            yield from map(Paragraph, paragraphs(self._inline()))
        elif token.type == "bullet_list_open":
            yield Bullets(self._items())
        elif token.type == "ordered_list_open":
            yield self._numbered(token)
        elif token.type == "table_open":
            yield self._table(token, before)
        else:
            raise refusal(self._source, token, "This has no place in a letter.", "Use words.")

    def _next(self) -> "Token":
        self._at += 1
        return self._tokens[self._at - 1]

    def _inline(self) -> Runs:
        """Read the words of a block and step over its close."""
        words = cell(self._next(), self._source)
        self._at += 1
        return words

    def _heading(self, token: "Token") -> Heading:
        level = _LEVELS.get(token.tag, 0)
        if level == 0 or level > self._level + 1:
            remedy = "Use #, then ##, then ###, in that order."
            raise refusal(self._source, token, "This heading skips a level.", remedy)
        self._level = level
        return Heading(level, self._inline())  # type: ignore[arg-type]

    def _items(self) -> tuple[tuple[Block, ...], ...]:
        items = []
        while self._next().type == "list_item_open":
            items.append(self.read())
        return tuple(items)

    def _numbered(self, token: "Token") -> Numbered:
        if token.attrGet("start") not in (None, 1):
            raise refusal(self._source, token, "A numbered list begins at 1.", "Write 1 first.")
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
