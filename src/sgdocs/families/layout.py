"""Where each card stands: a generation under the other, in rows of at most four."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sgdocs.drawing import Box
from sgdocs.families.cards import height_of
from sgdocs.families.model import Family, Generation, Person

__all__ = ["COLUMNS", "WIDTH", "Layout", "laid_out"]

WIDTH = 455.0  # points: a little less than between the margins of an upright page
COLUMNS = 4
_GAP = 12.0
_LABEL = 15.0
_BETWEEN = 16.0
_PER_TIE = 9.0  # more room above the children for each set of lines


@dataclass(frozen=True, slots=True)
class Layout:
    """The place of each card, of each generation's label, and how tall all of it is."""

    boxes: Mapping[str, Box]
    labels: Mapping[Generation, float]
    bottom: float


def laid_out(family: Family) -> Layout:
    """Lay the cards out."""
    boxes: dict[str, Box] = {}
    labels: dict[Generation, float] = {}
    columns = max(3, min(COLUMNS, max(len(family.of(g)) for g in Generation)))
    width, y = (WIDTH - (columns - 1) * _GAP) / columns, 0.0
    for generation in Generation:
        if not (people := family.of(generation)):
            continue
        if generation is Generation.CHILDREN:
            y += _PER_TIE * len(family.ties)
        labels[generation] = y
        y += _LABEL
        for row in _rows(people, columns, generation):
            tall = max(height_of(person, width) for person in row)
            for place, person in enumerate(row):
                boxes[person.id] = Box(place * (width + _GAP), y, width, tall)
            y += tall + _GAP
        y += _BETWEEN - _GAP
    return Layout(boxes, labels, y - _BETWEEN)


def _rows(
    people: Sequence[Person], columns: int, generation: Generation
) -> Iterator[Sequence[Person]]:
    """Fill rows; parents stand in the last one, next to their children."""
    rows = [people[n : n + columns] for n in range(0, len(people), columns)]
    yield from reversed(rows) if generation is Generation.PARENTS else rows
