"""A fault is known by the lines that run it, so that the tests of those lines can look."""

import pytest

from mutants.placing import Spot, spot_of

SOURCE = '''"""A module."""

MOST = 3


def late(day: int, due: int = MOST) -> bool:
    """Say whether."""
    if (
        day > due
        and due
    ):
        return True

    def inner() -> bool:
        return day < 1

    return inner()


class Day:
    last: int = 31

    def is_last(self) -> bool:
        try:
            return self.number == self.last
        except AttributeError:
            return False
'''


@pytest.mark.parametrize(
    ("line", "lines", "function", "body"),
    [
        (3, (3, 3), "", (0, -1)),
        (6, (6, 6), "", (0, -1)),
        (9, (8, 11), "late", (7, 17)),
        (12, (12, 12), "late", (7, 17)),
        (15, (15, 15), "late", (7, 17)),
        (21, (21, 21), "", (0, -1)),
        (25, (25, 25), "Day.is_last", (24, 27)),
        (26, (26, 26), "Day.is_last", (24, 27)),
        (27, (27, 27), "Day.is_last", (24, 27)),
    ],
)
def test_the_lines_of_a_fault(
    line: int, lines: tuple[int, int], function: str, body: tuple[int, int]
) -> None:
    inside = range(body[0], body[1] + 1)
    assert spot_of(SOURCE, line) == Spot(range(lines[0], lines[1] + 1), function, inside)
