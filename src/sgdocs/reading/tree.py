"""Plain data grown one value at a time, with the offset of each, within the limits."""

import re
from typing import Any

from sgdocs.opening.limits import DATA_CHARACTERS, DATA_DEPTH, DATA_VALUES, PROBLEMS
from sgdocs.reading.characters import REFUSED, describe
from sgdocs.reading.places import Place, line_starts, place_at
from sgdocs.reading.problems import Problem, ReadingRefused, refusal

__all__ = ["Tree"]

# Only a word in the manner of a schema may be quoted: any other key could be a person's name.
_PLAIN_KEY = re.compile(r"[a-z_]{1,40}")


class Tree:
    """The data read so far; `key` is None where a mapping waits for its next key."""

    __slots__ = (
        "_body",
        "_file",
        "_first",
        "_into",
        "_lines",
        "_problems",
        "_root",
        "_stack",
        "key",
        "starts",
    )

    def __init__(self, body: str, file: str) -> None:
        self._body = body
        self._file = file
        self._lines: list[int] = []
        self._problems: list[Problem] = []
        self._root: list[Any] = []
        self.starts: list[int] = []
        self.key: str | None = ""
        self._into: Any = self._root
        self._first: dict[str, int] = {}
        self._stack: list[tuple[Any, str | None, dict[str, int]]] = []

    @property
    def in_list(self) -> bool:
        """Say whether the next value is an item of a list."""
        return type(self._into) is list

    def put(self, value: Any, start: int) -> None:
        """Add a value where the last key or list left off."""
        self.starts.append(start)
        if type(self._into) is list:
            self._into.append(value)
        else:
            self._into[self.key] = value
            self.key = None

    def name(self, key: str, start: int) -> None:
        """Take the key that the next value belongs to."""
        self.starts.append(start)
        if key in self._first:
            self._duplicate(key, start)
        else:
            self._first[key] = start
        self.key = key

    def open(self, start: int, *, mapping: bool) -> None:
        """Begin a mapping or a list."""
        held: Any = {} if mapping else []
        self.put(held, start)
        self._stack.append((self._into, self.key, self._first))
        if len(self._stack) > DATA_DEPTH:
            raise self.stopped(start, *_TOO_DEEP)
        if len(self.starts) > DATA_VALUES:
            raise self.stopped(start, *_TOO_MANY)
        self._into, self.key, self._first = held, None if mapping else "", {}

    def close(self) -> None:
        """End the mapping or list begun last."""
        self._into, self.key, self._first = self._stack.pop()

    def look_closely(self, text: str, start: int) -> None:
        """Check a text that is long, or written with escapes."""
        if len(text) > DATA_CHARACTERS:
            self.note(
                start, "This text is too long.", f"Keep it under {DATA_CHARACTERS:,} characters."
            )
        elif found := REFUSED.search(text):
            self.note(start, *describe(found[0]))

    def note(self, start: int, message: str, remedy: str) -> None:
        """Remember a problem; give up when there are very many."""
        place = self._place(start)
        self._problems.append(Problem(place.line, place.column, message, remedy))
        if len(self._problems) >= PROBLEMS:
            raise refusal(self._file, self._problems)

    def stopped(self, start: int, message: str, remedy: str) -> ReadingRefused:
        """Make the refusal for a problem past which reading cannot go on."""
        place = self._place(start)
        last = Problem(place.line, place.column, message, remedy)
        return refusal(self._file, [*self._problems, last])

    def finished(self) -> tuple[Any, list[int]]:
        """Give the data and the offset of each of its parts, or refuse with every problem."""
        if len(self.starts) > DATA_VALUES:
            raise self.stopped(self.starts[-1], *_TOO_MANY)
        if self._problems:
            raise refusal(self._file, self._problems)
        return self._root[0], self.starts

    def _duplicate(self, key: str, start: int) -> None:
        named = f" called “{key}”" if _PLAIN_KEY.fullmatch(key) else " with the same name"
        first = self._place(self._first[key]).line
        message = f"There are two entries{named} here; the first is on line {first}."
        self.note(start, message, "Remove one of them, or join them.")

    def _place(self, start: int) -> Place:
        # Only a file with something wrong in it needs its lines counted here.
        self._lines = self._lines or line_starts(self._body)
        return place_at(min(start, len(self._body)), self._lines)


_TOO_DEEP = (
    f"The file is nested more than {DATA_DEPTH} levels deep here.",
    "Take some of the brackets or levels out.",
)
_TOO_MANY = (
    f"The file holds more than {DATA_VALUES:,} values.",
    "Split it into several files.",
)
