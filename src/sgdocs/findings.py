"""What is wrong with a person's file: what, where and what to do, never the value."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Finding", "Severity", "has_errors", "json_path", "ordered"]


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right in one file."""

    rule: str
    message: str
    severity: Severity = Severity.ERROR
    file: str = ""
    path: str = "$"
    line: int = 0
    column: int = 0
    remedy: str = ""
    suggestion: str = ""

    @property
    def place(self) -> str:
        """Name the place the way an editor opens it: file:line:column."""
        spot = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.file}{spot}"

    def line_of_text(self) -> str:
        """Put the finding on one line for a person."""
        meant = f" Did you mean “{self.suggestion}”?" if self.suggestion else ""
        advice = f" {self.remedy}" if self.remedy else ""
        return f"{self.place}: {self.severity}: {self.path}: {self.message}{meant}{advice}"

    def as_json(self) -> dict[str, str | int]:
        """Give the finding as plain data."""
        return {
            "rule": self.rule,
            "severity": str(self.severity),
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "path": self.path,
            "message": self.message,
            "remedy": self.remedy,
            "suggestion": self.suggestion,
        }


def json_path(steps: Iterable[str | int]) -> str:
    """Write a place inside a document as `$.children[0].name`."""
    return "$" + "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in steps)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Say whether any finding is an error."""
    return any(f.severity is Severity.ERROR for f in findings)


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put findings in reading order, each once."""
    return tuple(sorted(set(findings), key=_reading_order))


def _reading_order(finding: Finding) -> tuple[str, int, int, str, str, str]:
    f = finding
    return f.file, f.line, f.column, f.path, f.rule, f.message
