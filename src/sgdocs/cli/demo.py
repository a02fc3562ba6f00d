"""`sgdocs demo`: the main job on an example case."""

from pathlib import Path

import click

from sgdocs.pipeline.demonstration import demonstrate, demonstration

__all__ = ["command"]


@click.command("demo")
@click.argument(
    "folder", type=click.Path(path_type=Path, file_okay=False), default=Path("sgdocs-demo")
)
def command(folder: Path) -> int:
    """Make an example workspace and show what sgdocs does with it.

    FOLDER is made if it is not there; sgdocs-demo if left out. Nothing outside it is touched.
    """
    about = demonstration()
    written = list(demonstrate(about, folder))
    click.echo(about.says)
    for shown in written:
        click.echo(f"  wrote {shown.path}  ({shown.says})")
    click.echo(f"Open it in a browser: sgdocs serve {folder}")
    click.echo(f"Or look around here: sgdocs status {folder} --as-of {about.as_of.day}")
    return 0
