"""`sgdocs schedule`: when everything is due, and why."""

from datetime import date
from pathlib import Path

import click

from sgdocs.casefile import CaseRefused
from sgdocs.cli.options import as_of, content_for, output, today
from sgdocs.cli.printing import (
    colour_wanted,
    deliver,
    print_findings,
    require_output,
    say_refused,
    width,
)
from sgdocs.content import Content
from sgdocs.dates import DateProblem, Moment, parse_date
from sgdocs.errors import UsageRefused
from sgdocs.findings import has_errors
from sgdocs.pipeline.finding import find_case
from sgdocs.pipeline.rendering import compared, rendered, why
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.schedule import Role
from sgdocs.standing import Scheduled

__all__ = ["command"]

_SUFFIXES = {
    "table": "",
    "json": ".json",
    "csv": ".csv",
    "xlsx": ".xlsx",
    "ics": ".ics",
    "svg": ".svg",
    "pdf": ".pdf",
}


@click.command("schedule")
@click.argument("case")
@as_of
@click.option(
    "--what-if",
    "trials",
    multiple=True,
    metavar="EVENT=DATE",
    help="Try another date for an event, and show what would move.",
)
@click.option("--why", "why_step", metavar="STEP", help="Explain one step's dates in full.")
@click.option(
    "--compare",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Show what moved since a schedule saved with --json.",
)
@click.option("--all", "show_all", is_flag=True, help="Show steps that do not apply, too.")
@click.option(
    "--format", "form", type=click.Choice(list(_SUFFIXES)), default="table", show_default=True
)
@click.option("--json", "json", is_flag=True, help="The same as --format json.")
@output
def command(
    case: str,
    as_of: Moment | None,
    trials: tuple[str, ...],
    why_step: str | None,
    compare: Path | None,
    show_all: bool,
    form: str,
    json: bool,
    output: Path | None,
) -> int:
    """Show when everything in a case is due, and why.

    CASE is a file, its folder, or a reference in this workspace.
    """
    content = content_for(case)
    path = find_case(case, content)
    require_output(output, _protected(path, content), _SUFFIXES["json" if json else form])
    try:
        found = schedule_case(path, content, as_of or today(), today(), _trials(trials))
    except CaseRefused as refused:
        return say_refused(refused, json=json or form == "json")
    if trials and not any(row.role is Role.WHAT_IF for row in found.rows):
        click.echo("With these dates, no other date moves.", err=True)
    as_data = json or form == "json"
    if why_step:
        deliver(why(found, why_step, width(), as_data=as_data), output)
    elif compare:
        deliver(compared(found, compare, as_data=as_data), output)
    else:
        _show(found, "json" if json else form, output, show_all=show_all)
    return 1 if has_errors(found.findings) else 0


def _protected(case: Path, content: Content) -> tuple[Path, ...]:
    """Give what a schedule is made from, and the folders of a workspace that people write in."""
    workspace = content.workspace
    names = ("partnership.yaml", "cases", "procedures", "letters", "templates", "calendars")
    return (case, *(workspace / name for name in names)) if workspace else (case,)


def _show(found: Scheduled, form: str, output: Path | None, *, show_all: bool) -> None:
    print_findings(found.findings, err=True)
    if form == "table" and output is None:
        for notice in found.notices:
            click.echo(f"! {notice}", err=True)
    page = (width(), colour_wanted() and output is None, show_all)
    deliver(rendered(found, form, page, output), output)


def _trials(given: tuple[str, ...]) -> dict[str, date]:
    found: dict[str, date] = {}
    for trial in given:
        event, equals, day = trial.partition("=")
        if not equals:
            raise UsageRefused("--what-if takes EVENT=DATE, like panel_notified=2026-03-02.")
        try:
            found[event] = parse_date(day)
        except DateProblem as problem:
            raise UsageRefused(
                f"the date in --what-if {problem.what}.", remedy=problem.remedy
            ) from None
    return found
