"""Draw a family, where it stays clear, and say in words all that the picture shows."""

from collections.abc import Iterator, Sequence
from math import ceil

from sgdocs.content import Content
from sgdocs.drawing import BOLD, LABEL, SMALL, Caption, Ink, Lettering, Paint
from sgdocs.drawing.palette import BLACK, GREY
from sgdocs.families.cards import SYMBOL, draw_card, draw_symbol
from sgdocs.families.layout import COLUMNS, WIDTH, Layout, laid_out
from sgdocs.families.model import Family, Generation, Person
from sgdocs.papers import Figure, figure_of

__all__ = ["draw"]

_MOST = 24
_MOST_TIES = 3
_EDGE = 2
_LEGEND = 32.0
_HEADING = Lettering(LABEL.size, BOLD, GREY)
_DASHES: tuple[tuple[float, ...], ...] = ((), (5, 2.5), (1.2, 2))


def draw(family: Family, content: Content) -> Figure | None:
    """Draw a family; nothing where the picture would not be clear, and a table must do."""
    if not _clear(family):
        return None
    layout = laid_out(family)
    height = ceil(layout.bottom + _LEGEND) + 2 * _EDGE
    ink = Ink(int(WIDTH) + 2 * _EDGE, height, (_EDGE, _EDGE))
    _labels(ink, family, layout)
    _ties(ink, family, layout)
    for person in family.people:
        draw_card(ink, person, layout.boxes[person.id])
    _legend(ink, family, layout.bottom + 14)
    alt = " ".join(_said(family))
    return figure_of(ink.svg(Caption(family.words["family_picture"], alt)), alt, content)


def _clear(family: Family) -> bool:
    """Say whether lines reach their cards past no other card, and letters stay large."""
    ends = [len(group) for tie in family.ties for group in tie]
    tied = {p.id for tie in family.ties for group in tie for p in group}
    few = all(len([p for p in family.of(g) if p.id in tied]) <= COLUMNS for g in Generation)
    return 1 < len(family.people) <= _MOST and len(family.ties) <= _MOST_TIES and few and bool(ends)


def _labels(ink: Ink, family: Family, layout: Layout) -> None:
    for generation, y in layout.labels.items():
        ink.text((0, y + 9), family.words[_word(generation)], _HEADING)


def _word(generation: Generation) -> str:
    return f"family_{generation.name.lower()}"


def _ties(ink: Ink, family: Family, layout: Layout) -> None:
    """Join each set of parents with their children; each set has lines of its own kind."""
    for number, (parents, children) in enumerate(family.ties):
        paint = Paint("", BLACK, 1.2, _DASHES[number])
        top = layout.labels[Generation.CHILDREN] - 4 - 9 * number
        ends = [_foot(layout, parent, number) for parent in parents]
        ends += [_head(layout, child, number) for child in children]
        for x, y in ends:
            ink.line((x, y), (x, top), paint)
        xs = [x for x, _ in ends]
        ink.line((min(xs), top), (max(xs), top), paint)


def _foot(layout: Layout, person: Person, number: int) -> tuple[float, float]:
    box = layout.boxes[person.id]
    return box.x + box.width / 2 + 8 * number, box.bottom


def _head(layout: Layout, person: Person, number: int) -> tuple[float, float]:
    box = layout.boxes[person.id]
    return box.x + box.width / 2 + 8 * number, box.y


def _legend(ink: Ink, family: Family, y: float) -> None:
    """Say what the symbols mean, once, under the picture."""
    x = 0.0
    for sex, died in (("male", False), ("female", False), ("not_known", False), ("male", True)):
        word = family.words["family_died" if died else f"family_{sex}"]
        shown = Person("", "", Generation.OTHERS, (), sex, died=died)
        draw_symbol(ink, shown, (x + SYMBOL, y - 3))
        ink.text((x + 2 * SYMBOL + 4, y), word, SMALL)
        x += 2 * SYMBOL + SMALL.width(word) + 18
    ink.text((x, y), family.words["family_edge"], SMALL)
    ink.text((0, y + 12), family.words["family_lines"], SMALL)


def _said(family: Family) -> Iterator[str]:
    yield f"{family.words['family_picture']}."
    for generation in Generation:
        people = family.of(generation)
        if people:
            yield f"{family.words[_word(generation)]}: {'; '.join(map(_one, people))}."
    for parents, children in family.ties:
        yield f"{_names(parents)} → {_names(children)}."


def _one(person: Person) -> str:
    return ", ".join((person.name, *person.lines))


def _names(people: Sequence[Person]) -> str:
    return ", ".join(person.name for person in people)
