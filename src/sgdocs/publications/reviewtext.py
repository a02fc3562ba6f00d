"""A review's own words, in Markdown or Word, as the parts of a report."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.papers import Block, Bullets, Cell, Heading, Numbered, Paragraph, Run, Table
from sgdocs.reading import read_file, require_mapping

__all__ = ["Headings", "load_headings", "report_of"]

_FILE = "review-headings.yaml"
_BEFORE = re.compile(r"^[\d.\s]*")
_LISTS = frozenset({"improvements", "references", "terms_of_reference"})
_ROWS = {"recommendations": ("text", "owner", "measure", "timescale"), "glossary": ()}
_TITLED = {"episodes": ("what_happened", "analysis"), "findings": ("text",)}

Parts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Headings:
    """Which part of a report stands under which heading."""

    parts: Mapping[str, str]

    def part(self, words: str) -> str:
        """Name the part a heading begins; nothing for one that is not known."""
        return self.parts.get(_plain(words), "")


@dataclass(slots=True)
class _Section:
    part: str
    blocks: list[Block] = field(default_factory=list)


def load_headings(content: Content) -> Headings:
    """Load the headings, the workspace's own where it has them."""
    name = f"templates/{_FILE}"
    data = require_mapping(read_file(content.path("templates", _FILE), name=name))
    return Headings({_plain(w): part for part, each in data.items() for w in each})


def report_of(blocks: Iterable[Block], headings: Headings, where: str) -> Parts:
    """Give the parts of a report; words under a heading that is not known are refused."""
    report: Parts = {}
    for section in _sections(blocks, headings, where):
        value = _value(section, headings, where)
        top, _, below = section.part.partition(".")
        if below:
            report.setdefault(top, {})[below] = value
        else:
            report[top] = value
    return report


def _sections(blocks: Iterable[Block], headings: Headings, where: str) -> Iterator[_Section]:
    """Cut the text at its headings of the second level; the first is the title."""
    section: _Section | None = None
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield _Section("title", [Paragraph(block.runs)])
        elif isinstance(block, Heading) and block.level == 2:
            if section:
                yield section
            section = _Section(_known(_said(block.runs), headings, where))
        elif section is None:
            raise InputRefused(
                "there are words before the first heading.",
                where=where,
                remedy="Put them under a heading, such as ## Introduction.",
            )
        else:
            section.blocks.append(block)
    if section:
        yield section


def _known(words: str, headings: Headings, where: str) -> str:
    part = headings.part(words)
    if not part:
        # The heading itself may say what must not be said.
        raise InputRefused(
            "there is a heading that no part of a report stands under.",
            where=where,
            remedy="templates/review-headings.yaml lists them; add yours in a copy of it.",
        )
    return part


def _value(section: _Section, headings: Headings, where: str) -> Any:
    part, blocks = section.part, section.blocks
    if part in _LISTS or part.startswith("easy_read."):
        return list(_items(blocks))
    if part in _ROWS:
        return list(_rows(section, headings, where))
    if part in _TITLED:
        return list(_titled(blocks, _TITLED[part], headings))
    return _text(blocks)


def _items(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the entries of lists, and each paragraph that stands alone."""
    for block in blocks:
        if isinstance(block, Bullets | Numbered):
            yield from (_text(item) for item in block.items)
        elif isinstance(block, Paragraph):
            yield _said(block.runs)


def _rows(section: _Section, headings: Headings, where: str) -> Iterator[Parts]:
    """Give the rows of a table, each column by its header."""
    tables = [block for block in section.blocks if isinstance(block, Table)]
    if not tables:
        raise InputRefused(f"the {section.part} are not in a table.", where=where)
    for table in tables:
        names = [_column(_said(cell), section.part, headings) for cell in table.header]
        for number, row in enumerate(table.rows, 1):
            entry = {n: _said(c) for n, c in zip(names, row, strict=False) if n and _said(c)}
            yield {"id": f"rec-{number}", **entry} if section.part == "recommendations" else entry


def _column(words: str, part: str, headings: Headings) -> str:
    if part == "glossary":
        return "term" if _plain(words) in ("word", "term", "agency") else "meaning"
    known = headings.part(words)
    return known if known in _ROWS[part] else ""


def _titled(blocks: Iterable[Block], parts: tuple[str, ...], headings: Headings) -> Iterator[Parts]:
    """Give what stands under each heading of the third level, as an entry with that title."""
    entry: Parts = {}
    part = parts[0]
    for block in blocks:
        if isinstance(block, Heading):
            if entry:
                yield entry
            entry, part = {"title": _said(block.runs)}, parts[0]
        elif (named := _named(block, headings)) in parts:
            part = named
        else:
            entry.setdefault("title", "")
            entry[part] = "\n\n".join(filter(None, (entry.get(part, ""), _text([block]))))
    if entry:
        yield entry


def _named(block: Block, headings: Headings) -> str:
    """Say which part of an episode begins with a line in bold alone."""
    if isinstance(block, Paragraph) and all(isinstance(r, Run) and r.bold for r in block.runs):
        return headings.part(_said(block.runs))
    return ""


def _text(blocks: Iterable[Block]) -> str:
    """Give paragraphs and lists as text, a gap between them."""
    return "\n\n".join(filter(None, map(_lines, blocks)))


def _lines(block: Block) -> str:
    if isinstance(block, Bullets | Numbered):
        return "\n".join(f"• {_text(item)}" for item in block.items)
    return _said(block.runs) if isinstance(block, Paragraph | Heading) else ""


def _said(cell: Cell) -> str:
    return "".join(run.text for run in cell if isinstance(run, Run)).strip()


def _plain(words: str) -> str:
    return _BEFORE.sub("", words).strip().rstrip(".:").replace("’", "'").casefold()
