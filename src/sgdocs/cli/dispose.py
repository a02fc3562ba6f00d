"""`sgdocs dispose`: what need not be kept any longer, listed, signed for, and removed."""

from pathlib import Path

import click

from sgdocs.cli.options import as_json, as_of, content_for, today
from sgdocs.cli.printing import deliver, print_json, require_output
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import UsageRefused
from sgdocs.pipeline.disposallist import list_text, signed_list
from sgdocs.pipeline.disposing import Disposed, State, dispose
from sgdocs.pipeline.retaining import Retained, all_retained

__all__ = ["command"]

_SAYS = {
    State.GONE: "disposed of; the certificate is in its folder.",
    State.ALREADY: "was disposed of before.",
}


@click.command("dispose")
@click.argument(
    "signed", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=False
)
@click.option("--list", "listing", is_flag=True, help="Show until when each case is kept, and why.")
@as_of
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="With --list: write the list of those whose time has passed, to be signed.",
)
@as_json
def command(
    signed: Path | None, listing: bool, as_of: Moment | None, output: Path | None, json: bool
) -> int:
    """Dispose of the cases on a signed list; with --list, make the list.

    Everything kept of a case is removed: the case file, its ledger, packs, copies and forms. A
    certificate without names stays, and one line. A case that is open, on hold or was changed after
    the list was made is kept. Stopped halfway, the same command goes on.
    """
    content = content_for(signed or ".")
    if content.workspace is None:
        raise UsageRefused("there is no workspace here.", remedy="Stand in the workspace.")
    if listing:
        if signed is not None:
            raise UsageRefused("either --list, or a list that is signed.")
        return _list(content.workspace, content, as_of or today(), output, json=json)
    if signed is None or output or as_of:
        raise UsageRefused("which list?", remedy="Make one with --list -o FILE.")
    done = list(dispose(signed_list(signed, content, today().day), content, today()))
    if json:
        print_json([_outcome(one) for one in done])
    else:
        for one in done:
            click.echo(f"{one.reference}: {_SAYS.get(one.state) or f'kept. {one.reason}'}")
    return 4 if any(one.state is State.KEPT for one in done) else 0


def _list(
    workspace: Path, content: Content, moment: Moment, output: Path | None, *, json: bool
) -> int:
    require_output(output, (workspace / "cases",), ".yaml")
    cases = list(all_retained(workspace / "cases", content, moment, today()))
    if json:
        print_json([_plain(case) for case in cases])
    else:
        for case in cases:
            against = " ".join(case.against) or "Its time has passed: it can be disposed of."
            click.echo(f"{case.reference}: {against}")
    if output is not None:
        deliver(list_text(cases, today().day), output)
    return 0


def _plain(case: Retained) -> dict[str, object]:
    return {
        "reference": case.reference,
        "closed_on": case.closed_on.isoformat() if case.closed_on else None,
        "keep_until": case.keep_until.isoformat() if case.keep_until else None,
        "against": list(case.against),
    }


def _outcome(one: Disposed) -> dict[str, str]:
    return {"reference": one.reference, "state": str(one.state), "reason": one.reason}
