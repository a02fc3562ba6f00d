"""`sgdocs export`: the partnership's yearly table, in counts alone."""

import json as json_text
from pathlib import Path

import click

from sgdocs.cli.options import as_of, content_for, output, today
from sgdocs.cli.printing import deliver, require_output
from sgdocs.dates import Moment
from sgdocs.errors import UsageRefused
from sgdocs.exports.sheets import Sheets, sheets_as_csv, sheets_as_json, sheets_as_xlsx
from sgdocs.pipeline.yearly import count_year, period_of

__all__ = ["command"]


@click.command("export")
@click.option("--year", help="2025, or 2025-26 for April to March; all years if left out.")
@as_of
@click.option(
    "--format",
    "form",
    type=click.Choice(("xlsx", "csv", "json")),
    default="json",
    show_default=True,
    help="A workbook, a list for any program, or JSON.",
)
@output
def command(year: str | None, as_of: Moment | None, form: str, output: Path | None) -> int:
    """Count a year's cases: stages, outcomes, duties met in time, themes, actions. No names.

    A case belongs to the year in which it was received. Ends with 1 where a case could not be read
    and is not counted.
    """
    content = content_for()
    if content.workspace is None:
        raise UsageRefused("there is no workspace here.", remedy="Stand in one, or name it.")
    require_output(output, (content.workspace / "cases",), f".{form}")
    folder, now = content.workspace / "cases", today()
    counted = count_year(folder, content, period_of(year), as_of or now, now)
    for path, reason in counted.left_out:
        click.echo(f"Not counted: {path}: {reason}", err=True)
    deliver(_written(counted.sheets, form), output)
    return 1 if counted.left_out else 0


def _written(sheets: Sheets, form: str) -> bytes | str:
    if form == "xlsx":
        return sheets_as_xlsx(sheets)
    if form == "csv":
        return sheets_as_csv(sheets)
    return json_text.dumps(sheets_as_json(sheets), ensure_ascii=False, indent=2) + "\n"
