"""Findings for a person: by template, and one headline for what is wrong in many places."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sgdocs.checking.findings import Finding

__all__ = ["as_text", "place_of"]

_LINES = 7  # of a file: who sees ten lines at once reads them all
_MANY = 3
_SHOWN = 100


def as_text(findings: Sequence[Finding], templates: Sequence[str]) -> str:
    """Write findings template by template."""
    if not findings:
        return f"{len(templates)} template(s): nothing to put right."
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.file, []).append(finding)
    lines = [line for file, found in by_file.items() for line in _of_file(file, found)]
    counts = Counter(f.severity for f in findings)
    words = [f"{counts[s]} {s}(s)" for s in ("error", "warning", "note") if counts[s]]
    return "\n".join([*lines, ", ".join(words)])


def _of_file(file: str, findings: list[Finding]) -> Iterator[str]:
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, _root(finding)), []).append(finding)
    yield file
    told, room = 0, _LINES
    for group in groups.values():
        lines = list(_group(group))
        if told and len(lines) > room:
            break
        yield from lines
        told, room = told + 1, room - len(lines)
    if len(groups) > told:
        yield f"  and {len(groups) - told} more kinds of finding; --format json gives all."


def _root(finding: Finding) -> str:
    """Tell what one renamed name would put right at once."""
    return f"{finding.path}\n{finding.suggestion}" if finding.path else finding.message


def _group(group: list[Finding]) -> Iterator[str]:
    first = group[0]
    meant = f" Did you mean “{first.suggestion}”?" if first.suggestion else ""
    yield f"  {first.severity}: {first.message}.{meant} [{first.rule}]"
    for finding in group[:_MANY]:
        yield f"    {place_of(finding)}: {_short(finding.text)}"
    if len(group) > _MANY:
        yield f"    and in {len(group) - _MANY} more place(s)"


def place_of(finding: Finding) -> str:
    """Name a place in the words of somebody who has the file open."""
    f = finding
    parts = [f.part] if f.part != "body" else []
    parts += [f"under “{_short(f.heading)}”"] if f.heading else []
    parts += [f"in the row {_short(f.table_row)}"] if f.table_row else []
    where = f"line {f.line}" if not f.in_file else f"{f.in_file}, line {f.line}"
    return ", ".join([where, *parts])


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
