"""The pages of the documentation, taken apart: fenced blocks, links, words in code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["PAGES", "ROOT", "Block", "anchors", "blocks", "links", "name_of", "prose", "spans"]

ROOT = Path(__file__).parents[2]
PAGES = (
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
)

_BLOCK = re.compile(r"^(?:```(.*)\n((?:.*\n)*?)```|<!-- first: (.*) -->)$", re.M)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


@dataclass(frozen=True)
class Block:
    """A fenced block, or a command that a page needs and does not show."""

    line: int
    sort: str
    settings: dict[str, str]
    text: str


def name_of(page: Path) -> str:
    """Name a page as the repository does."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> Iterator[Block]:
    """Give a page's blocks in order; `<!-- first: … -->` is a hidden command."""
    text = page.read_text(encoding="utf-8")
    for found in _BLOCK.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        if found[3] is not None:
            yield Block(line, "first", {}, found[3])
            continue
        sort, *settings = found[1].split() or [""]
        yield Block(line, sort, dict(s.partition("=")[::2] for s in settings), found[2])


def prose(page: Path) -> str:
    """Give a page without its fenced blocks and hidden commands."""
    return _BLOCK.sub("", page.read_text(encoding="utf-8"))


def links(page: Path) -> list[str]:
    """Give the targets of a page's links."""
    return _LINK.findall(prose(page))


def spans(page: Path) -> list[str]:
    """Give the words a page sets in code within its sentences."""
    return _SPAN.findall(prose(page))


def anchors(page: Path) -> set[str]:
    """Give the names a page's headings are linked by."""
    titles = re.findall(r"^#+ (.*)$", prose(page), re.M)
    return {_anchor(title) for title in titles}


def _anchor(title: str) -> str:
    kept = "".join(c for c in title.casefold() if c.isalnum() or c in " -_")
    return kept.replace(" ", "-")
