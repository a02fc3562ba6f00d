"""`sgdocs receive`: forms that came back, read, checked, compared and accepted."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from sgdocs.cli.options import MOMENT, as_json, as_of, content_for, today
from sgdocs.cli.printing import print_json
from sgdocs.cli.returned import (
    as_data,
    begun_as_data,
    exit_code,
    print_begun,
    print_outcomes,
)
from sgdocs.dates import Moment
from sgdocs.errors import UsageRefused
from sgdocs.findings import has_errors
from sgdocs.pipeline.finding import find_case
from sgdocs.pipeline.newforms import NewAsked, begin_case
from sgdocs.pipeline.outcomes import Asked, Outcome, State
from sgdocs.pipeline.receiving import receive, receive_inbox

__all__ = ["command"]


@click.command("receive")
@click.argument("case", required=False)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--inbox", is_flag=True, help="Every file in the workspace's folder inbox.")
@click.option("--new", is_flag=True, help="Begin a case with a notification that came in.")
@click.option("--reference", default="", help="The new case's reference; the next one if left out.")
@click.option("--agency", default="", help="Whose form it is, where it does not say so itself.")
@click.option("--form", default="", help="Which form it is, such as SCSI-5, where it does not say.")
@click.option("--received", type=MOMENT, help="When it came; now if left out.")
@click.option("--accept", is_flag=True, help="Write it into the case, and keep the file.")
@click.option("--incomplete", is_flag=True, help="Accept forms that are not filled in completely.")
@click.option("--show", is_flag=True, help="Show what was said before, and what is said now.")
@as_of
@as_json
def command(
    case: str | None,
    files: tuple[Path, ...],
    inbox: bool,
    new: bool,
    reference: str,
    agency: str,
    form: str,
    received: Moment | None,
    accept: bool,
    incomplete: bool,
    show: bool,
    as_of: Moment | None,
    json: bool,
) -> int:
    """Take in forms that came back, as Word, PDF, or the mail or zip file that carries them.

    Each is read, checked and compared with what the agency sent before. Nothing is written without
    --accept. A form says itself which it is, of which case and agency.
    """
    moment = as_of or today()
    asked = Asked(agency, form, received, accept=accept, incomplete=incomplete)
    if new:
        return _begin((case, files), NewAsked(form, reference, received), moment, json=json)
    if inbox:
        if case:
            raise UsageRefused("--inbox takes every file there; name no case beside it.")
        outcomes = receive_inbox(asked, content_for(), moment)
    else:
        outcomes = _of_case(case, files, asked, moment)
    if json:
        print_json({"forms": [as_data(outcome) for outcome in outcomes]})
    else:
        print_outcomes(outcomes, accept=accept, show=show)
    return exit_code(outcomes)


def _of_case(
    case: str | None, files: tuple[Path, ...], asked: Asked, moment: Moment
) -> tuple[Outcome, ...]:
    if not case or not files:
        raise UsageRefused(
            "name a case and the files that came.", remedy="Or use --inbox, or --new FILE."
        )
    content = content_for(case)
    path = find_case(case, content)
    outcomes = receive(path, files, asked, content, moment)
    if any(o.state is State.UNIDENTIFIED for o in outcomes) and sys.stdin.isatty():
        asked = replace(
            asked,
            agency=asked.agency or click.prompt("Which agency's form is it (short name)", err=True),
            form=asked.form or click.prompt("Which form is it, such as SCSI-5", err=True),
        )
        outcomes = receive(path, files, asked, content, moment)
    return outcomes


def _begin(
    given: tuple[str | None, tuple[Path, ...]], asked: NewAsked, moment: Moment, *, json: bool
) -> int:
    case, files = given
    all_given = [*([Path(case)] if case else []), *files]
    if len(all_given) != 1:
        raise UsageRefused("--new begins one case with one file.")
    begun = begin_case(all_given[0], asked, content_for(), moment)
    if json:
        print_json(begun_as_data(begun))
    else:
        print_begun(begun)
    return 1 if has_errors(begun.findings) else 0
