"""What conditions ask about must be facts, and what they compare with must be possible."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sgdocs.expressions import ExpressionRefused, compile_condition, literals_compared
from sgdocs.spelling import nearest

__all__ = ["World", "questionable"]

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class World:
    """What there is besides the procedure: the papers, and the facts with their schema."""

    artefacts: frozenset[str]
    facts: Mapping[str, Any]


def questionable(data: Mapping[str, Any], world: World) -> Iterator[tuple[Steps, str]]:
    """Give each condition that is no expression, or asks about what is no fact."""
    for name, condition in data.get("conditions", {}).items():
        for part in ("test", "undecided"):
            for message in _faults(condition.get(part, ""), name, world):
                yield ("conditions", name, part), message


def _faults(source: str, name: str, world: World) -> Iterator[str]:
    if not source:
        return
    try:
        paths = compile_condition(source, name=name).paths
    except ExpressionRefused as refused:
        yield refused.what
        return
    for path in sorted(paths):
        if _fact(path, world) is None:
            meant = nearest(path, world.facts)
            advice = f" Did you mean {meant}?" if meant else ""
            yield f"there is no fact “{path}”.{advice}"
    for path, value in literals_compared(source):
        choices = (_fact(path, world) or {}).get("enum")
        if choices and value not in choices:
            yield f"the fact “{path}” is never “{value}”; it is one of: {', '.join(choices)}."


def _fact(path: str, world: World) -> Mapping[str, Any] | None:
    """Find what the facts' schema says of a dotted path."""
    node: Any = {"properties": world.facts}
    for part in path.split("."):
        node = node.get("properties", {}).get(part)
        if node is None:
            return None
    found: Mapping[str, Any] = node
    return found
