"""`sgdocs regenerate`: make anew what is stale, in one case or in all of them."""

from collections import Counter
from pathlib import Path
from typing import cast

import click

from sgdocs.cli.choosing import chosen_cases
from sgdocs.cli.options import as_json, as_of, content_for, today
from sgdocs.cli.printing import print_json
from sgdocs.cli.progressing import Progress
from sgdocs.dates import Moment
from sgdocs.engines import ENGINES, named
from sgdocs.packs import Contents
from sgdocs.pipeline.regenerating import CaseJob, Outcome, Terms, regenerate

__all__ = ["command"]

_SAID = {
    "made": "made anew",
    "same": "looked at, and come out the same",
    "fresh": "up to date",
    "nothing": "with nothing to make",
    "failed": "not done",
}


@click.command("regenerate")
@click.argument("cases", nargs=-1)
@as_of
@click.option("--engine", default="in-process", show_default=True, help=f"{ENGINES}.")
@click.option(
    "--contents",
    type=click.Choice(("all", "papers", "word")),
    help="What packs hold from now on; as before if left out.",
)
@as_json
def command(
    cases: tuple[str, ...], as_of: Moment | None, engine: str, contents: str | None, json: bool
) -> int:
    """Make anew what is stale in the packs of CASES, or of every case in the workspace.

    Stale is what would come out otherwise: its case, letter, template, rule, contacts, calendar or
    the program has changed since. What was sent is never made again, and what is fresh is left
    where it is. A new pack lies beside the old one. Stopped in the middle, the next run goes on
    from there. Ends with 1 if a case could not be done or a paper that is due lacks something.
    """
    content = content_for(cases[0] if cases else ".")
    now = today()
    terms = Terms(
        str(content.workspace.absolute()) if content.workspace else "",
        str(content.cache.absolute()) if content.cache else "",
        (as_of or now).day,
        now,
        cast("Contents | None", contents),
    )
    paths = chosen_cases(cases, content)
    jobs = tuple(CaseJob(str(path.absolute()), terms) for path in paths)
    progress = Progress("Cases", len(jobs))
    outcomes = regenerate(jobs, named(engine), lambda _: progress.step())
    if json:
        print_json([_plain(one) for one in outcomes])
    else:
        _say(outcomes)
    return 1 if any(one.fault or one.lacking for one in outcomes) else 0


def _say(outcomes: tuple[Outcome, ...]) -> None:
    for one in outcomes:
        if one.state == "made":
            taken = f", {one.kept} as they were" if one.kept else ""
            click.echo(f"{_name(one)}: {one.made} papers anew{taken}, in {one.folder}")
    for one in outcomes:
        if one.lacking:
            click.echo(f"{_name(one)}: not made: {', '.join(one.lacking)}", err=True)
        if one.fault:
            click.echo(f"{_name(one)}: not done: {one.fault}", err=True)
    done = Counter[str](one.state for one in outcomes)
    counts = (f"{done[state]} {said}" for state, said in _SAID.items() if done[state])
    click.echo(f"{done.total()} case(s): {', '.join(counts) or 'none'}.")


def _name(outcome: Outcome) -> str:
    return Path(outcome.path).parent.name


def _plain(one: Outcome) -> dict[str, object]:
    return {
        "case": _name(one),
        "file": one.path,
        "state": one.state,
        "made": one.made,
        "kept": one.kept,
        "folder": one.folder or None,
        "lacking": list(one.lacking),
        "fault": one.fault or None,
    }
