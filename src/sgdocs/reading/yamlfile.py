"""YAML text into plain data: words first, no references, no tags, one document."""

from typing import Any

import yaml
from yaml import events

from sgdocs.opening.limits import DATA_BYTES_WITHOUT_C, DATA_CHARACTERS, DATA_VALUES
from sgdocs.reading.problems import Problem, refusal
from sgdocs.reading.scalars import resolved
from sgdocs.reading.tree import Tree
from sgdocs.reading.yamltrouble import directive_trouble, explained

__all__ = ["FAST", "read_yaml"]

FAST: Any = getattr(yaml, "CBaseLoader", None)

# Two for each value, and those that begin and end the whole; past this there are too many values.
_MOST_EVENTS = 2 * DATA_VALUES + 8
_PROPERTIES = frozenset("!&")
_REFERENCE = (
    "A value starts with “&” or “*”, which YAML keeps for itself.",
    "Put the whole value in quotes; write what is meant to be repeated out in full.",
)
_TAG = ("A value starts with “!”, which YAML keeps for itself.", "Put the whole value in quotes.")
_MERGE = ("“<<” joins entries from elsewhere in the file.", "Write the entries out in full.")
_KEY_NOT_A_WORD = (
    "A name here is itself a list or a group of entries.",
    "Use one word as the name; put a value that starts with a bracket in quotes.",
)
_SECOND_DOCUMENT = (
    "A line of three dashes starts a second document here.",
    "Keep one document in a file: remove the line, or split the file.",
)
_EMPTY = Problem(1, 1, "The file is empty.", "Fill it in, or take it away.")


def read_yaml(body: str, file: str, *, parser: Any = None) -> tuple[Any, list[int]]:
    """Read a YAML text into data and the offset of each of its parts."""
    kind = parser or FAST or yaml.BaseLoader
    if kind is not FAST and len(body) > DATA_BYTES_WITHOUT_C:
        raise refusal(file, [_slow()])
    reading = _Reading(body, file)
    if trouble := directive_trouble(body):
        raise reading.tree.stopped(trouble.start, trouble.message, trouble.remedy)
    try:
        reading.run(kind(body))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        trouble = explained(error, body)
        raise reading.tree.stopped(trouble.start, trouble.message, trouble.remedy) from None
    return reading.result()


class _Reading:
    """One pass over the events of a YAML text."""

    __slots__ = ("_body", "_careful", "_documents", "_file", "tree")

    def __init__(self, body: str, file: str) -> None:
        self._body = body
        self._file = file
        self._careful = "\\" in body or len(body) > DATA_CHARACTERS
        self._documents = 0
        self.tree = Tree(body, file)

    def run(self, parser: Any) -> None:
        """Feed every event to the tree."""
        next_event = parser.get_event
        handlers = {
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: self._mapping,
            events.SequenceStartEvent: self._list,
            events.MappingEndEvent: self._end,
            events.SequenceEndEvent: self._end,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._document,
        }
        for _ in range(_MOST_EVENTS):
            event = next_event()
            handler = handlers.get(type(event))
            if handler is not None:
                handler(event)
            elif type(event) is events.StreamEndEvent:
                return

    def result(self) -> tuple[Any, list[int]]:
        """Give what was read, unless there was nothing to read."""
        if not self.tree.starts:
            raise refusal(self._file, [_EMPTY])
        data, starts = self.tree.finished()
        if data is None and self._body[starts[0] : starts[0] + 1] not in ("n", "~"):
            raise refusal(self._file, [_EMPTY])
        return data, starts

    def _scalar(self, event: Any) -> None:
        start = event.start_mark.index
        text = event.value
        tree = self.tree
        if self._body[start : start + 1] in _PROPERTIES:
            self._property(event, start)
        if self._careful:
            tree.look_closely(text, start)
        if tree.key is None:
            if text == "<<" and event.implicit[0]:
                tree.note(start, *_MERGE)
            tree.name(text, start)
        else:
            tree.put(resolved(text) if event.implicit[0] else text, start)

    def _mapping(self, event: Any) -> None:
        self._open(event, mapping=True)

    def _list(self, event: Any) -> None:
        self._open(event, mapping=False)

    def _open(self, event: Any, *, mapping: bool) -> None:
        start = event.start_mark.index
        if self._body[start : start + 1] in _PROPERTIES:
            self._property(event, start)
        if self.tree.key is None:
            raise self.tree.stopped(start, *_KEY_NOT_A_WORD)
        self.tree.open(start, mapping=mapping)

    def _end(self, _: Any) -> None:
        self.tree.close()

    def _alias(self, event: Any) -> None:
        start = event.start_mark.index
        if self.tree.key is None:
            raise self.tree.stopped(start, *_REFERENCE)
        self.tree.note(start, *_REFERENCE)
        self.tree.put(None, start)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self.tree.stopped(event.start_mark.index, *_SECOND_DOCUMENT)

    def _property(self, event: Any, start: int) -> None:
        self.tree.note(start, *(_TAG if event.anchor is None else _REFERENCE))


def _slow() -> Problem:
    return Problem(
        0,
        0,
        "The file is too large for the slower YAML reader on this computer.",
        f"Keep it under {DATA_BYTES_WITHOUT_C // 1000:,} KB, or install PyYAML with its C parser.",
    )
