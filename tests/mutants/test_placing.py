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
    ("line", "lines", "function"),
    [
        (3, (3, 3), ""),
        (6, (6, 6), ""),
        (9, (8, 11), "late"),
        (12, (12, 12), "late"),
        (15, (15, 15), "late"),
        (21, (21, 21), ""),
        (25, (25, 25), "Day.is_last"),
        (26, (26, 26), "Day.is_last"),
        (27, (27, 27), "Day.is_last"),
    ],
)
def test_the_lines_of_a_fault(line: int, lines: tuple[int, int], function: str) -> None:
    assert spot_of(SOURCE, line) == Spot(range(lines[0], lines[1] + 1), function)
