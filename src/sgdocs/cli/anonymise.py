"""`sgdocs anonymise`: what is masked in a text, and what a person has to decide about."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import click

from sgdocs.anonymise import Flag, rewritten
from sgdocs.casefile import CaseRefused
from sgdocs.cli.options import as_json, as_of, content_for, output
from sgdocs.cli.printing import deliver, print_json, require_output, say_refused
from sgdocs.dates import Moment
from sgdocs.pipeline.anonymising import Anonymised, anonymise_text
from sgdocs.pipeline.finding import find_case

__all__ = ["command"]

_TEXT = click.Path(path_type=Path, dir_okay=False)
_FEW = 20


@click.command("anonymise")
@click.argument("case")
@click.option("--text", type=_TEXT, required=True, help="The text to mask: plain text or Markdown.")
@as_of
@as_json
@output
def command(
    case: str,
    text: Path,
    as_of: Moment | None,  # noqa: ARG001 - every command on a case takes it; names have no date
    json: bool,
    output: Path | None,
) -> int:
    """Mask a text of a case for publication.

    Everybody and everything the case file names is masked, in whatever form it is written. What
    nobody vouches for is flagged: a person decides, and until then nothing may be published.
    """
    content = content_for(case)
    require_output(output, [text], ".json" if json else "")
    try:
        done = anonymise_text(find_case(case, content), text, content)
    except CaseRefused as refused:
        return say_refused(refused, json=json)
    if json:
        print_json(
            {
                "masks": [asdict(mask) for mask in done.masked.masks],
                "flags": [asdict(flag) for flag in done.masked.flags],
            }
        )
        return 0
    deliver(rewritten(done.text, done.masked.masks), output)
    _say(done)
    return 0


def _say(done: Anonymised) -> None:
    masks, flags = done.masked.masks, done.masked.flags
    click.echo(f"{len(masks)} masked, {len(flags)} to decide about.", err=True)
    for line in _lines(done.text, flags[:_FEW]):
        click.echo(f"  {line}", err=True)
    if len(flags) > _FEW:
        click.echo(f"  and {len(flags) - _FEW} more; --json gives all.", err=True)


def _lines(text: str, flags: Iterable[Flag]) -> Iterable[str]:
    """Say where each flag is, never what: the screen may be shared."""
    for flag in flags:
        line = text.count("\n", 0, flag.start) + 1
        column = flag.start - text.rfind("\n", 0, flag.start)
        yield f"line {line}, column {column}: {flag.reason}"
