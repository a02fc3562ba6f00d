"""`sgdocs users`: who may open the window from the office's network."""

from pathlib import Path

import click

from sgdocs.content import require_outside
from sgdocs.web.access import Role
from sgdocs.web.sharing import add_user

__all__ = ["command"]


@click.command("users")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("name")
@click.option(
    "--role",
    type=click.Choice([str(role) for role in Role]),
    default=str(Role.COORDINATOR),
    show_default=True,
    help="What they may do.",
)
def command(file: Path, name: str, role: str) -> int:
    """Let NAME come in, with a role and a password that is asked for.

    FILE lists the people, outside every workspace: it holds their passwords in a form that cannot
    be read, and nothing else.
    """
    require_outside(file)
    password = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    add_user(file, name, Role(role), password)
    click.echo(f"{name} may come in as {role}.", err=True)
    return 0
