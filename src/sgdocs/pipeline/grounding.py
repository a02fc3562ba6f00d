"""What a case stands on: its procedure, its partnership, the calendar and the list of papers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sgdocs import schema
from sgdocs.cache import remembered
from sgdocs.content import Content
from sgdocs.dates import Edition, WorkingCalendar
from sgdocs.errors import InputRefused
from sgdocs.partnership import Partnership, build_partnership, partnership_data
from sgdocs.procedure import ProcedureBook, artefact_titles, condition_trees, procedure_data
from sgdocs.reading import read_file

__all__ = ["Ground", "ground"]

CALENDAR = "england-and-wales"

Data = Mapping[str, Any]

_FORM = b"3"  # another one when something else is remembered, so that what is older is left alone


@dataclass(frozen=True, slots=True)
class Ground:
    """What a case stands on: its procedure in all versions, its partnership, the calendar."""

    book: ProcedureBook
    partnership: Partnership
    calendar: WorkingCalendar
    artefacts: Mapping[str, str]
    """The title of each paper, by its number."""


@lru_cache(maxsize=32)
def ground(content: Content, procedure: str, draft: Path | None = None) -> Ground:
    """Load what the cases of a procedure stand on, once; what was checked is remembered."""
    data = remembered(
        content.cache,
        f"ground-{procedure}",
        _made_from(content, draft),
        lambda: _checked(content, procedure, draft),
    )
    partnership = build_partnership(data["partnership"])
    return Ground(
        ProcedureBook(data["procedure"], data["shared"], data["conditions"]),
        partnership,
        WorkingCalendar(Edition.from_data(data["calendar"]), partnership.settings.closures),
        data["artefacts"],
    )


def _checked(content: Content, procedure: str, draft: Path | None) -> Data:
    """Read and check everything a case stands on."""
    data, shared = procedure_data(content, procedure, draft=draft)
    return {
        "procedure": data,
        "shared": shared,
        "conditions": condition_trees(data, shared),
        "partnership": partnership_data(content, procedure),
        "calendar": _calendar(content),
        "artefacts": artefact_titles(content),
    }


def _calendar(content: Content) -> Data:
    document = read_file(content.path("calendars", f"{CALENDAR}.yaml"))
    if findings := schema.check(document, schema.load_schema(content, "calendar")):
        raise InputRefused(
            f"the calendar has {len(findings)} fault(s), the first: {findings[0].line_of_text()}",
            where=document.name,
        )
    data: Data = document.data
    return data


def _made_from(content: Content, draft: Path | None) -> Iterator[bytes]:
    """Give every file the ground is made from; whose it is does not matter, what it says does."""
    yield _FORM
    for kind in ("schemas", "procedures", "partnerships", "calendars"):
        for name in content.names(kind):
            yield name.encode()
            yield content.path(kind, name).read_bytes()
    if content.workspace is not None and (own := content.workspace / "partnership.yaml").exists():
        yield own.read_bytes()
    if draft is not None:
        yield draft.read_bytes()
