"""`sgdocs anonymise`: what is masked in a text, and what a person has to decide about."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from sgdocs.anonymise import Masked, rewritten
from sgdocs.casefile import CaseRefused
from sgdocs.cli.options import as_json, as_of, content_for, output, today
from sgdocs.cli.printing import deliver, print_json, require_output, say_refused, width
from sgdocs.cli.sidebyside import side_by_side
from sgdocs.dates import Moment
from sgdocs.errors import UsageRefused
from sgdocs.pipeline.anonymising import Anonymised, Job, anonymise, decide
from sgdocs.pipeline.finding import find_case
from sgdocs.pseudonyms import make_key

__all__ = ["command"]

_FILE = click.Path(path_type=Path, dir_okay=False)
_FEW = 20
_VERDICTS = ("keep", "rewrite")


@click.command("anonymise")
@click.argument("case")
@click.option("--text", type=_FILE, help="The text to mask: plain text, Markdown or Word.")
@click.option("--review", is_flag=True, help="Show what is open, beside what would be published.")
@click.option(
    "--decide",
    "verdict",
    type=(str, str),
    metavar="FLAG DECISION",
    help="Decide about a flag of --review: keep, mask=LABEL or rewrite.",
)
@click.option("--by", help="Who decides.")
@click.option("--key-file", type=_FILE, envvar="SGDOCS_KEY_FILE", help="The key to the pseudonyms.")
@click.option("--new-key", type=_FILE, help="Make a key file here, outside every workspace.")
@as_of
@as_json
@output
def command(
    case: str,
    text: Path | None,
    review: bool,
    verdict: tuple[str, str] | None,
    by: str | None,
    key_file: Path | None,
    new_key: Path | None,
    as_of: Moment | None,
    json: bool,
    output: Path | None,
) -> int:
    """Mask a text of a case for publication.

    Everybody and everything the case file names is masked, in whatever form it is written. What
    nobody vouches for is flagged: a person decides, and until then nothing may be published.
    Without --text, the texts in the case's folder review and in its report are looked at.
    """
    if new_key:
        return _new_key(new_key)
    content = content_for(case)
    require_output(output, [text] if text else [], ".json" if json else "")
    try:
        job = Job(find_case(case, content), content, as_of or today(), text, key_file)
        if verdict:
            return _decide(job, *verdict, by)
        done = anonymise(job)
    except CaseRefused as refused:
        return say_refused(refused, json=json)
    if review:
        return _review(done, json=json)
    if json:
        print_json(_as_data(done, alone=text is not None))
    else:
        _show(done, output, alone=text is not None)
    return 0


def _new_key(path: Path) -> int:
    make_key(path)
    click.echo(f"A key is in {path}. Keep a copy in another place: without it, nobody can read")
    click.echo("who was called what.")
    return 0


def _decide(job: Job, flag: str, verdict: str, by: str | None) -> int:
    word, _, label = verdict.partition("=")
    if word not in (*_VERDICTS, "mask") or (word == "mask") != bool(label.strip()):
        raise UsageRefused(
            "say what is decided.", remedy="--decide FLAG keep, mask=LABEL or rewrite."
        )
    if not (by or "").strip():
        raise UsageRefused("say who decides.", remedy="--by NAME.")
    done = decide(job, flag, word, str(by).strip(), label.strip())
    click.echo(f"Decided. {len(done.open)} open in {done.source}.")
    return 0


def _review(done: tuple[Anonymised, ...], *, json: bool) -> int:
    """Show every open flag with its passage; findings mean that something is open."""
    if json:
        print_json([_open(one, asked) for one in done for asked in one.open])
    else:
        for one in done:
            for asked in one.open:
                click.echo("\n".join(side_by_side(one, asked, width())))
        click.echo(f"{sum(len(one.open) for one in done)} to decide about.")
    return int(any(one.open for one in done))


def _open(one: Anonymised, asked: Any) -> dict[str, Any]:
    flag = asdict(asked.flag)
    return {"id": asked.id, "source": one.source, **flag, "words": asked.words}


def _as_data(done: tuple[Anonymised, ...], *, alone: bool) -> dict[str, Any]:
    if alone:
        return _found(done[0].masked)
    return {"texts": [{"source": one.source, **_found(one.masked)} for one in done]}


def _found(masked: Masked) -> dict[str, Any]:
    return {
        "masks": [asdict(mask) for mask in masked.masks],
        "flags": [asdict(flag) for flag in masked.flags],
    }


def _show(done: tuple[Anonymised, ...], output: Path | None, *, alone: bool) -> None:
    if alone:
        deliver(rewritten(done[0].text, done[0].masked.masks), output)
    for key in done[0].unsafe if done else ():
        click.echo(f"The label chosen for {key} is like a real name; it was not used.", err=True)
    for one in done:
        masks, flags = one.masked.masks, one.masked.flags
        where = "" if alone else f"{one.source}: "
        click.echo(f"{where}{len(masks)} masked, {len(flags)} to decide about.", err=True)
        for line in _lines(one):
            click.echo(f"  {line}", err=True)
    if any(one.open for one in done):
        click.echo("Decide about them: sgdocs anonymise CASE --review.", err=True)


def _lines(one: Anonymised) -> Iterable[str]:
    """Say where each flag is, never what: the screen may be shared."""
    flags = one.masked.flags
    for flag in flags[:_FEW]:
        line = one.text.count("\n", 0, flag.start) + 1
        column = flag.start - one.text.rfind("\n", 0, flag.start)
        yield f"line {line}, column {column}: {flag.reason}"
    if len(flags) > _FEW:
        yield f"and {len(flags) - _FEW} more; --json gives all."
