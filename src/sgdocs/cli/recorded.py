"""How a record is made and reported, whatever it records."""

from collections.abc import Mapping
from typing import Any

import click

from sgdocs.casefile import CaseRefused
from sgdocs.cli.options import content_for, today
from sgdocs.cli.printing import print_findings, print_json
from sgdocs.pipeline.finding import find_case
from sgdocs.pipeline.recording import record
from sgdocs.pipeline.rendering import as_data_of, in_words
from sgdocs.pipeline.rewriting import Rewritten

__all__ = ["record_entry", "say_done", "say_not_recorded"]


def record_entry(case: str, part: str, entry: Mapping[str, Any], *, json: bool) -> int:
    """Record an entry in one of a case's lists, and report it."""
    content = content_for(case)
    filled = {k: v for k, v in entry.items() if v is not None}
    try:
        done = record(find_case(case, content), part, filled, content, today())
    except CaseRefused as refused:
        return say_not_recorded(refused, json=json)
    say_done(done, json=json)
    return 0


def say_done(done: Rewritten, *, json: bool) -> None:
    """Say what was recorded, and which dates move."""
    if not json:
        _print(done)
        return
    print_json(
        {
            "file": str(done.path),
            "moved": [as_data_of(m) for m in done.moved],
            "findings": [f.as_json() for f in done.findings],
        }
    )


def say_not_recorded(refused: CaseRefused, *, json: bool) -> int:
    """Say why a record was refused, and give the exit code for findings."""
    if json:
        print_json(
            {
                "file": refused.where,
                "moved": [],
                "findings": [f.as_json() for f in refused.findings],
            }
        )
    else:
        click.echo("Not recorded: the case file would be wrong with it.", err=True)
        print_findings(refused.findings, err=True)
    return 1


def _print(done: Rewritten) -> None:
    click.echo(f"Recorded in {done.path}.")
    for moved in done.moved:
        click.echo(f"  {in_words(moved)}")
    if not done.moved:
        click.echo("  No date moves.")
    print_findings(done.findings)
