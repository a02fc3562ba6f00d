"""Findings that somebody has looked at and said, in the template, not to mention again."""

import re
from collections.abc import Iterable, Iterator

from sgdocs.checking.findings import Finding
from sgdocs.checking.places.pages import Page

__all__ = ["kept"]

_IGNORE = re.compile(r"\{#p?-?\s*check:\s*ignore\s+([\w-]+)(.*?)#\}", re.DOTALL)
_ANY_RULE = "all"


def kept(findings: Iterable[Finding], pages: Iterable[Page]) -> list[Finding]:
    """Leave out what a comment in the same place says to ignore."""
    ignored = {mark for page in pages for mark in _marks(page)}
    return [f for f in findings if not _marked(f, ignored)]


def _marks(page: Page) -> Iterator[tuple[str, str, int, str]]:
    lines = page.source.split("\n")
    for number, line in enumerate(lines, 1):
        for found in _IGNORE.finditer(line):
            alone = not (line[: found.start()] + line[found.end() :]).strip()
            for at in (number, number + 1) if alone else (number,):
                spot = page.spot(at)
                yield page.file, spot.part, spot.line, found[1]


def _marked(finding: Finding, ignored: set[tuple[str, str, int, str]]) -> bool:
    place = (finding.in_file or finding.file, finding.part, finding.line)
    return any((*place, rule) in ignored for rule in (finding.rule, _ANY_RULE))
