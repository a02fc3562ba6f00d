"""One person's card: a symbol, the name, and what is known of them."""

from sgdocs.drawing import BOLD, SMALL, Box, Ink, Lettering, Paint, wrapped
from sgdocs.drawing.palette import BLACK, BLUE, PALE_BLUE, WHITE
from sgdocs.families.model import Person

__all__ = ["SYMBOL", "draw_card", "draw_symbol", "height_of"]

_NAME = Lettering(9, BOLD)
_SAID = SMALL
_ROOM = 6.0
SYMBOL = 4.5
_SUBJECT_EDGE, _EDGE, _HOUSEHOLD = 2.0, 0.75, 4.0


def height_of(person: Person, width: float) -> float:
    """Say how tall a card must be."""
    name, lines = _texts(person, width)
    return 2 * _ROOM + len(name) * _NAME.leading + len(lines) * _SAID.leading


def draw_card(ink: Ink, person: Person, box: Box) -> None:
    """Draw a card; nothing on it is told by colour alone."""
    fill = PALE_BLUE if person.subject else WHITE
    edge = _SUBJECT_EDGE if person.subject else _EDGE
    ink.box(box, Paint(fill, BLACK, edge), rounded=3)
    if person.household:
        ink.box(Box(box.x, box.y, _HOUSEHOLD, box.height), Paint(BLUE))
    left, y = box.x + _ROOM + 3, box.y + _ROOM
    name, lines = _texts(person, box.width)
    draw_symbol(ink, person, (left + SYMBOL, y + _NAME.leading / 2))
    for line in name:
        y += _NAME.leading
        ink.text((left + 2 * SYMBOL + 5, y - 2.4), line, _NAME)
    for line in lines:
        y += _SAID.leading
        ink.text((left, y - 2), line, _SAID)


def draw_symbol(ink: Ink, person: Person, centre: tuple[float, float]) -> None:
    """Draw a square, a circle or a diamond; a cross goes through it for somebody who has died."""
    x, y = centre
    paint = Paint(WHITE, BLACK, 1.1)
    if person.sex == "male":
        ink.box(Box(x - SYMBOL, y - SYMBOL, 2 * SYMBOL, 2 * SYMBOL), paint)
    elif person.sex == "female":
        ink.circle(centre, SYMBOL, paint)
    else:
        far = SYMBOL * 1.15
        ink.polygon([(x, y - far), (x + far, y), (x, y + far), (x - far, y)], paint)
    if person.died:
        far = SYMBOL * 1.25
        for slope in (-1, 1):
            ink.line((x - far, y - slope * far), (x + far, y + slope * far), Paint("", BLACK, 1.1))


def _texts(person: Person, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    room = width - 2 * _ROOM - 3
    name = wrapped(person.name, _NAME, room - 2 * SYMBOL - 5, 3)
    return name, tuple(part for line in person.lines for part in wrapped(line, _SAID, room, 3))
