"""The register of timed steps in the five documents, by number: what each procedure must carry."""

__all__ = ["PROCEDURES", "ROWS"]


def _rows(letter: str, last: int) -> tuple[str, ...]:
    return tuple(f"{letter}{number:02}" for number in range(1, last + 1))


ROWS = {
    "nel": _rows("N", 40),
    "tees": _rows("T", 12),
    "darlington": _rows("D", 32),
    "bcp": _rows("B", 33),
    "north-yorkshire": _rows("Y", 13),
}
"""One hundred and thirty rows, each read from a line of its document."""

PROCEDURES = tuple(ROWS)
