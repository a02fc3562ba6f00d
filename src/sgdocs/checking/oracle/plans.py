"""What is chosen wherever a schema leaves a choice: a field there or not, which alternative."""

import random
from dataclasses import dataclass, field

__all__ = ["Plan", "Point", "plans"]

Point = tuple[str, str]
"""A place in the data and the kind of choice it is: there, count, branch, value."""
_FEW = 4


@dataclass(slots=True)
class Plan:
    """How choices are made: all the least, or all the most, or by chance; some are laid down."""

    fixed: dict[Point, int] = field(default_factory=dict)
    most: bool = False
    chance: random.Random | None = None
    fill: float = 0.5
    met: dict[Point, int] = field(default_factory=dict)

    def choose(self, place: str, kind: str, options: int) -> int:
        """Choose one of some options; for `there` and `count` the last is the most."""
        point = (place, kind)
        self.met.setdefault(point, options)
        if point in self.fixed:
            return min(self.fixed[point], options - 1)
        if self.chance is None:
            return options - 1 if self.most and kind in ("there", "count") else 0
        if kind == "there":
            return int(self.chance.random() < self.fill)
        return self.chance.randrange(options)


def plans(met: dict[Point, int], words: frozenset[str], seed: int) -> list[Plan]:
    """Lay out plans that try each option of each choice once, those spoken of first.

    Each option is tried against all that may be there, and each field also as the only one there.
    """
    ordered = sorted(met.items(), key=lambda entry: _turn(entry[0], words))
    alone = [
        Plan({point: option}, most=True)
        for point, options in ordered
        for option in range(min(options, 12))
        if option != (options - 1 if point[1] in ("there", "count") else 0)
    ]
    only = [Plan({point: 1}) for point, options in ordered if point[1] == "there" and options > 1]
    chance = random.Random(seed)  # noqa: S311 - examples, not secrets
    fills = (0.15, 0.5, 0.85, 0.97)
    mixed = [Plan(chance=chance, fill=fills[n % _FEW]) for n in range(len(alone) + 40)]
    return _in_turn(alone, mixed, only)


def _turn(point: Point, words: frozenset[str]) -> tuple[bool, bool, int]:
    """Say which choice comes first: one spoken of, whether a field is there, one near the top."""
    steps = point[0].replace("[]", "").split(".")
    return steps[-1] not in words, point[1] != "there", len(steps)


def _in_turn(*rows: list[Plan]) -> list[Plan]:
    """Take two of the first row, then one of each other, and so on."""
    first, *others = rows
    taken: list[Plan] = []
    for number in range(max(len(row) for row in rows)):
        taken += first[2 * number : 2 * number + 2]
        taken += [plan for row in others for plan in row[number : number + 1]]
    return taken
