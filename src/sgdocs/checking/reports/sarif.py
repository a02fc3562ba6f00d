"""Findings as SARIF 2.1.0, which code hosts show beside the line."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from sgdocs.checking.findings import Finding
from sgdocs.checking.reports.text import place_of
from sgdocs.checking.rules import RULES

__all__ = ["as_sarif"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(findings: Sequence[Finding], _templates: Sequence[str]) -> str:
    """Write one run with its rules and results."""
    used = sorted({f.rule for f in findings})
    driver = {
        "name": "sgdocs check",
        "informationUri": "https://sgdocs.example.org/",
        "rules": [_rule(name) for name in used],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(f, used) for f in findings],
    }
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _rule(name: str) -> dict[str, Any]:
    rule = RULES[name]
    return {
        "id": name,
        "shortDescription": {"text": rule.says},
        "help": {"text": f"For example: {rule.example}"},
        "defaultConfiguration": {"level": rule.severity},
    }


def _address(file: str) -> str:
    """Write a file’s name as the address it must be here, whatever characters it has."""
    return quote(file.replace("\\", "/"), safe="/")


def _result(finding: Finding, used: list[str]) -> dict[str, Any]:
    meant = f" Did you mean “{finding.suggestion}”?" if finding.suggestion else ""
    text = f"{finding.message}.{meant} ({place_of(finding)})"
    region = {"startLine": max(finding.line, 1), "snippet": {"text": finding.text}}
    place = {
        "artifactLocation": {"uri": _address(finding.in_file or finding.file)},
        "region": region,
    }
    return {
        "ruleId": finding.rule,
        "ruleIndex": used.index(finding.rule),
        "level": finding.severity,
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }
