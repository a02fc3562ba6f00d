"""How results reach a person or another program: text, JSON, files."""

import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from sgdocs.casefile import CaseRefused
from sgdocs.errors import OutputFailed, SafetyRefused, UsageRefused
from sgdocs.findings import Finding, Severity

__all__ = [
    "colour_wanted",
    "deliver",
    "print_findings",
    "print_json",
    "progress",
    "require_output",
    "say_refused",
    "width",
]

_FEW = 7


def print_json(value: Any) -> None:
    """Print one JSON value."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def progress(doing: str) -> Callable[[int, int], None]:
    """Give what shows, on a terminal only, how far long work has come."""

    def show(done: int, of: int) -> None:
        if sys.stderr.isatty():
            end = "\n" if done == of else ""
            sys.stderr.write(f"\r{doing}: {done} of {of}{end}")
            sys.stderr.flush()

    return show


def print_findings(findings: Iterable[Finding], *, err: bool = False) -> None:
    """Print the first few findings of each file, and how many more there are."""
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.file, []).append(finding)
    for file, found in by_file.items():
        for finding in found[:_FEW]:
            click.echo(finding.line_of_text(), err=err)
        if len(found) > _FEW:
            click.echo(f"{file}: and {len(found) - _FEW} more; --json gives all.", err=err)
    if not err and by_file:
        counts = [f"{_count(by_file, s)} {s}(s)" for s in Severity if _count(by_file, s)]
        click.echo(", ".join(counts))


def say_refused(refused: CaseRefused, *, json: bool) -> int:
    """Say that a case has errors to put right first, and give the exit code for findings."""
    if json:
        print_json({"findings": [f.as_json() for f in refused.findings]})
    else:
        click.echo(
            "The case file has errors; put them right before its dates can be trusted.", err=True
        )
        print_findings(refused.findings, err=True)
    return refused.exit_code


def _count(by_file: dict[str, list[Finding]], severity: Severity) -> int:
    return sum(f.severity is severity for found in by_file.values() for f in found)


def width() -> int:
    """Give the width of the terminal, or of a page where there is none."""
    return max(60, min(_columns(), 200))


def _columns() -> int:
    # shutil can say it too, but loads every kind of archive, which each command would pay for
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named):
        return int(named)
    try:
        screen = sys.__stdout__.fileno() if sys.__stdout__ else 1
        return os.get_terminal_size(screen).columns or 100
    except (OSError, ValueError):
        return 100


def colour_wanted() -> bool:
    """Say whether colours help: on a terminal whose user did not refuse them."""
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    return on_terminal and "NO_COLOR" not in os.environ


def require_output(path: Path | None, protected: Iterable[Path], suffix: str) -> None:
    """Refuse to write over anything but an earlier file of the same kind."""
    if path is None or not (path.exists() or path.is_symlink()):
        return
    ours = {place.resolve() for place in protected}
    within = any(place == path.resolve() or place in path.resolve().parents for place in ours)
    other_kind = suffix and path.suffix.lower() != suffix
    if path.is_symlink() or not path.is_file() or within or other_kind:
        raise SafetyRefused(
            "this would write over something that is not an earlier file of this kind.",
            where=str(path),
            remedy="Give another name.",
        )


def deliver(data: bytes | str, path: Path | None) -> None:
    """Write to the file asked for, or to standard output."""
    if path is not None:
        from sgdocs.storage import write_file  # noqa: PLC0415 - only where a file is asked for

        write_file(path, data)
        click.echo(f"Written: {path}", err=True)
        return
    if sys.stdout is None:
        raise OutputFailed("there is nowhere to print to.", remedy="Give a file: --output FILE.")
    if isinstance(data, str):
        click.echo(data, nl=not data.endswith("\n"))
        return
    if sys.stdout.isatty():
        raise UsageRefused("this is not text for a screen.", remedy="Give a file: --output FILE.")
    sys.stdout.buffer.write(data)
