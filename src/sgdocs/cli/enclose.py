"""`sgdocs enclose`: keep an agency's PDF, and include it whole in the collated report."""

from pathlib import Path

import click

from sgdocs.casefile import CaseRefused
from sgdocs.cli.options import as_json, content_for, today
from sgdocs.cli.printing import print_json, say_refused
from sgdocs.pipeline.enclosing import enclose_file
from sgdocs.pipeline.finding import find_case

__all__ = ["command"]


@click.command("enclose")
@click.argument("case")
@click.argument("agency")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--title", required=True, help="What it is, such as Chronology; no person's name.")
@as_json
def command(case: str, agency: str, file: Path, title: str, json: bool) -> int:
    """Keep a PDF that came with an agency's return, such as a report of its own.

    Every page of it stands behind the collated report, within the marking, numbered, and with the
    agency's name. A file that is locked, broken or too large is refused, and nothing is written.
    """
    content = content_for(case)
    try:
        done = enclose_file(find_case(case, content), (agency, file, title), content, today())
    except CaseRefused as refused:
        return say_refused(refused, json=json)
    if json:
        print_json({"file": done.file, "already": done.already})
    elif done.already:
        click.echo("This file is kept with the case already.")
    else:
        click.echo(f"Kept as {done.file}; it stands whole behind the collated report.")
    return 0
