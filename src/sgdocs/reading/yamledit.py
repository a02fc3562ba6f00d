"""One change made inside the text of a YAML file, leaving every other character where it was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sgdocs.reading.writing import block, entry_lines, flow, item_lines
from sgdocs.reading.yamlspots import (
    Found,
    composed,
    end_of,
    find,
    holds_comment,
    is_block,
    is_empty,
    line_end_of,
    list_step,
    next_line,
)

__all__ = ["ByHandError", "changed_yaml", "removed_yaml"]

_MAPPING_STEP = 2


class ByHandError(Exception):
    """The text is laid out in a way that only a person should change."""


@dataclass(frozen=True, slots=True)
class _Splice:
    start: int
    end: int
    text: str


def changed_yaml(
    body: str, steps: Sequence[str | int], value: Any, *, append: bool, parser: Any = None
) -> str:
    """Set the value at a path, or append it to the list there."""
    edit = _Edit(body, composed(body, parser=parser))
    found = find(edit.root, steps)
    return _spliced(body, edit.appended(found, value) if append else edit.placed(found, value))


def removed_yaml(body: str, steps: Sequence[str | int]) -> str:
    """Take out the value at a path, with its key or its dash; other values stand beside it."""
    root = composed(body)
    holder, found = find(root, steps[:-1]).node, find(root, steps)
    if found.rest:
        raise ByHandError
    start = found.key.start_mark.index if found.key else found.node.start_mark.index
    if holder.flow_style:
        return _spliced(body, [_between_commas(body, holder, steps[-1])])
    if not found.key:
        start = _dash_before(body, start)
    line = max(body.rfind("\n", 0, start), body.rfind("\r", 0, start)) + 1
    end = next_line(found.node, body)
    if body[line:start].strip():  # the first of a group that begins on its dash's line
        return _spliced(body, [_Splice(start, _next_start(holder, steps[-1]), "")])
    if end is None:
        return body[:line].rstrip("\r\n")
    return _spliced(body, [_Splice(line, end, "")])


def _dash_before(body: str, start: int) -> int:
    lead = body[:start].rstrip()
    if not lead.endswith("-"):
        raise ByHandError
    return len(lead) - 1


def _next_start(holder: Any, step: str | int) -> int:
    starts = _starts(holder)
    after = starts[_number(holder, step) + 1 :]
    if not after:
        raise ByHandError
    return after[0]


def _between_commas(body: str, holder: Any, step: str | int) -> _Splice:
    number, starts = _number(holder, step), _starts(holder)
    if number + 1 < len(starts):
        return _Splice(starts[number], starts[number + 1], "")
    ends = [end_of(part[1] if isinstance(part, tuple) else part, body) for part in holder.value]
    return _Splice(ends[number - 1], ends[number], "")


def _starts(holder: Any) -> list[int]:
    parts = (part[0] if isinstance(part, tuple) else part for part in holder.value)
    return [part.start_mark.index for part in parts]


def _number(holder: Any, step: str | int) -> int:
    if isinstance(step, int):
        return step
    return next(n for n, (key, _) in enumerate(holder.value) if key.value == step)


def _nested(steps: Sequence[str | int], value: Any) -> Any:
    """Wrap a value in a mapping for each step that leads to it."""
    for step in reversed(steps):
        value = {step: value}
    return value


def _spliced(body: str, splices: list[_Splice]) -> str:
    pieces, at = [], 0
    for splice in sorted(splices, key=lambda s: s.start):
        pieces += [body[at : splice.start], splice.text]
        at = splice.end
    return "".join([*pieces, body[at:]])


class _Edit:
    """The text, YAML's view of it, and the splices that make a change."""

    __slots__ = ("_body", "_line_end", "root")

    def __init__(self, body: str, root: Any) -> None:
        self._body = body
        self._line_end = line_end_of(body)
        self.root = root

    def appended(self, found: Found, value: Any) -> list[_Splice]:
        """Append to a list, making the list where there is none."""
        node = found.node
        if found.rest or is_empty(node):
            return self.placed(found, [value])
        if node.flow_style:
            return [self._directly_after(node.value[-1], flow(value))]
        return [self._beneath(node, item_lines(value), node.start_mark.column)]

    def placed(self, found: Found, value: Any) -> list[_Splice]:
        """Put a value where another is, or where there is none."""
        node, rest = found.node, found.rest
        if not rest or is_empty(node):
            return self._overwritten(found, _nested(rest, value))
        key, held = str(rest[0]), _nested(rest[1:], value)
        if node.flow_style:
            return [self._directly_after(node.value[-1][1], flow({key: held})[1:-1])]
        lines = entry_lines(key, held, step=self._step(held))
        return [self._beneath(node, lines, node.start_mark.column)]

    def _overwritten(self, found: Found, value: Any) -> list[_Splice]:
        node, start, end = found.node, found.node.start_mark.index, end_of(found.node, self._body)
        if holds_comment(node, self._body):
            raise ByHandError
        head, lines = (flow(value), []) if found.in_flow else block(value)
        if lines and not found.key and node is not self.root:
            head, lines = flow(value), []  # an item of a list stays on its dash's line
        if node is self.root:
            return [_Splice(start, end, self._line_end.join(lines))]
        if found.key and (not head or is_block(node)):
            start = self._past_colon(found)
        own_line = _Splice(start, end, self._spaced(start, head))
        if not lines:
            return [own_line]
        column = self._column(found) + self._step(value)
        return [own_line, self._beneath(node, lines, column)]

    def _directly_after(self, node: Any, text: str) -> _Splice:
        end = end_of(node, self._body)
        return _Splice(end, end, f", {text}")

    def _beneath(self, node: Any, lines: Iterable[str], column: int) -> _Splice:
        at = next_line(node, self._body)
        ended = [(" " * column + line if line else line) + self._line_end for line in lines]
        if at is not None:
            return _Splice(at, at, "".join(ended))
        last = len(self._body)
        return _Splice(last, last, self._line_end + "".join(ended))

    def _past_colon(self, found: Found) -> int:
        start: int = found.key.end_mark.index if found.key else self._nowhere()
        gap = self._body[start : found.node.start_mark.index]
        return start + gap.index(":") + 1 if gap.strip() == ":" else self._nowhere()

    def _column(self, found: Found) -> int:
        return int(found.key.start_mark.column) if found.key else self._nowhere()

    def _nowhere(self) -> int:
        raise ByHandError

    def _spaced(self, start: int, text: str) -> str:
        return f" {text}" if text and self._body[start - 1 : start] == ":" else text

    def _step(self, value: Any) -> int:
        return list_step(self.root) if isinstance(value, list) else _MAPPING_STEP
