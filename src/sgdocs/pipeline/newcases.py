"""Write a new case by a notification: its reference, what can stand in it, the file that came."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sgdocs import ledger
from sgdocs.casefile import Beginning
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import InputRefused, UsageRefused
from sgdocs.findings import Finding, Severity
from sgdocs.partnership import workspace_procedure
from sgdocs.pipeline.accepting import KEPT, keep
from sgdocs.pipeline.casebooks import casebook
from sgdocs.pipeline.entering import enter
from sgdocs.pipeline.finding import CASE_NAMES
from sgdocs.pipeline.scheduling import validate
from sgdocs.pipeline.workspaces import planned_case
from sgdocs.reading import parse
from sgdocs.returns import Reading, take_out
from sgdocs.storage import make_folder, write_file

__all__ = [
    "Begun",
    "Original",
    "beginning_of",
    "entered",
    "next_reference",
    "standing_on_its_own",
    "written",
]

_REFERENCE = re.compile(r"(?P<front>.*?)(?P<year>\d{4})-(?P<number>\d+)\Z")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_SUFFIXES = {"word": ".docx", "pdf": ".pdf"}
_WHO = "referral"
_TRIES = 50


@dataclass(frozen=True, slots=True)
class Begun:
    """A case that was begun, and what to ask of whoever sent the notification."""

    path: Path
    reference: str
    form: str
    kept: str
    findings: tuple[Finding, ...]


def next_reference(workspace: Path, today: Moment) -> str:
    """Count on from the last reference of the year, in the form the unit's references have."""
    folders = sorted(p for p in workspace.glob("cases/*") if p.is_dir())
    taken = [f.name for f in folders if any((f / name).exists() for name in CASE_NAMES)]
    found = [m for name in taken if (m := _REFERENCE.fullmatch(name))]
    year = str(today.day.year)
    front = found[-1]["front"] if found else "CASE-"
    width = len(found[-1]["number"]) if found else 3
    ours = [int(m["number"]) for m in found if m["front"] == front and m["year"] == year]
    return f"{front}{year}-{max(ours, default=0) + 1:0{width}}"


def beginning_of(
    told: Mapping[str, Any], reference: str, content: Content, came: Moment
) -> Beginning:
    """Give what a new case begins with."""
    clock = f"T{came.clock:%H:%M}" if came.clock else ""
    return Beginning(
        reference=reference,
        procedure=workspace_procedure(content),
        pathway=str(told["referral"]["pathway"]),
        harms=(),
        received=f"{came.day.isoformat()}{clock}",
        told=told,
    )


def standing_on_its_own(
    beginning: Beginning, content: Content, today: Moment
) -> tuple[Path, str, list[tuple[str | int, ...]]]:
    """Take out, one after the other, what would make the new file wrong."""
    left: list[tuple[str | int, ...]] = []
    for _ in range(_TRIES):
        path, text = planned_case(content, beginning)
        found = validate(parse(text, name=str(path), kind="yaml"), content, today).findings
        wrong = [f for f in found if f.severity is Severity.ERROR]
        if not wrong:
            return path, text, left
        steps = _steps_of(wrong[0].path)
        if not steps or steps[0] not in beginning.told:
            raise UsageRefused(wrong[0].message, remedy=wrong[0].remedy)
        take_out(beginning.told, steps)
        left.append(steps)
    raise InputRefused("this notification cannot be made into a case file; begin it by hand.")


def _steps_of(path: str) -> tuple[str | int, ...]:
    return tuple(name or int(number) for name, number in _STEP.findall(path))


@dataclass(frozen=True, slots=True)
class Original:
    """The notification as it came, and which form it is."""

    reading: Reading
    form: str

    @property
    def name(self) -> str:
        """Name the file that is kept of it."""
        suffix = _SUFFIXES.get(self.reading.kind, ".bin")
        return f"{self.reading.sha256[:16]}-{_WHO}-{self.form}{suffix}"


def written(
    path: Path,
    text: str,
    kept: Original,
    about: tuple[tuple[Finding, ...], Moment],
    content: Content,
) -> Begun:
    """Write the original first, so that whatever stops can be done again."""
    make_folder(path.parent)
    keep(path.parent, kept.name, kept.reading.data)
    return entered(path, kept, about, content, text)


def entered(
    path: Path,
    kept: Original,
    about: tuple[tuple[Finding, ...], Moment],
    content: Content,
    text: str | None = None,
) -> Begun:
    """Enter the notification in the ledger, and write the case with it where it has no file."""
    findings, today = about
    reference, place = path.parent.name, f"{KEPT}/{kept.name}"
    entry = {
        "artefact": kept.form,
        "sha256": kept.reading.sha256,
        "file": f"cases/{reference}/{place}",
    }
    news = ledger.Entry(ledger.Kind.RECEIVED, today, "", entry)
    if book := casebook(path, reference, content):
        enter(book, news, case=None if text is None else (path, text), new=True)
    elif text is not None:
        write_file(path, text, exclusive=True)
    return Begun(path, reference, kept.form, place, findings)
