"""A template as the checker reads it: one line a paragraph, each knowing its place."""

from dataclasses import dataclass, field

__all__ = ["Control", "Page", "Spot", "Trouble"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a line stands, in the words of somebody who has the file open."""

    line: int = 0
    part: str = "body"
    heading: str = ""
    table_row: str = ""
    text: str = ""
    shape: tuple[str, ...] = ()  # what it lies in; tags that belong together lie alike
    cell: int = 0  # which table cell, counted through the part; 0 outside tables


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong that the flattening itself came upon."""

    rule: str
    spot: Spot
    message: str


@dataclass(frozen=True, slots=True)
class Control:
    """A field to fill in: its tag, its kind, and the choices it offers."""

    spot: Spot
    tag: str
    kind: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One text that is rendered by itself; each of its lines has a spot."""

    file: str
    source: str
    spots: tuple[Spot, ...]
    word: bool = False
    troubles: tuple[Trouble, ...] = ()
    controls: tuple[Control, ...] = field(default=())

    def spot(self, line: int) -> Spot:
        """Give the place of a line of the source, counted from 1."""
        if not self.spots:
            return Spot()
        return self.spots[min(max(line, 1), len(self.spots)) - 1]
