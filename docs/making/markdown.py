"""Markdown as the reference uses it: pages, tables, codes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Page", "anchor", "code", "codes", "table"]

_GENERATED = "*Written by `docs/make_reference.py`; change the source, not this page.*"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the reference."""

    name: str
    title: str
    about: str
    body: tuple[str, ...]

    @property
    def text(self) -> str:
        """Give the page as a file holds it."""
        return "\n\n".join((f"# {self.title}", self.about, *self.body, _GENERATED)) + "\n"


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Set rows as a table."""
    lines = [_line(titles), _line(["---"] * len(titles))]
    return "\n".join([*lines, *(_line([_cell(c) for c in row]) for row in rows)])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def code(text: str) -> str:
    """Set a name as code; nothing stays nothing."""
    return f"`{text}`" if text else ""


def codes(names: Iterable[str]) -> str:
    """Set names as code, in a row."""
    return ", ".join(code(name) for name in names)


def anchor(title: str) -> str:
    """Give the name a heading is linked by."""
    kept = "".join(c for c in title.casefold() if c.isalnum() or c in " -")
    return kept.replace(" ", "-")
