"""`sgdocs build`: the papers a day calls for."""

from pathlib import Path
from typing import cast

import click

from sgdocs.artefacts import Asked
from sgdocs.binding import refuse_weak
from sgdocs.casefile import CaseRefused
from sgdocs.cli.built import say_built, say_wanted
from sgdocs.cli.options import MOMENT, as_json, as_of, content_for, once, today
from sgdocs.cli.printing import print_json, progress, say_refused
from sgdocs.content import Content, require_outside
from sgdocs.dates import Moment
from sgdocs.errors import InputRefused, UsageRefused
from sgdocs.opening.limits import SECRET_BYTES
from sgdocs.packs import By, Contents
from sgdocs.partnership import workspace_procedure
from sgdocs.pipeline.blankforms import Blank, make_blank
from sgdocs.pipeline.building import build
from sgdocs.pipeline.casebooks import casebook
from sgdocs.pipeline.filing import Shelf
from sgdocs.pipeline.finding import find_case
from sgdocs.pipeline.formrows import rows_asked
from sgdocs.pipeline.how import How
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.pipeline.wanting import cautions, refuse_frozen, wanted_papers
from sgdocs.standing import Scheduled

__all__ = ["command"]

_NO_LEDGER = "No ledger is kept: this case file does not lie among the cases of a workspace."


@click.command("build")
@click.argument("case", required=False)
@as_of
@click.option("--until", type=MOMENT, help="Make ahead what is to go by this day as well.")
@click.option(
    "--only", multiple=True, callback=once, help="Only this paper, by its number, due or not."
)
@click.option("--step", multiple=True, callback=once, help="Only this step's papers.")
@click.option("--blank", help="A blank form, such as SCSI-1, for no case yet.")
@click.option("--rows", multiple=True, help="More rows in a form's list, as --rows chronology=40.")
@click.option("--procedure", help="Whose form; the workspace's own if left out.")
@click.option("--again", is_flag=True, help="Make what has been sent as its next version.")
@click.option("--drafts", is_flag=True, help="Make what lacks facts as a marked draft.")
@click.option(
    "--list", "listing", is_flag=True, help="Show what would be made, and why not others."
)
@click.option(
    "--by", type=click.Choice(("day", "recipient")), help="How the folders of the pack are cut."
)
@click.option(
    "--contents",
    type=click.Choice(("all", "papers", "word")),
    default="all",
    show_default=True,
    help="What goes in: everything, the papers as Word and PDF, or the Word files alone.",
)
@click.option(
    "--password-file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Lock each person's papers, as one PDF, with the password in this file, kept outside the "
    "workspace.",
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, file_okay=False), help="The folder to use."
)
@as_json
def command(
    case: str | None,
    as_of: Moment | None,
    until: Moment | None,
    only: str | None,
    step: str | None,
    blank: str | None,
    rows: tuple[str, ...],
    procedure: str | None,
    again: bool,
    drafts: bool,
    listing: bool,
    by: str | None,
    contents: str,
    password_file: Path | None,
    output: Path | None,
    json: bool,
) -> int:
    """Make the papers of a case that are due: Word, PDF and mail drafts, as one pack.

    One copy for each recipient, in a folder named for the case and the day, with the timetable, the
    calendar entries and a list of everything. What has been sent is not made again unless asked
    for, and then as a new version.
    """
    if blank is not None:
        if case is not None or listing or drafts or only or step or until:
            raise UsageRefused("a blank form belongs to no case and no step.")
        content, day = content_for("."), (as_of or today()).day
        whose = procedure or workspace_procedure(content)
        asked_form = Blank(whose, blank, day, rows_asked(content, rows))
        return _blank(content, asked_form, output, json=json)
    if case is None:
        raise UsageRefused("which case?", remedy="Name it, or ask for a form with --blank.")
    content = content_for(case)
    try:
        path = find_case(case, content)
        found = schedule_case(path, content, as_of or today(), today())
    except CaseRefused as refused:
        return say_refused(refused, json=json)
    if password_file and contents != "all":
        raise UsageRefused("papers are locked as one PDF, which such a pack does not have.")
    if "" in (only, step):
        raise UsageRefused("there is no paper and no step without a name.")
    asked = Asked(only or "", step or "", until.day if until else None, again=again)
    wanted = wanted_papers(found, asked)
    if listing:
        return say_wanted(wanted, json=json)
    if only or step:
        refuse_frozen(wanted)
    how = How(
        drafts=drafts,
        by=cast("By | None", by),
        password=_password(password_file),
        progress=progress("Making papers"),
        contents=cast("Contents", contents),
        rows=rows_asked(content, rows),
        asked=asked,
    )
    out = output.absolute() if output else _folder(found, only or step or _days(until))
    book = casebook(path, found.case.reference, content)
    built = build(found, wanted, how, out, Shelf(book, today()) if book else None)
    if built.folder and book is None:
        click.echo(_NO_LEDGER, err=True)
    cautioned = cautions(found, wanted)
    return say_built(built, cautioned, asked_for=bool(only or step), json=json)


def _blank(content: Content, asked: Blank, output: Path | None, *, json: bool) -> int:
    if not asked.procedure:
        raise UsageRefused("whose form?", remedy="Name the procedure with --procedure.")
    out = output or (content.workspace or Path()) / "build" / "blank" / asked.form
    made = make_blank(content, asked, out)
    if json:
        print_json([str(path) for path in made])
        return 0
    for path in made:
        click.echo(path)
    return 0


def _days(until: Moment | None) -> str:
    return f"until-{until.day.isoformat()}" if until else "due"


def _folder(found: Scheduled, which: str) -> Path:
    workspace = found.content.workspace or Path()
    day = found.as_of.day.isoformat()
    return workspace / "build" / found.case.reference / f"{day}-{which}"


def _password(file: Path | None) -> str:
    """Read the password from its file, so that it stands in no list of commands."""
    if file is None:
        return ""
    require_outside(file)
    try:
        with file.open(encoding="utf-8-sig") as opened:
            password = opened.read(SECRET_BYTES).strip("\r\n")
        refuse_weak(password)
    except (OSError, UnicodeDecodeError, InputRefused):
        raise InputRefused(
            "this file holds no password that can be used.",
            where=str(file),
            remedy="Write one line in it: several words, no tabs, at most 127 letters.",
        ) from None
    return password
