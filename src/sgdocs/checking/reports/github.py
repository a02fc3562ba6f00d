"""Findings as annotations of a GitHub workflow."""

from collections.abc import Sequence

from sgdocs.checking.findings import Finding
from sgdocs.checking.reports.text import place_of

__all__ = ["as_github"]

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def as_github(findings: Sequence[Finding], _templates: Sequence[str]) -> str:
    """Write one command a finding."""
    return "\n".join(_command(f) for f in findings)


def _command(finding: Finding) -> str:
    f = finding
    meant = f" Did you mean “{f.suggestion}”?" if f.suggestion else ""
    message = _data(f"{place_of(f)}: {f.message}.{meant}")
    file = _property(f.in_file or f.file)
    return f"::{_LEVELS[f.severity]} file={file},line={f.line},title={_property(f.rule)}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
