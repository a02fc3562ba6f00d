"""What a rule looks at, and what it says."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sgdocs.casefile.model import Case
from sgdocs.dates import Moment, parse_moment
from sgdocs.findings import Severity
from sgdocs.procedure import Procedure
from sgdocs.reading import Steps, walk

__all__ = ["Context", "Fault", "Rule", "Steps"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing a rule found, at one place in the case."""

    rule: str
    steps: Steps
    message: str
    remedy: str = ""
    suggestion: str = ""
    severity: Severity = Severity.ERROR


@dataclass(frozen=True)  # no slots: the places are gathered once, when a rule asks
class Context:
    """The case, the procedure it follows, and the day it is looked at."""

    case: Case
    procedure: Procedure
    artefacts: frozenset[str]
    versions: frozenset[str]
    as_of: Moment

    @cached_property
    def places(self) -> tuple[tuple[Steps, Any], ...]:
        """Give every place in the case with what stands there."""
        return tuple(walk(self.case.data))

    @cached_property
    def texts(self) -> tuple[tuple[Steps, str], ...]:
        """Give every place in the case where text stands."""
        return tuple((steps, node) for steps, node in self.places if type(node) is str)

    def happened(self) -> Mapping[str, tuple[int, Moment]]:
        """Give each event that has happened, with its place in the list; the first of several."""
        found: dict[str, tuple[int, Moment]] = {}
        for number, entry in enumerate(self.case.each("events")):
            if "actual" in entry:
                found.setdefault(entry["event"], (number, parse_moment(entry["actual"])))
        return found


Rule = Callable[[Context], Iterator[Fault]]
