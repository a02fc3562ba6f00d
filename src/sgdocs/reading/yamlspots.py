"""Where the parts of a YAML text begin and end, for somebody about to change one of them."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from sgdocs.reading.places import LINE_END
from sgdocs.reading.scalars import resolved
from sgdocs.reading.yamlfile import FAST

__all__ = [
    "Found",
    "composed",
    "end_of",
    "find",
    "holds_comment",
    "is_block",
    "is_empty",
    "line_end_of",
    "list_step",
    "next_line",
]

_COMMENT = re.compile(r"(?:\A|\s)#")
_USUAL_STEP = 2


@dataclass(frozen=True, slots=True)
class Found:
    """The deepest part of the text that a path leads to, and the steps it has no part for."""

    node: Any
    key: Any
    in_flow: bool
    rest: tuple[str | int, ...]


def composed(body: str, *, parser: Any = None) -> Any:
    """Give YAML's own view of a text already known to be safe to read."""
    return yaml.compose(body, Loader=parser or FAST or yaml.BaseLoader)


def find(root: Any, steps: Sequence[str | int]) -> Found:
    """Follow the steps as far as they lead."""
    node, key, in_flow = root, None, False
    for number, step in enumerate(steps):
        pair = _child(node, step)
        if pair is None:
            return Found(node, key, in_flow, tuple(steps[number:]))
        in_flow = bool(node.flow_style)
        key, node = pair
    return Found(node, key, in_flow, ())


def is_block(node: Any) -> bool:
    """Say whether a value is a list or mapping written over lines, without brackets."""
    return not isinstance(node, yaml.ScalarNode) and not node.flow_style


def is_empty(node: Any) -> bool:
    """Say whether a value is null, [] or {}."""
    if isinstance(node, yaml.ScalarNode):
        return not node.style and resolved(node.value) is None
    return not node.value


def end_of(node: Any, body: str) -> int:
    """Find where the last character of a value stands; a block's own mark lies past comments."""
    leaf = _last(node)
    end: int = leaf.end_mark.index
    return len(body[:end].rstrip(" \t\r\n")) if _is_block_text(leaf) else end


def next_line(node: Any, body: str) -> int | None:
    """Find where the line after a value starts, if the file has one."""
    leaf = _last(node)
    if _is_block_text(leaf) and "+" in _header(leaf, body):
        # The blank lines after “|+” are part of the text.
        kept: int = leaf.end_mark.index
        return kept if body[kept - 1] in "\r\n" else None
    found = LINE_END.search(body, end_of(node, body))
    return found.end() if found else None


def holds_comment(node: Any, body: str) -> bool:
    """Say whether writing over a value would lose a comment."""
    if isinstance(node, yaml.ScalarNode):
        return _is_block_text(node) and "#" in _header(node, body)
    return bool(_COMMENT.search(body[node.start_mark.index : end_of(node, body)]))


def line_end_of(body: str) -> str:
    """Give the line end that the file uses."""
    found = LINE_END.search(body)
    return found[0] if found else "\n"


def list_step(root: Any) -> int:
    """Find how far this file indents a list beneath its name."""
    waiting = deque([root])
    while waiting:
        node = waiting.popleft()
        if isinstance(node, yaml.ScalarNode):
            continue
        for part in node.value:
            key, held = part if isinstance(part, tuple) else (None, part)
            if key is not None and isinstance(held, yaml.SequenceNode) and is_block(held):
                step: int = held.start_mark.column - key.start_mark.column
                return step
            waiting.append(held)
    return _USUAL_STEP


def _child(node: Any, step: str | int) -> tuple[Any, Any] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == step), None)
    if isinstance(node, yaml.SequenceNode) and step in range(len(node.value)):
        return None, node.value[int(step)]
    return None


def _last(node: Any) -> Any:
    while is_block(node):
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node


def _is_block_text(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")


def _header(node: Any, body: str) -> str:
    start = node.start_mark.index
    found = LINE_END.search(body, start)
    return body[start : found.start() if found else len(body)]
