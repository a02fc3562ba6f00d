"""What `sgdocs build` would make, or has made: said to a person, or as JSON."""

from datetime import date

import click

from sgdocs.artefacts import Wanted
from sgdocs.cli.printing import print_json
from sgdocs.dates import short_words
from sgdocs.pipeline.building import Built

__all__ = ["say_built", "say_wanted"]

_NOTHING = "Nothing is to be made on this day; --list says why."


def say_wanted(wanted: tuple[Wanted, ...], *, json: bool) -> int:
    """Say what would be made, and of the rest why it is not."""
    if json:
        print_json([_plain(w) for w in wanted])
        return 0
    for one in wanted:
        due = _due(one)
        state = f"not made: {one.reason}" if one.reason else _copies(len(one.to))
        shown = short_words(due) if due else "no date"
        click.echo(f"{one.artefact.id:<22} {shown:<16} {one.about}: {state}")
    return 0


def _copies(number: int) -> str:
    return "1 copy" if number == 1 else f"{number} copies"


def say_built(built: Built, cautioned: tuple[str, ...], *, asked_for: bool, json: bool) -> int:
    """Say what was made, what was not, and what to mind before it goes."""
    if json:
        print_json(
            {
                "folder": str(built.folder) if built.folder else None,
                "files": list(built.files),
                "left": [_plain(w) for w in built.left],
                "cautions": list(cautioned),
            }
        )
        return 1 if built.lacking else 0
    if built.folder is None:
        click.echo(_NOTHING if not built.lacking else "Nothing could be made.")
    else:
        _summarise(built)
    for caution in cautioned:
        click.echo(f"Before it goes: {caution}", err=True)
    for one in built.left if asked_for else built.lacking:
        click.echo(f"Not made: {one.artefact.id}, {one.about}: {one.reason}", err=True)
    return 1 if built.lacking else 0


def _summarise(built: Built) -> None:
    """Say what was made for whom, a line for each person, and where it lies."""
    theirs: dict[str, list[str]] = {}
    for paper in built.papers:
        mark = " (draft)" if paper["state"] == "draft" else ""
        theirs.setdefault(f"{paper['day']}  {paper['recipient']}", []).append(
            f"{paper['artefact']}{mark}"
        )
    for whom, papers in sorted(theirs.items()):
        click.echo(f"{whom}: {', '.join(dict.fromkeys(papers))}")
    drafts = sum(name.endswith(".eml") for name in built.files)
    click.echo(f"{len(built.papers)} papers and {drafts} mail drafts are in {built.folder}")


def _due(one: Wanted) -> date | None:
    return one.row.send_by if one.row else None


def _plain(one: Wanted) -> dict[str, object]:
    due, instance = _due(one), one.row.instance if one.row else None
    return {
        "artefact": one.artefact.id,
        "title": one.artefact.title,
        "step": one.row.step if one.row else None,
        "instance": instance.id if instance else None,
        "due": due.isoformat() if due else None,
        "day": one.day.isoformat(),
        "version": one.version,
        "recipients": [a.key for a in one.to],
        "reason": one.reason,
    }
