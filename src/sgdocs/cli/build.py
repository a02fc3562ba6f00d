"""`sgdocs build`: the letters a day calls for."""

from pathlib import Path

import click

from sgdocs.casefile import CaseRefused
from sgdocs.cli.options import as_json, as_of, content_for, today
from sgdocs.cli.printing import print_json, say_refused
from sgdocs.dates import Moment, short_words
from sgdocs.pipeline.building import Wanted, build, candidates
from sgdocs.pipeline.finding import find_case
from sgdocs.pipeline.scheduling import Scheduled, schedule_case

__all__ = ["command"]


@click.command("build")
@click.argument("case")
@as_of
@click.option("--only", help="Only this paper, by its number, whether it is due yet or not.")
@click.option("--step", help="Only this step's papers.")
@click.option(
    "--list", "listing", is_flag=True, help="Show what would be made, and why not others."
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, file_okay=False), help="The folder to use."
)
@as_json
def command(
    case: str,
    as_of: Moment | None,
    only: str | None,
    step: str | None,
    listing: bool,
    output: Path | None,
    json: bool,
) -> int:
    """Make the letters of a case that are due: Word, PDF and mail drafts.

    One letter for each recipient, in a folder named for the case and the day. What has been sent is
    not made again. Forms, records and reports are still to come.
    """
    content = content_for(case)
    try:
        found = schedule_case(find_case(case, content), content, as_of or today(), today())
    except CaseRefused as refused:
        return say_refused(refused, json=json)
    wanted = candidates(found, only, step)
    if listing:
        _list(wanted, json=json)
        return 0
    built = build(found, wanted, output or _folder(found, only or step or "due"))
    if json:
        print_json(
            {
                "folder": str(built.folder) if built.folder else None,
                "files": list(built.files),
                "left": [_plain(w) for w in built.left],
            }
        )
        return 1 if built.missing else 0
    for name in built.files:
        click.echo(f"{built.folder}/{name}")
    if not built.files:
        click.echo("Nothing is to be made on this day; --list says why.")
    for one in built.left if (only or step) else built.missing:
        click.echo(f"Not made: {_named(one)}: {one.reason}", err=True)
    return 1 if built.missing else 0


def _folder(found: Scheduled, which: str) -> Path:
    workspace = found.content.workspace or Path()
    day = found.as_of.day.isoformat()
    return workspace / "build" / found.case.reference / f"{day}-{which}"


def _list(wanted: tuple[Wanted, ...], *, json: bool) -> None:
    if json:
        print_json([_plain(w) for w in wanted])
        return
    for one in wanted:
        due = short_words(one.row.send_by) if one.row.send_by else "no date"
        state = f"not made: {one.reason}" if one.reason else f"{len(one.to)} letter(s)"
        click.echo(f"{one.artefact:<12} {due:<16} {_named(one)}: {state}")


def _named(one: Wanted) -> str:
    return f"{one.row.title} ({one.row.instance.label})" if one.row.instance else one.row.title


def _plain(one: Wanted) -> dict[str, object]:
    return {
        "artefact": one.artefact,
        "step": one.row.step,
        "instance": one.row.instance.id if one.row.instance else None,
        "due": one.row.send_by.isoformat() if one.row.send_by else None,
        "recipients": [a.key for a in one.to],
        "reason": one.reason,
    }
