"""What a rule looks at, and what it says."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sgdocs.casefile.model import Case
from sgdocs.dates import Moment, parse_moment
from sgdocs.findings import Severity
from sgdocs.procedure import Procedure

__all__ = ["Context", "Fault", "Rule", "Steps", "walk"]

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing a rule found, at one place in the case."""

    rule: str
    steps: Steps
    message: str
    remedy: str = ""
    suggestion: str = ""
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Context:
    """The case, the procedure it follows, and the day it is looked at."""

    case: Case
    procedure: Procedure
    artefacts: frozenset[str]
    versions: frozenset[str]
    as_of: Moment

    def happened(self) -> Mapping[str, tuple[int, Moment]]:
        """Give each event that has happened, with its place in the list; the first of several."""
        found: dict[str, tuple[int, Moment]] = {}
        for number, entry in enumerate(self.case.each("events")):
            if "actual" in entry:
                found.setdefault(entry["event"], (number, parse_moment(entry["actual"])))
        return found


Rule = Callable[[Context], Iterator[Fault]]


def walk(node: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Give every place in plain data with what stands there."""
    yield steps, node
    inside: Iterator[tuple[str | int, Any]] = iter(())
    if isinstance(node, Mapping):
        inside = iter(node.items())
    elif isinstance(node, list):
        inside = iter(enumerate(node))
    for step, value in inside:
        yield from walk(value, (*steps, step))
