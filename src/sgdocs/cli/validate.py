"""`sgdocs validate`: every finding of case files at once."""

import click

from sgdocs.cli.options import as_json, as_of, content_for, today
from sgdocs.cli.printing import print_findings, print_json
from sgdocs.dates import Moment
from sgdocs.findings import Finding, has_errors
from sgdocs.pipeline.finding import find_case
from sgdocs.pipeline.scheduling import validate_case

__all__ = ["command"]


@click.command("validate")
@click.argument("cases", nargs=-1, required=True)
@as_of
@as_json
def command(cases: tuple[str, ...], as_of: Moment | None, json: bool) -> int:
    """Check case files and say every finding at once.

    CASES are files, their folders, or references in this workspace.
    """
    findings = [f for case in cases for f in _findings(case, as_of or today())]
    if json:
        print_json([f.as_json() for f in findings])
    else:
        print_findings(findings)
        if not findings:
            click.echo(f"{len(cases)} case(s): nothing to put right.")
    return 1 if has_errors(findings) else 0


def _findings(case: str, as_of: Moment) -> tuple[Finding, ...]:
    content = content_for(case)
    return validate_case(find_case(case, content), content, as_of).findings
