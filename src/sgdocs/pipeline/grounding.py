"""What a case stands on: its procedure, its partnership, the calendar and the list of papers."""

import os
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from sgdocs import schema
from sgdocs.cache import remembered
from sgdocs.content import WORKSPACE_MARK, Content
from sgdocs.dates import Edition, WorkingCalendar
from sgdocs.errors import InputRefused
from sgdocs.partnership import build_partnership, partnership_data
from sgdocs.procedure import (
    Artefact,
    ProcedureBook,
    artefact_entries,
    condition_trees,
    procedure_data,
)
from sgdocs.reading import read_file
from sgdocs.standing import Ground

__all__ = ["CALENDAR", "ground", "ground_stamp", "working_calendar"]

CALENDAR = "england-and-wales"

Data = Mapping[str, Any]

_FORM = b"4"  # another one when something else is remembered, so that what is older is left alone


def ground(content: Content, procedure: str) -> Ground:
    """Load what the cases of a procedure stand on; anew when one of its files changes."""
    return _ground(content, procedure, ground_stamp(content))


def working_calendar(content: Content) -> WorkingCalendar:
    """Load the calendar alone, for what belongs to no one procedure."""
    return WorkingCalendar(Edition.from_data(_calendar(content)))


def ground_stamp(content: Content) -> tuple[tuple[str, int, int], ...]:
    """Tell whether any file a case stands on is another than before."""
    return tuple(
        (str(path), status.st_mtime_ns, status.st_size)
        for path in (() if content.stamp else _files(content))
        for status in [path.stat()]
    )


@lru_cache(maxsize=32)
def _ground(content: Content, procedure: str, _stamp: object) -> Ground:
    """Load it once; what was checked before is remembered."""
    data = remembered(
        content.cache,
        f"ground-{procedure}",
        _made_from(content),
        lambda: _checked(content, procedure),
    )
    try:
        return _built(data)
    except (LookupError, TypeError, ValueError, AttributeError, InputRefused):
        # Somebody changed the cache: what it holds was built without fault when it was kept.
        return _built(_checked(content, procedure))


def _built(data: Data) -> Ground:
    partnership = build_partnership(data["partnership"])
    book = ProcedureBook(data["procedure"], data["shared"], data["conditions"])
    for start in book.starts:
        book.in_force(start)
    return Ground(
        book,
        partnership,
        WorkingCalendar(Edition.from_data(data["calendar"]), partnership.settings.closures),
        {entry["id"]: Artefact.from_data(entry) for entry in data["artefacts"]},
    )


def _checked(content: Content, procedure: str) -> Data:
    """Read and check everything a case stands on."""
    data, shared = procedure_data(content, procedure)
    return {
        "procedure": data,
        "shared": shared,
        "conditions": condition_trees(data, shared),
        "partnership": partnership_data(content, procedure),
        "calendar": _calendar(content),
        "artefacts": artefact_entries(content),
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


def _made_from(content: Content) -> Iterator[bytes]:
    """Give what the ground is made from; whose file it is does not matter, what it says does."""
    yield _FORM
    for path in _files(content):
        yield os.fsencode(path.name)
        yield path.read_bytes()


def _files(content: Content) -> Iterator[Path]:
    for kind in ("schemas", "procedures", "partnerships", "calendars"):
        for name in content.names(kind):
            yield content.path(kind, name)
    if content.workspace is not None and (own := content.workspace / WORKSPACE_MARK).exists():
        yield own
