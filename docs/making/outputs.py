"""What other programs read: the schedule as JSON, and exit codes."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from making.markdown import Page, code, codes, table
from sgdocs import errors
from sgdocs.content import Content
from sgdocs.dates import Skipped
from sgdocs.exports import as_json
from sgdocs.findings import Finding, Severity
from sgdocs.procedure import Source
from sgdocs.reading import read_file
from sgdocs.schedule import Instance, Role, Row, Status, Why

__all__ = ["pages"]

_HERE = Path(__file__).parent
_SCHEDULE = (
    "`sgdocs schedule CASE --json` gives a list with one entry for each step, each agency, action "
    "or other thing it is repeated for, and each reading of the rule. Dates are text like "
    "`2025-12-23`, or null. `sgdocs schedule CASE --compare FILE` takes such a list back."
)
_FINDINGS = (
    "`sgdocs validate CASES --json` gives a list of findings, all of them. `sgdocs record` and "
    "`sgdocs schedule` give the same entries under `findings` where they refuse a case. A finding "
    "never holds a value from the file."
)
_CODES = (
    "Every command ends with one of these codes. Results go to standard output; everything else "
    "goes to standard error. With `--json` a command prints one JSON value."
)


def pages(_content: Content) -> Iterator[Page]:
    """Make the pages of the schedule and of findings as JSON, and the page of exit codes."""
    says = read_file(_HERE / "outputs.yaml").data
    yield Page("schedule-json.md", "The schedule as JSON", _SCHEDULE, tuple(_schedule(says)))
    yield Page("findings-json.md", "Findings as JSON", _FINDINGS, tuple(_findings(says)))
    yield Page("exit-codes.md", "Exit codes", _CODES, (_codes(says["codes"]),))


def _schedule(says: Mapping[str, Any]) -> Iterator[str]:
    (row,) = as_json([_example()])
    yield f"## One entry\n\n{_keys(row, says['entry'])}"
    for part in ("instance", "why"):
        yield f"## Inside {part}\n\n{_keys(row[part], says[part])}"
    skipped, source = row["why"]["skipped"][0], row["why"]["source"]
    yield f"## Inside why.skipped and why.source\n\n{_keys({**skipped, **source}, says['inner'])}"
    yield f"## role\n\n{_named(says['role'])}"
    rows = [(code(s), s.colour, says["status"][str(s)]) for s in Status]
    yield f"## status\n\n{table(('Status', 'Colour', 'Meaning'), rows)}"


def _findings(says: Mapping[str, Any]) -> Iterator[str]:
    yield f"## One finding\n\n{_keys(Finding('', '').as_json(), says['finding'])}"
    rows = [(code(s), says["severity"][str(s)]) for s in Severity]
    yield f"## severity\n\n{table(('Severity', 'Meaning'), rows)}"


def _keys(group: Mapping[str, Any], says: Mapping[str, str]) -> str:
    """Set the keys of a group with what each says; one without words stops the run."""
    return table(("Key", "What it says"), [(code(key), says[key]) for key in group])


def _named(says: Mapping[str, str]) -> str:
    return table(("Role", "Meaning"), [(code(role), says[str(role)]) for role in Role])


def _codes(says: Mapping[str, str]) -> str:
    classes = [c for c in vars(errors).values() if isinstance(c, type)]
    known = {"0": "", "1": ""} | {
        str(c.exit_code): c.__name__ for c in classes if issubclass(c, errors.SgdocsError)
    }
    rows = [(code(n), says[n], codes(filter(None, [known[n]]))) for n in sorted(known, key=int)]
    return table(("Code", "When", "Raised inside the program as"), rows)


def _example() -> Row:
    day = date(2025, 12, 23)
    source = Source("document", "Document", "Section 1")
    skipped = (Skipped(day, "Bank holiday"),)
    why = Why("event", "an event", day, False, "", skipped, source, "1", "calendar 1")  # noqa: FBT003 - its order
    return Row(
        step="step",
        title="A step",
        responsible="unit",
        artefacts=(),
        recipients=(),
        instance=Instance("agency", "hospital", "Hospital"),
        role=Role.BINDING,
        earliest=None,
        due=day,
        send_by=day,
        time_of_day="",
        planned=None,
        actual=None,
        status=Status.FUTURE,
        working_days_left=1,
        why=why,
    )
