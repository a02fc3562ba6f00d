"""`sgdocs init`: a workspace for a partnership."""

from pathlib import Path

import click

from sgdocs.content import Content
from sgdocs.pipeline.workspaces import init_workspace

__all__ = ["command"]


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option(
    "--procedure", required=True, help="The partnership's procedure; the error names them all."
)
def command(folder: Path, procedure: str) -> int:
    """Make a workspace for a partnership: its contacts, cases and wording.

    The contacts in it are invented. Put the real ones in before anything is sent.
    """
    made = init_workspace(folder, procedure, Content())
    click.echo(f"A workspace is ready in {folder}.")
    for path in made:
        click.echo(f"  {path}")
    click.echo(f"Next: put your own contacts into {made[0]}, then: sgdocs new REFERENCE")
    return 0
