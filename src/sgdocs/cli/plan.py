"""`sgdocs plan`: what changed rules, words or holidays would change."""

from datetime import date
from json import dumps
from pathlib import Path

import click

from sgdocs.cli.choosing import chosen_cases
from sgdocs.cli.options import as_of, content_for, output, today
from sgdocs.cli.printing import deliver, require_output
from sgdocs.cli.progressing import Progress
from sgdocs.dates import Moment
from sgdocs.dates import words as in_words
from sgdocs.pipeline.planning import Planned, plan_case, trying
from sgdocs.plans import CasePlan, as_json, as_page, as_text

__all__ = ["command"]

_ENDINGS = {"text": ".txt", "json": ".json", "html": ".html"}


@click.command("plan")
@click.argument("cases", nargs=-1)
@as_of
@click.option(
    "--procedure",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A draft to try: what would it change in the cases that follow this procedure?",
)
@click.option(
    "--words",
    is_flag=True,
    help="Show the papers' words, old against new. They name people: not for a log.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "html")),
    default="text",
    show_default=True,
    help="As text, as one JSON value, or as a page for the browser.",
)
@output
def command(
    cases: tuple[str, ...],
    as_of: Moment | None,
    procedure: Path | None,
    words: bool,
    form: str,
    output: Path | None,
) -> int:
    """Show what would change in CASES, or in every case of the workspace; nothing is written.

    Compares what the case files, procedures, letters, templates, contacts and the calendar would
    give now with the latest pack of each case: which dates move and why, which papers change,
    appear or disappear, which stay because they were sent, and what a person has to decide. With a
    draft, compares the draft with the rules in force. Without --words it prints nothing from the
    papers. Ends with 1 if anything would change.
    """
    content = content_for(cases[0] if cases else ".")
    paths = chosen_cases(cases, content)
    require_output(output, paths, _ENDINGS[form])
    now = today()
    planned = Planned(content.settled(), as_of or now, now, words=words)
    if procedure:
        planned = trying(planned, procedure)
    progress = Progress("Cases", len(paths))
    plans = tuple(_one(path, planned, progress) for path in paths)
    deliver(_said(plans, form, planned.as_of.day), output)
    return 1 if any(plan.changes for plan in plans) else 0


def _one(path: Path, planned: Planned, progress: Progress) -> CasePlan:
    plan = plan_case(path, planned)
    progress.step()
    return plan


def _said(plans: tuple[CasePlan, ...], form: str, day: date) -> str:
    if form == "json":
        return dumps(as_json(plans), ensure_ascii=False, indent=2) + "\n"
    if form == "html":
        return as_page(plans, f"What would change, as of {in_words(day)}")
    return as_text(plans)
