"""`sgdocs doctor`: what is well and what to mend."""

import click

from sgdocs.cli.options import as_json, content_for, today
from sgdocs.cli.printing import print_json
from sgdocs.doctor import examine

__all__ = ["command"]


@click.command("doctor")
@as_json
def command(json: bool) -> int:
    """Look over the workspace and this computer, and say what to mend."""
    found = examine(content_for(), today().day)
    if json:
        print_json([{"well": a.well, "about": a.about, "says": a.says} for a in found])
    else:
        for advice in found:
            mark = "well" if advice.well else "MEND"
            click.echo(f"{mark}  {advice.about}: {advice.says}")
    return 0 if all(a.well for a in found) else 1
