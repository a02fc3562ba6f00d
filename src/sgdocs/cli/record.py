"""`sgdocs record`: what happened, written into the case file."""

from pathlib import Path

import click

from sgdocs.casefile import CaseRefused
from sgdocs.cli.options import MOMENT, as_json, content_for, today
from sgdocs.cli.recorded import record_entry, say_done, say_not_recorded
from sgdocs.dates import Moment
from sgdocs.pipeline.dispatching import dispatch as dispatch_paper
from sgdocs.pipeline.finding import find_case
from sgdocs.pipeline.recording import DECISIONS

__all__ = ["command"]

_NO_FILE = "  No file is kept: no pack has this paper. Name the file that was sent with --file."

_by = click.option("--by", help="Who writes it down.")
_note = click.option("--note", help="Anything to remember; it stays in the case file.")


@click.group("record")
def command() -> None:
    """Write down what happened in a case.

    The case file keeps its comments and order; a record that would make it wrong is refused. The
    dates that move are shown; what is done stays as it was.
    """


@command.command("event")
@click.argument("case")
@click.argument("name", metavar="EVENT")
@click.argument("when", type=MOMENT)
@click.option("--planned", is_flag=True, help="It is planned for then, and has not happened yet.")
@click.option("--for", "about", help="The child it was for, where it happened separately.")
@_by
@_note
@as_json
def event(
    case: str,
    name: str,
    when: Moment,
    planned: bool,
    about: str | None,
    by: str | None,
    note: str | None,
    json: bool,
) -> int:
    """Record an event, such as panel_notified 2026-03-02T14:30."""
    entry = {
        "event": name,
        "for": about,
        "planned" if planned else "actual": when.text,
        "recorded_by": by,
        "note": note,
    }
    return record_entry(case, "events", entry, json=json)


@command.command("dispatch")
@click.argument("case")
@click.argument("paper")
@click.option("--to", "to", multiple=True, help="A role, or an agency's short name; once for each.")
@click.option("--step", help="The step it was sent for, where several send this paper.")
@click.option("--for", "about", help="The action or other entry it was about.")
@click.option("--sent", type=MOMENT, help="When; now if left out.")
@click.option(
    "--how", type=click.Choice(["secure_email", "post", "by_hand", "online_system", "other"])
)
@click.option("--late-reason", help="Why it was sent late.")
@click.option(
    "--file",
    "files",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The very file that was sent, where it is not the one in the latest pack.",
)
@_by
@as_json
def dispatch(
    case: str,
    paper: str,
    to: tuple[str, ...],
    step: str | None,
    about: str | None,
    sent: Moment | None,
    how: str | None,
    late_reason: str | None,
    files: tuple[Path, ...],
    by: str | None,
    json: bool,
) -> int:
    """Record that a paper was sent, such as SCSI-2 --to safeguarding_partners.

    In a workspace, a copy of each file is kept beside the case file and its fingerprint goes into
    the ledger: the PDF of the latest pack that has the paper, unless --file says otherwise.
    """
    entry = {
        "artefact": paper,
        "to": list(to) or None,
        "step": step,
        "for": about,
        "sent": (sent or today()).text,
        "channel": how,
        "late_reason": late_reason,
        "by": by,
    }
    content = content_for(case)
    filled = {k: v for k, v in entry.items() if v is not None}
    try:
        done = dispatch_paper(find_case(case, content), filled, files, content, today())
    except CaseRefused as refused:
        return say_not_recorded(refused, json=json)
    say_done(done.done, json=json)
    if not json and done.kept and not done.files:
        click.echo(_NO_FILE)
    return 0


@command.command("call")
@click.argument("case")
@click.argument(
    "kind", type=click.Choice(["confirmation", "chase", "family", "legal", "insurance", "other"])
)
@click.option("--agency", help="The agency's short name in the case file.")
@click.option("--person", help="The person's short name in the case file.")
@click.option("--at", type=MOMENT, help="When; now if left out.")
@click.option("--caller", help="Who in the unit called.")
@click.option("--spoke-to", help="Who answered, by role.")
@click.option("--receipt-confirmed", type=click.Choice(["yes", "no"]))
@click.option("--expectation-confirmed", type=click.Choice(["yes", "no"]))
@click.option("--outcome", help="What was said or promised.")
@as_json
def call(case: str, kind: str, at: Moment | None, json: bool, **said: str | None) -> int:
    """Record a telephone call, such as confirmation --agency hospital."""
    entry = {"kind": kind, "at": (at or today()).text, **said}
    return record_entry(case, "calls", entry, json=json)


@command.command("return")
@click.argument("case")
@click.argument("agency")
@click.option("--form", help="The number of the form, such as SCSI-5.")
@click.option("--received", type=MOMENT, help="When; now if left out.")
@click.option("--nil", is_flag=True, help="A nil return: the agency had no involvement.")
@as_json
def returned(
    case: str, agency: str, form: str | None, received: Moment | None, nil: bool, json: bool
) -> int:
    """Record what an agency sent back."""
    entry = {
        "agency": agency,
        "form": form,
        "state": "nil_return" if nil else "returned",
        "received": (received or today()).text,
    }
    return record_entry(case, "returns", entry, json=json)


@command.command("step")
@click.argument("case")
@click.argument("name", metavar="STEP")
@click.option("--on", type=MOMENT, help="When it was done; now if left out.")
@click.option("--planned", type=MOMENT, help="Plan it for this day instead.")
@click.option("--for", "about", help="The agency, action or other entry it was done for.")
@_by
@_note
@as_json
def step(
    case: str,
    name: str,
    on: Moment | None,
    planned: Moment | None,
    about: str | None,
    by: str | None,
    note: str | None,
    json: bool,
) -> int:
    """Record that a step was done that has no paper, call or event of its own."""
    when = {"planned": planned.day.isoformat()} if planned else {"on": (on or today()).text}
    entry = {"step": name, "for": about, **when, "recorded_by": by, "note": note}
    return record_entry(case, "steps_done", entry, json=json)


@command.command("decision")
@click.argument("case")
@click.option("--step", required=True, help="The step that another version is to govern.")
@click.option("--version", required=True, help="The version of the procedure, by its name.")
@click.option("--by", required=True, help="Who decided.")
@click.option("--reason", required=True, help="Why; it stays in the case file.")
@click.option("--on", type=MOMENT, help="When it was decided; today if left out.")
@as_json
def decision(
    case: str, step: str, version: str, by: str, reason: str, on: Moment | None, json: bool
) -> int:
    """Record a person's decision that a step follows another version of the procedure."""
    entry = {
        "step": step,
        "version": version,
        "decided_by": by,
        "decided_on": (on or today()).day.isoformat(),
        "reason": reason,
    }
    return record_entry(case, DECISIONS, entry, json=json)
