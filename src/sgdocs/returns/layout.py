"""Read a form that has lost its fields by the words printed on it: labels, and heads of columns."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sgdocs.papers import PROMPTS, TIME_MARK
from sgdocs.returns.model import Answer
from sgdocs.returns.sheet import Place, Sheet

__all__ = ["answers_by_layout"]

_SPACES = re.compile(r"\W+")
_PROMPTS = frozenset(PROMPTS.values())
_LIST = re.compile(r"(.+?)\[\]\.")
Row = Sequence[str]


def answers_by_layout(rows: Sequence[Row], sheet: Sheet) -> Iterator[Answer]:
    """Give what stands beside each label and under each head; ticks cannot be told this way."""
    asked = [place for place in sheet.places if not place.tick]
    beside: dict[str, list[Place]] = {}  # one label may stand in several sections
    for place in asked:
        if place.column < 0 and "[]" not in place.path:
            beside.setdefault(_plain(place.label), []).append(place)
    heads = _heads(asked)
    under: Mapping[int, Place] = {}
    number = 0
    for row in rows:
        head = heads.get(tuple(map(_plain, row)))
        if head is not None:
            under, number = head, 0
        elif len(row) == 2 and (places := beside.get(_plain(row[0]))):
            yield Answer(_name(places.pop(0), 0), _said(row[1]))
        elif under and len(row) > max(under):
            yield from (Answer(_name(p, number), _said(row[c])) for c, p in under.items())
            number += 1


def _heads(asked: Sequence[Place]) -> Mapping[tuple[str, ...], Mapping[int, Place]]:
    """Give the columns of each list by the words over them."""
    lists: dict[str, dict[int, Place]] = {}
    for place in asked:
        if place.column >= 0 and (found := _LIST.match(place.path)):
            lists.setdefault(found[1], {}).setdefault(place.column, place)
    return {
        tuple(_plain(columns[n].label) for n in sorted(columns)): columns
        for columns in lists.values()
        if sorted(columns) == list(range(len(columns)))
    }


def _name(place: Place, number: int) -> str:
    path = place.path.replace("[]", f"[{number}]", 1).replace("[]", "[0]")
    return f"{path}{TIME_MARK}" if place.clock else path


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip().casefold()


def _said(text: str) -> str:
    return "" if text.strip() in _PROMPTS else text.strip("\n")
