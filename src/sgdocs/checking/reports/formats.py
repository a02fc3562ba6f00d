"""The forms a report can take."""

import json
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from sgdocs.checking.findings import Finding
from sgdocs.checking.reports.github import as_github
from sgdocs.checking.reports.junit import as_junit
from sgdocs.checking.reports.sarif import as_sarif
from sgdocs.checking.reports.text import as_text

__all__ = ["FORMATS", "report"]


def as_json(findings: Sequence[Finding], _templates: Sequence[str]) -> str:
    """Give all findings as a JSON list."""
    return json.dumps([f.as_json() for f in findings], ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Sequence[Finding], Sequence[str]], str]] = MappingProxyType(
    {
        "text": as_text,
        "json": as_json,
        "junit": as_junit,
        "sarif": as_sarif,
        "github": as_github,
    }
)


def report(findings: Sequence[Finding], templates: Sequence[str], form: str) -> str:
    """Write findings in a form; templates are all that were checked."""
    return FORMATS[form](findings, templates)
