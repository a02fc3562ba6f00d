"""What a case stands on: its procedure, its partnership, the calendar and the list of papers."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sgdocs.content import Content
from sgdocs.dates import Edition, WorkingCalendar
from sgdocs.errors import InputRefused
from sgdocs.partnership import Partnership, load_partnership
from sgdocs.procedure import ProcedureBook, load_procedure
from sgdocs.reading import read_file
from sgdocs.schema import check, load_schema

__all__ = ["Ground", "ground"]

CALENDAR = "england-and-wales"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a case stands on: its procedure in all versions, its partnership, the calendar."""

    book: ProcedureBook
    partnership: Partnership
    calendar: WorkingCalendar
    artefacts: frozenset[str]


@lru_cache(maxsize=32)
def ground(content: Content, procedure: str, draft: Path | None = None) -> Ground:
    """Load what the cases of a procedure stand on, once."""
    partnership = load_partnership(content, procedure)
    return Ground(
        load_procedure(content, procedure, draft=draft),
        partnership,
        WorkingCalendar(_edition(content), partnership.settings.closures),
        _artefacts(content),
    )


def _edition(content: Content) -> Edition:
    document = read_file(content.path("calendars", f"{CALENDAR}.yaml"))
    if findings := check(document, load_schema(content, "calendar")):
        raise InputRefused(
            f"the calendar has {len(findings)} fault(s), the first: {findings[0].line_of_text()}",
            where=document.name,
        )
    return Edition.from_data(document.data)


def _artefacts(content: Content) -> frozenset[str]:
    data = read_file(content.path("procedures", "artefacts.yaml")).data
    return frozenset(a["id"] for a in data["artefacts"])
