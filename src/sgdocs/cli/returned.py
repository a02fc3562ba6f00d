"""How forms that came back are shown: what each is, what to put right, what differs."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import click

from sgdocs.findings import Finding, Severity
from sgdocs.opening.limits import PROBLEMS_SHOWN
from sgdocs.pipeline.newforms import Begun
from sgdocs.pipeline.outcomes import Outcome, State
from sgdocs.pipeline.rendering import as_data_of, in_words

__all__ = ["as_data", "begun_as_data", "exit_code", "print_begun", "print_outcomes"]

_FEW = 7
_SAID = {
    State.ACCEPTED: "Accepted.",
    State.READY: "Complete.",
    State.INCOMPLETE: "Not complete; accept it as it is with --accept --incomplete.",
    State.CONTRADICTORY: "It contradicts itself, and cannot be accepted.",
    State.EMPTY: "Nothing is filled in, so nothing was received.",
    State.DUPLICATE: "This very file was received before.",
    State.UNCHANGED: "It says the same as the agency's last return.",
}
_UNREADABLE = frozenset({State.REFUSED, State.UNIDENTIFIED})
_FINE = frozenset({State.ACCEPTED, State.READY, State.DUPLICATE, State.UNCHANGED})


def exit_code(outcomes: Iterable[Outcome]) -> int:
    """Give 3 where a file could not be read or matched, 1 where something is to put right."""
    states = {outcome.state for outcome in outcomes}
    return 3 if states & _UNREADABLE else 1 if states - _FINE else 0


def print_outcomes(outcomes: Sequence[Outcome], *, accept: bool, show: bool) -> None:
    """Show what became of each file; what was refused goes to standard error."""
    unread = [o for o in outcomes if o.state in _UNREADABLE]
    for outcome in outcomes:
        if outcome not in unread[PROBLEMS_SHOWN:]:
            for line in _lines(outcome, show=show):
                click.echo(line, err=outcome in unread)
    if len(unread) > PROBLEMS_SHOWN:
        more = len(unread) - PROBLEMS_SHOWN
        click.echo(f"{more} more could not be read; --json gives all.", err=True)
    if not outcomes:
        click.echo("There are no files to receive.")
    elif not accept and any(o.state is State.READY for o in outcomes):
        click.echo("Nothing was written. Add --accept to take in what is complete.")
    for moved in {in_words(m): None for o in outcomes for m in o.moved}:
        click.echo(f"  {moved}")


def _lines(outcome: Outcome, *, show: bool) -> Iterator[str]:
    if outcome.state in _UNREADABLE:
        yield f"{outcome.file}: {outcome.why} {outcome.remedy}".rstrip()
        return
    nil = ", a nil return" if outcome.kind == "nil_return" else ""
    version = f", version {outcome.version}" if outcome.version else ""
    yield f"{outcome.file}: {outcome.form}{version}, of {outcome.agency}, {outcome.case}{nil}."
    yield f"  {_SAID.get(outcome.state) or _kept_out(outcome)}"
    yield from _findings(outcome.findings)
    yield from _differences(outcome, show=show)


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings[:_FEW]:
        mark = "  - " if finding.severity is Severity.ERROR else "  ! "
        yield f"{mark}{finding.message} {finding.remedy}".rstrip()
    if len(findings) > _FEW:
        yield f"  and {len(findings) - _FEW} more; --json gives all."


def _kept_out(outcome: Outcome) -> str:
    return f"Not accepted: {outcome.why}."


def _differences(outcome: Outcome, *, show: bool) -> Iterator[str]:
    if not outcome.changes:
        return
    yield f"  Differs from the return of {outcome.before}:"
    shown = len(outcome.changes) if show else _FEW
    for change, place in list(zip(outcome.changes, outcome.places, strict=True))[:shown]:
        before, now = change.words
        yield f"    {place}: {change.how} ({before} words before, {now} now)"
        if show:
            yield f"      before: {change.old}"
            yield f"      now: {change.new}"
    if len(outcome.changes) > shown:
        yield f"    and {len(outcome.changes) - shown} more; --json gives all."


def as_data(outcome: Outcome) -> dict[str, Any]:
    """Give an outcome as plain data, without what the form says."""
    return {
        "file": outcome.file,
        "state": str(outcome.state),
        "why": outcome.why,
        "remedy": outcome.remedy,
        "case": outcome.case,
        "agency": outcome.agency,
        "form": outcome.form,
        "version": outcome.version,
        "kind": outcome.kind,
        "received": outcome.received,
        "findings": [finding.as_json() for finding in outcome.findings],
        "compared_with": outcome.before,
        "changes": [
            {
                "place": place,
                "how": change.how,
                "words_before": change.words[0],
                "words_now": change.words[1],
            }
            for change, place in zip(outcome.changes, outcome.places, strict=True)
        ],
        "kept": outcome.kept,
        "moved": [as_data_of(moved) for moved in outcome.moved],
    }


def print_begun(begun: Begun) -> None:
    """Show the case that was begun, and what to ask of the sender."""
    click.echo(f"{begun.path}")
    click.echo(f"Begun with {begun.form}, which is kept as {begun.kept}.")
    for line in _findings(begun.findings):
        click.echo(line)


def begun_as_data(begun: Begun) -> dict[str, Any]:
    """Give a case that was begun as plain data."""
    return {
        "file": str(begun.path),
        "case": begun.reference,
        "form": begun.form,
        "kept": begun.kept,
        "findings": [finding.as_json() for finding in begun.findings],
    }
