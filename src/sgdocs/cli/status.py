"""`sgdocs status`: the board over all cases."""

from dataclasses import asdict
from pathlib import Path

import click

from sgdocs.board import Answers, Colour, Entry
from sgdocs.cli.options import as_json, as_of, content_for, today
from sgdocs.cli.printing import colour_wanted, print_json
from sgdocs.dates import Moment, short_words
from sgdocs.errors import UsageRefused
from sgdocs.exports.characters import one_line
from sgdocs.pipeline.boarding import board
from sgdocs.pipeline.finding import copies_beside, encrypted_cases

__all__ = ["command"]

# Each colour has its word and its shape, for those who cannot tell colours apart.
_MARKS = {
    Colour.RED: ("!!", "OVERDUE", "red"),
    Colour.UNREADABLE: ("??", "MEND", "magenta"),
    Colour.AMBER: (">>", "SOON", "yellow"),
    Colour.GREEN: ("--", "later", "green"),
}


@click.command("status")
@click.argument(
    "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), required=False
)
@as_of
@as_json
def command(folder: Path | None, as_of: Moment | None, json: bool) -> int:
    """Show where every case stands: red, amber or green by the working days left.

    FOLDER holds the cases; the workspace's own if left out. Ends with 1 if anything is overdue.
    """
    content = content_for(folder or ".")
    if folder is None and content.workspace is None:
        raise UsageRefused("there is no workspace here.", remedy="Give a folder of cases.")
    cases = folder or _cases(content.workspace)
    if (cases / "cases").is_dir():
        cases = cases / "cases"
    now = today()
    entries = board(cases, content, as_of or now, now)
    if json:
        print_json([_plain(e) for e in entries])
    else:
        _print(entries)
        _print_encrypted(encrypted_cases(cases))
        _print_copies(entries)
    return 1 if any(e.colour in (Colour.RED, Colour.UNREADABLE) for e in entries) else 0


def _cases(workspace: Path | None) -> Path:
    return (workspace or Path()) / "cases"


def _plain(entry: Entry) -> dict[str, object]:
    return {
        "reference": entry.reference,
        "procedure": entry.procedure,
        "stage": entry.stage,
        "colour": str(entry.colour),
        "overdue": entry.overdue,
        "due_today": entry.due_today,
        "next": entry.next_title,
        "next_due": entry.next_due.isoformat() if entry.next_due else None,
        "working_days_left": entry.working_days_left,
        "answers": asdict(entry.answers),
        "error": entry.error,
        "file": entry.path,
    }


def _print(entries: tuple[Entry, ...]) -> None:
    if not entries:
        click.echo("There are no cases here yet. Begin one: sgdocs new REFERENCE")
        return
    for entry in entries:
        shape, word, colour = _MARKS[entry.colour]
        mark = f"{shape} {word:<8}"
        shown = click.style(mark, fg=colour, bold=True) if colour_wanted() else mark
        click.echo(f"{shown} {one_line(entry.reference):<20} {_next(entry)}")
    red = sum(e.colour is Colour.RED for e in entries)
    click.echo(f"{len(entries)} case(s), {red} with something overdue.")


def _print_encrypted(names: tuple[str, ...]) -> None:
    if names:
        click.echo(f"Encrypted, and not looked at: {', '.join(names)}.")


def _print_copies(entries: tuple[Entry, ...]) -> None:
    """Name the cases of which somebody may have changed another version than the one read."""
    torn = [e for e in entries if copies_beside(Path(e.path))]
    if torn:
        names = ", ".join(one_line(e.reference) for e in torn)
        click.echo(f"There are second versions of files of {names}: sgdocs validate says which.")


def _next(entry: Entry) -> str:
    if entry.error:
        return entry.error
    if entry.next_due is None:
        return f"nothing dated is open; latest: {entry.stage or 'nothing recorded'}"
    left = entry.working_days_left or 0
    when = f"{left} working day(s) left" if left >= 0 else f"{-left} working day(s) late"
    more = f"; {entry.overdue} overdue in all" if entry.overdue > 1 else ""
    answers = _answers(entry.answers)
    return f"{short_words(entry.next_due)} ({when}{more}): {entry.next_title}{answers}"


def _answers(answers: Answers) -> str:
    """Say how many of the agencies that were asked have answered."""
    came = answers.returned + answers.nil_returns
    asked = came + answers.not_received
    if not answers.not_received:
        return ""
    late = f", {answers.late} late" if answers.late else ""
    nil = f" ({answers.nil_returns} nil)" if answers.nil_returns else ""
    return f"; answers: {came} of {asked}{nil}{late}"
