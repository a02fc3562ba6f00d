"""`sgdocs upgrade`: an older case file brought to the present form."""

import click

from sgdocs.cli.options import content_for, today
from sgdocs.cli.printing import print_findings
from sgdocs.findings import has_errors
from sgdocs.pipeline.finding import find_case
from sgdocs.pipeline.workspaces import upgrade_case

__all__ = ["command"]


@click.command("upgrade")
@click.argument("case")
def command(case: str) -> int:
    """Bring an older case file to the present form.

    The old file is kept beside the new one. Comments in it are not carried over.
    """
    content = content_for(case)
    done = upgrade_case(find_case(case, content), content, today())
    click.echo(f"Upgraded: {done.path}. The old file is kept as {done.kept}.")
    print_findings(done.findings)
    return 1 if has_errors(done.findings) else 0
