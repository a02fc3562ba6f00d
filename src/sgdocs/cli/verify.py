"""`sgdocs verify`: that nobody has changed the ledger, or what it speaks of."""

import re
from collections.abc import Iterable
from pathlib import Path

import click

from sgdocs.cli.options import as_json, content_for
from sgdocs.cli.printing import print_findings, print_json
from sgdocs.content import Content
from sgdocs.errors import SgdocsError, UsageRefused
from sgdocs.ledger import Anchor
from sgdocs.pipeline.finding import case_files, find_case, ledgers_alone
from sgdocs.pipeline.verifying import Verified, verify_case

__all__ = ["command"]

_HEAD = re.compile(r"([1-9][0-9]{0,8}):([0-9a-f]{64})")


@click.command("verify")
@click.argument("cases", nargs=-1)
@click.option(
    "--head",
    metavar="NUMBER:FINGERPRINT",
    help="What a printed certificate says of the ledger's last line.",
)
@as_json
def command(cases: tuple[str, ...], head: str | None, json: bool) -> int:
    """Show that nobody has changed a case's ledger, or what it speaks of; all cases if none named.

    Finds lines changed, taken out, put in, swapped or cut off, a ledger of another case, packs and
    copies that are gone or are not what was made and sent. Says where, never what stood there.
    """
    known = _known(head, cases)
    looked: list[Verified] = []
    code = 0
    for path, content in _paths(cases):
        try:
            looked.append(verify_case(path, content, known))
        except SgdocsError as refused:
            code = max(code, refused.exit_code)
            click.echo(f"sgdocs: {refused}", err=True)
    if json:
        print_json([_plain(one) for one in looked])
    else:
        _print(looked)
    return _code(looked, code)


def _known(head: str | None, cases: tuple[str, ...]) -> tuple[Anchor, ...]:
    if head is None:
        return ()
    given = _HEAD.fullmatch(head.strip().lower())
    if given is None or len(cases) != 1:
        raise UsageRefused(
            "--head takes the number and the fingerprint from one case's certificate.",
            remedy="Such as 12:9f86d0…, all 64 letters and figures, with that case.",
        )
    return (Anchor(int(given[1]), given[2], "the certificate"),)


def _paths(cases: tuple[str, ...]) -> Iterable[tuple[Path, Content]]:
    if cases:
        contents = [content_for(case) for case in cases]
        return [
            (find_case(c, content), content) for c, content in zip(cases, contents, strict=True)
        ]
    content = content_for()
    if content.workspace is None:
        raise UsageRefused("there is no workspace here.", remedy="Name the case.")
    folder = content.workspace / "cases"
    return [(path, content) for path in sorted((*case_files(folder), *ledgers_alone(folder)))]


def _code(looked: Iterable[Verified], code: int) -> int:
    if any(one.altered for one in looked):
        return 4
    return code or int(any(one.amiss for one in looked))


def _print(looked: list[Verified]) -> None:
    for one in looked:
        click.echo(f"{one.case}: {_says(one)}")
    print_findings(finding for one in looked for finding in one.findings)
    if not looked:
        click.echo("There is no case to look at.")


def _says(one: Verified) -> str:
    if not one.kept:
        return "no ledger is kept, since it does not lie among the cases of a workspace."
    if one.altered:
        return "THE LEDGER WAS ALTERED."
    if one.disposed:
        return "disposed of; its last line is as it was written."
    if not one.lines:
        return "no lines yet."
    count = "1 line" if one.lines == 1 else f"{one.lines} lines"
    end = f"the last is {one.lines}:{one.head}"
    return f"{count}, as they were written; {end}"


def _plain(one: Verified) -> dict[str, object]:
    return {
        "case": one.case,
        "file": one.file,
        "kept": one.kept,
        "disposed": one.disposed,
        "lines": one.lines,
        "head": one.head or None,
        "altered": one.altered,
        "findings": [finding.as_json() for finding in one.findings],
    }
