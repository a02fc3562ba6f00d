"""Warnings that many rows share: said in full once, then pointed to by number."""

from collections import Counter
from collections.abc import Iterable

from sgdocs.exports.characters import one_line
from sgdocs.exports.entries import Entry
from sgdocs.schedule import Row

__all__ = ["Footnotes"]


class Footnotes:
    """Give each row's warnings in reading order; one asked for again becomes “see note 1”."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        rows = [row for entry in entries for row in (*entry.beneath, entry.row)]
        said = Counter(warning for row in rows for warning in dict.fromkeys(row.warnings))
        shared = (warning for warning, times in said.items() if times > 1)
        self._numbers = {warning: n for n, warning in enumerate(shared, 1)}
        self._told: set[str] = set()

    def of(self, row: Row) -> tuple[str, ...]:
        """Give the warnings of a row as lines of text."""
        return tuple(self._line(warning) for warning in dict.fromkeys(row.warnings))

    def _line(self, warning: str) -> str:
        number = self._numbers.get(warning)
        if number is None:
            return one_line(warning)
        if warning in self._told:
            return f"see note {number}"
        self._told.add(warning)
        return f"note {number}: {one_line(warning)}"
