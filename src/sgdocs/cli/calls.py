"""`sgdocs calls`: the calls to make, a filled sheet of them read back, and follow-up mails."""

from pathlib import Path

import click

from sgdocs.callsheets import Reading
from sgdocs.casefile import CaseRefused
from sgdocs.cli.options import as_json, as_of, content_for, output, today
from sgdocs.cli.printing import (
    deliver,
    print_findings,
    print_json,
    require_output,
    say_refused,
)
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import UsageRefused
from sgdocs.pipeline.calling import calls_list, calls_to_make
from sgdocs.pipeline.finding import find_case
from sgdocs.pipeline.hearing import accept_calls, hear_calls
from sgdocs.pipeline.reminding import write_reminders
from sgdocs.pipeline.rendering import as_data_of, in_words
from sgdocs.pipeline.rewriting import Rewritten
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.standing import Scheduled

__all__ = ["command"]

_FORMS = ("table", "xlsx", "csv", "docx", "pdf")


@click.command("calls")
@click.argument("case")
@as_of
@click.option(
    "--format", "form", type=click.Choice(_FORMS), help="table on the screen if left out."
)
@output
@click.option(
    "--read",
    "sheet",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Read a filled sheet, and show what it would record.",
)
@click.option("--accept", is_flag=True, help="Record what the sheet says: all of it, or nothing.")
@click.option(
    "--drafts",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write a follow-up mail to each agency that is late, into this folder.",
)
@as_json
def command(
    case: str,
    as_of: Moment | None,
    form: str | None,
    output: Path | None,
    sheet: Path | None,
    accept: bool,
    drafts: Path | None,
    json: bool,
) -> int:
    """Show the calls to make now, as a list to print or to fill in; read a filled one back.

    Every agency is called when the request has gone; when the answers are due, only those that
    have not answered. Ends with 1 where a filled sheet has something to put right.
    """
    content = content_for(case)
    if accept and sheet is None:
        raise UsageRefused("which sheet?", remedy="Name the filled one with --read.")
    if sheet and (form or output or drafts or as_of):
        raise UsageRefused("a sheet that is read back goes with no other option but --accept.")
    if drafts and (form or output):
        raise UsageRefused("the mails are written by themselves.", remedy="Leave the others out.")
    try:
        path = find_case(case, content)
        if sheet:
            return _read(path, sheet, content, accept=accept, json=json)
        found = schedule_case(path, content, as_of or today(), today())
    except CaseRefused as refused:
        return say_refused(refused, json=json)
    if drafts:
        return _drafts(found, drafts.absolute(), json=json)
    return _list(found, form, output, json=json)


def _list(found: Scheduled, form: str | None, output: Path | None, *, json: bool) -> int:
    if json:
        print_json(
            [
                {
                    "kind": call.kind,
                    "about": call.about,
                    "whom": call.whom if call.standing else "",
                    "why": call.why,
                    "due": call.due.isoformat() if call.due else None,
                    "standing": call.standing,
                }
                for call in calls_to_make(found)
            ]
        )
        return 0
    form = form or (output.suffix[1:].lower() if output else "table")
    if form not in _FORMS:
        raise UsageRefused("what kind of file?", remedy="Name one with --format.")
    require_output(output, (), "" if form == "table" else f".{form}")
    deliver(calls_list(found, form), output)
    return 0


def _read(path: Path, sheet: Path, content: Content, *, accept: bool, json: bool) -> int:
    done: Rewritten | None = None
    if accept:
        reading, done = accept_calls(path, sheet, content, today())
    else:
        reading = hear_calls(path, sheet, content, today())
    if json:
        print_json(_plain(reading, done))
    else:
        _say(reading, done, accept=accept)
    return 1 if reading.findings else 0


def _plain(reading: Reading, done: Rewritten | None) -> dict[str, object]:
    return {
        "new": [
            {"row": n, **{k: e[k] for k in ("kind", "agency", "person", "at") if k in e}}
            for n, e in reading.entries
        ],
        "already_recorded": reading.already,
        "not_made": reading.blank,
        "findings": [finding.as_json() for finding in reading.findings],
        "recorded": done is not None,
        "moved": [as_data_of(moved) for moved in done.moved] if done else [],
    }


def _say(reading: Reading, done: Rewritten | None, *, accept: bool) -> None:
    for number, entry in reading.entries:
        about = entry.get("agency", entry.get("person"))
        click.echo(f"  row {number}: {entry['kind']} call, {about}, {entry['at']}")
    told = f"{len(reading.entries)} new call(s), {reading.already} recorded already, "
    click.echo(f"{told}{reading.blank} row(s) not filled in.")
    print_findings(reading.findings, err=True)
    if reading.findings:
        click.echo("Nothing was recorded. Put these rows right in the sheet.", err=True)
    elif done:
        click.echo(f"Recorded in {done.path}.")
        for moved in done.moved:
            click.echo(f"  {in_words(moved)}")
        print_findings(done.findings)
    elif reading.entries and not accept:
        click.echo("Nothing was recorded yet; --accept records them.", err=True)


def _drafts(found: Scheduled, folder: Path, *, json: bool) -> int:
    place, files = write_reminders(found, folder)
    if json:
        print_json({"folder": str(place) if place else None, "files": list(files)})
    elif place is None:
        click.echo("No agency that was asked is late.")
    else:
        mails = sum(name.endswith(".eml") for name in files)
        click.echo(f"{mails} mail(s) drafted in {place}. Look each over before it goes.")
    return 0
