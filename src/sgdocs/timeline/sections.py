"""Sections of the picture, and how they are shared out over pages without splitting a block."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from sgdocs.drawing.ink import Ink

__all__ = ["Piece", "Section", "paginate"]

_GAP = 9.0


class Section(Protocol):
    """A part of the picture: a head that comes again on each page, and blocks beneath it."""

    def head(self, start: int) -> float:
        """Give the height of the head over a block."""
        ...

    @property
    def heights(self) -> tuple[float, ...]:
        """Give the height of each block."""
        ...

    def draw(self, ink: Ink, top: float, part: range) -> None:
        """Draw the head and some of the blocks."""
        ...


@dataclass(frozen=True, slots=True)
class Piece:
    """What one page shows of a section, and how far down it starts."""

    section: Section
    part: range
    top: float

    @property
    def bottom(self) -> float:
        """Give its lower edge."""
        return (
            self.top
            + self.section.head(self.part.start)
            + sum(self.section.heights[n] for n in self.part)
        )


def paginate(sections: Iterable[Section], room: float) -> tuple[tuple[Piece, ...], ...]:
    """Share the sections out over pages of a height."""
    pages: list[list[Piece]] = [[]]
    for section in sections:
        for part, fresh in _parts(section, room, _free_from(pages[-1])):
            if fresh:
                pages.append([])
            if part:
                pages[-1].append(Piece(section, part, _free_from(pages[-1])))
    return tuple(tuple(page) for page in pages)


def _free_from(page: list[Piece]) -> float:
    return page[-1].bottom + _GAP if page else 0.0


def _parts(section: Section, room: float, top: float) -> Iterator[tuple[range, bool]]:
    """Cut a section where a page is full; each part says whether it starts on a new page."""
    start, fresh, at = 0, False, top + section.head(0)
    for n, height in enumerate(section.heights):
        if at + height > room and (n > start or (top and not fresh)):
            yield range(start, n), fresh
            start, fresh, at = n, True, section.head(n)
        at += height
    yield range(start, len(section.heights)), fresh
