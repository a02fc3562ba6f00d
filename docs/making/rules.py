"""The rules of `sgdocs check`, each with an example that breaks it."""

from making.markdown import Page, code, table
from sgdocs.checking import RULES

__all__ = ["page"]

_ABOUT = (
    "`sgdocs check` holds letters, templates and procedures to these rules. `--off RULE` leaves "
    "one out; `{# check: ignore RULE reason #}` does so in one place."
)
_SEVERITIES = (("error", "Errors"), ("warning", "Warnings"), ("note", "Notes"))


def page() -> Page:
    """Make the page of rules."""
    return Page("check-rules.md", "The rules of a check", _ABOUT, tuple(map(_section, _SEVERITIES)))


def _section(severity: tuple[str, str]) -> str:
    rows = [
        (code(rule.name), rule.says, code(rule.example))
        for rule in RULES.values()
        if rule.severity == severity[0]
    ]
    return f"## {severity[1]}\n\n{table(('Rule', 'What it says', 'For example'), rows)}"
