"""Findings as JUnit XML: one test case a template."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from sgdocs.checking.findings import Finding
from sgdocs.checking.reports.text import place_of

__all__ = ["as_junit"]


def as_junit(findings: Sequence[Finding], templates: Sequence[str]) -> str:
    """Write a test suite in which a template with an error or warning has failed."""
    templates = list(dict.fromkeys([*templates, *(f.file for f in findings)]))
    failing = {f.file for f in findings if f.severity != "note"}
    cases = "\n".join(_case(name, [f for f in findings if f.file == name]) for name in templates)
    head = f'<testsuite name="sgdocs check" tests="{len(templates)}" failures="{len(failing)}">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{cases}\n</testsuite>'


def _case(name: str, findings: list[Finding]) -> str:
    failures = "".join(_failure(f) for f in findings if f.severity != "note")
    notes = "\n".join(_line(f) for f in findings if f.severity == "note")
    out = f"<system-out>{_clean(notes)}</system-out>" if notes else ""
    return f'  <testcase classname="template" name={_attribute(name)}>{failures}{out}</testcase>'


def _failure(finding: Finding) -> str:
    message, kind = _attribute(finding.message), _attribute(finding.rule)
    return f"<failure message={message} type={kind}>{_clean(_line(finding))}</failure>"


def _line(finding: Finding) -> str:
    meant = f" Did you mean “{finding.suggestion}”?" if finding.suggestion else ""
    return f"{place_of(finding)}: {finding.text}\n{finding.severity}: {finding.message}.{meant}"


def _clean(text: str) -> str:
    """Leave out what XML cannot hold."""
    return escape("".join(c for c in text if c in "\n\t" or c >= " "))


def _attribute(text: str) -> str:
    return quoteattr("".join(c for c in text if c >= " "))
