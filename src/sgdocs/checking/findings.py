"""What is wrong with a template, said where a person with the file open will look."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from sgdocs.checking.rules import RULES

__all__ = ["Finding", "in_order"]

_RANK = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right in one template."""

    rule: str
    severity: str
    file: str
    part: str
    heading: str
    table_row: str
    line: int
    text: str
    path: str
    message: str
    suggestion: str = ""
    in_file: str = ""

    def as_json(self) -> dict[str, Any]:
        """Give the finding as plain data."""
        return asdict(self)

    @property
    def key(self) -> tuple[str, ...]:
        """Tell one fault from another; what is said twice in one place is one."""
        return (self.file, self.part, str(self.line), self.rule, self.path, self.in_file)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Put findings in reading order, each fault once, with the severity its rule has."""
    once: dict[tuple[str, ...], Finding] = {}
    for finding in findings:
        known = RULES.get(finding.rule)
        severity = known.severity if known else finding.severity
        once.setdefault(finding.key, replace(finding, severity=severity))
    return sorted(once.values(), key=_order)


def _order(finding: Finding) -> tuple[Any, ...]:
    f = finding
    return f.file, f.part != "body", f.part, f.in_file, f.line, _RANK[f.severity], f.rule, f.path
