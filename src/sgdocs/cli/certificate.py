"""`sgdocs certificate`: when each duty of a case was due, when it was done, and by what proof."""

from pathlib import Path

import click

from sgdocs.casefile import CaseRefused
from sgdocs.cli.options import as_json, as_of, content_for, today
from sgdocs.cli.printing import print_json, say_refused
from sgdocs.dates import Moment
from sgdocs.pipeline.certifying import Certified, certify
from sgdocs.pipeline.finding import find_case
from sgdocs.pipeline.scheduling import schedule_case

__all__ = ["command"]

_SAYS = (("met", "in time"), ("late", "late"), ("overdue", "overdue"), ("open", "not due yet"))


@click.command("certificate")
@click.argument("case")
@as_of
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, file_okay=False), help="The folder to use."
)
@as_json
def command(case: str, as_of: Moment | None, output: Path | None, json: bool) -> int:
    """Certify, as Word and PDF, which duties of a case were met in time and which were not.

    Each with its source, the day it was due, the day it was done, the reason recorded where it was
    late, and the line of the ledger it is known from. Refused where the ledger was altered.
    """
    content = content_for(case)
    path = find_case(case, content)
    try:
        found = schedule_case(path, content, as_of or today(), today())
    except CaseRefused as refused:
        return say_refused(refused, json=json)
    made = certify(found, path, output.absolute() if output else None)
    if json:
        print_json(_plain(made))
    else:
        _print(made)
    return 0


def _plain(made: Certified) -> dict[str, object]:
    end = {"number": made.head.number, "hash": made.head.hash} if made.head else None
    return {
        "folder": str(made.folder),
        "files": list(made.files),
        "counts": dict(made.counts),
        "ledger": end,
    }


def _print(made: Certified) -> None:
    click.echo(", ".join(f"{made.counts[name]} {says}" for name, says in _SAYS))
    if made.head:
        click.echo(f"It rests on the ledger as far as {made.head.number}:{made.head.hash}")
    else:
        click.echo("It rests on the case file alone: there is no ledger, or nothing in it yet.")
    click.echo(f"The certificate is in {made.folder}")
