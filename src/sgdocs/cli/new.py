"""`sgdocs new`: a case begun as a commented file."""

import click

from sgdocs.casefile import Beginning
from sgdocs.cli.options import content_for, today
from sgdocs.partnership import workspace_procedure
from sgdocs.pipeline.workspaces import new_case

__all__ = ["command"]


@click.command("new")
@click.argument("reference")
@click.option("--procedure", help="The procedure, where it is not the workspace's own.")
@click.option(
    "--harm",
    "harms",
    multiple=True,
    type=click.Choice(["died", "seriously_harmed"]),
    default=("seriously_harmed",),
    show_default=True,
    help="What happened to a child; once for each child.",
)
@click.option(
    "--learning-request", is_flag=True, help="A learning request, not a serious incident."
)
@click.option("--received", default="", help="When the notification was received.")
def command(
    reference: str,
    procedure: str | None,
    harms: tuple[str, ...],
    learning_request: bool,
    received: str,
) -> int:
    """Begin a case, as a commented file to fill in.

    REFERENCE is the unit's own reference for the case, without any name, such as SCI-2026-014.
    """
    content = content_for()
    pathway = "learning_request" if learning_request else "serious_incident"
    chosen = procedure or workspace_procedure(content)
    path = new_case(content, Beginning(reference, chosen, pathway, harms, received), today())
    click.echo(f"{path}")
    click.echo("Fill it in with any editor, then: sgdocs validate " + reference, err=True)
    return 0
