"""`sgdocs release`: a review's papers, for publication or not at all."""

from pathlib import Path
from typing import Any

import click

from sgdocs.casefile import CaseRefused
from sgdocs.cli.options import MOMENT, as_json, content_for, today
from sgdocs.cli.printing import print_json, say_refused
from sgdocs.dates import Moment
from sgdocs.errors import UsageRefused
from sgdocs.pipeline.answering import answer, look_at, sign
from sgdocs.pipeline.finding import find_case
from sgdocs.pipeline.releasing import Release, Weighed, release
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.standing import Scheduled

__all__ = ["command"]

_SHOWN = 40
_REFUSED = 4


@click.command("release")
@click.argument("case")
@click.option("--as-of", type=MOMENT, help="Release as of this date. Today if left out.")
@click.option("--answer", "questions", multiple=True, help="Answer this question; once for each.")
@click.option(
    "--say", type=click.Choice(["yes", "no", "not_applicable"]), default="yes", show_default=True
)
@click.option("--note", help="What was looked at, or why the question does not arise.")
@click.option("--picture", "pictures", multiple=True, help="Somebody has looked at this picture.")
@click.option("--sign", "signing", is_flag=True, help="Sign for the files as they are now.")
@click.option("--by", help="The name of the person who answers, looked, or signs.")
@click.option("--role", help="The role of the person who signs.")
@click.option(
    "--key-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    envvar="SGDOCS_KEY_FILE",
    help="The key to the pseudonyms.",
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, file_okay=False), help="The folder to use."
)
@as_json
def command(
    case: str,
    as_of: Moment | None,
    questions: tuple[str, ...],
    say: str,
    note: str | None,
    pictures: tuple[str, ...],
    signing: bool,
    by: str | None,
    role: str | None,
    key_file: Path | None,
    output: Path | None,
    json: bool,
) -> int:
    """Release the papers of a review for publication, if nothing keeps them back.

    They are rebuilt from masked words, every file is opened again and examined, and people answer
    and sign by name. Whatever is open is listed by its place, never by its words, and nothing is
    written. No program can say that a paper is anonymous: whoever signs does.
    """
    content, now = content_for(case), as_of or today()
    path = find_case(case, content)
    if questions or pictures:
        return _answer(
            path, (questions, pictures), _given(by, now, answer=say, note=note), json=json
        )
    try:
        found = schedule_case(path, content, now, today())
    except CaseRefused as refused:
        return say_refused(refused, json=json)
    if signing:
        return _sign(found, path, ({**_given(by, now), "role": role}, key_file), json=json)
    out = output.absolute() if output else _folder(found)
    return _say(release(found, path, out, now, key_file), json=json)


def _given(by: str | None, now: Moment, **more: str | None) -> dict[str, Any]:
    if not by:
        raise UsageRefused("who?", remedy="Give the person's name with --by.")
    kept = {key: value for key, value in more.items() if value is not None}
    return {**kept, "by": by, "on": now.day.isoformat()}


def _answer(
    path: Path, what: tuple[tuple[str, ...], tuple[str, ...]], given: dict[str, Any], *, json: bool
) -> int:
    content = content_for(path)
    file = path
    for question in what[0]:
        file = answer(path, {"question": question, **given}, content)
    for picture in what[1]:
        seen = {"sha256": picture, "by": given["by"], "on": given["on"]}
        file = look_at(path, seen, content)
    if json:
        print_json({"file": str(file), "entered": [*what[0], *what[1]]})
    else:
        click.echo(f"Entered in {file}.")
    return 0


def _sign(
    found: Scheduled, path: Path, signed: tuple[dict[str, Any], Path | None], *, json: bool
) -> int:
    given, key_file = signed
    if not given["role"]:
        raise UsageRefused("in which role?", remedy="Give the person's role with --role.")
    contents = sign(found, path, given, key_file)
    if json:
        print_json({"contents": contents})
    else:
        click.echo(f"Signed for the files with the fingerprint {contents}.")
    return 0


def _folder(found: Scheduled) -> Path:
    workspace = found.content.workspace or Path()
    day = found.as_of.day.isoformat()
    return workspace / "build" / found.case.reference / "released" / day


def _say(done: Release, *, json: bool) -> int:
    if json:
        print_json(_plain(done))
        return 0 if done.folder else _REFUSED
    if done.folder is None:
        _hold(done.weighed)
        return _REFUSED
    click.echo(f"Released: {len(done.weighed.examined)} files are in {done.folder / 'publish'}")
    click.echo(f"The certificate is in {done.folder / 'keep'}; it names the case and stays here.")
    if done.recorded:
        click.echo("The publication is entered in the case file.")
    return 0


def _hold(weighed: Weighed) -> None:
    held = weighed.held
    click.echo(f"Not released: {len(held)} thing(s) keep it back. Nothing was written.", err=True)
    for one in held[:_SHOWN]:
        click.echo(f"  {one.kind}: {one.where}: {one.why}", err=True)
    if len(held) > _SHOWN:
        click.echo(f"  … and {len(held) - _SHOWN} more; --json gives all.", err=True)


def _plain(done: Release) -> dict[str, Any]:
    weighed = done.weighed
    return {
        "released": done.folder is not None,
        "folder": str(done.folder) if done.folder else None,
        "contents": weighed.contents if weighed.examined else None,
        "files": {e.file: e.sha256 for e in weighed.examined},
        "pictures": [
            {"sha256": p.sha256, "file": e.file, "place": p.place}
            for e in weighed.examined
            for p in e.pictures
        ],
        "held": [one.as_json() for one in weighed.held],
        "recorded": done.recorded,
    }
