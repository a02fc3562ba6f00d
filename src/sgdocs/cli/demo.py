"""`sgdocs demo`: the main job on an example case."""

from pathlib import Path

import click

from sgdocs.pipeline.demonstration import demonstrate

__all__ = ["command"]


@click.command("demo")
@click.argument(
    "folder", type=click.Path(path_type=Path, file_okay=False), default=Path("sgdocs-demo")
)
def command(folder: Path) -> int:
    """Make an example workspace and show what sgdocs does with it.

    FOLDER is made if it is not there; sgdocs-demo if left out. Nothing outside it is touched.
    """
    click.echo("An example: a serious incident, six working days after it was notified.")
    for shown in demonstrate(folder):
        click.echo(f"  wrote {shown.path}  ({shown.says})")
    click.echo(f"Look around: sgdocs status {folder} --as-of 2026-11-20")
    return 0
