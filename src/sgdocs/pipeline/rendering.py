"""A schedule in the form somebody asked for."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sgdocs.dates import short_words, words
from sgdocs.errors import InputRefused
from sgdocs.facts import last_record
from sgdocs.pipeline.knowing import require_known
from sgdocs.reading import parse, read_words
from sgdocs.schedule import Moved, Row, differences
from sgdocs.standing import Scheduled

if TYPE_CHECKING:
    from sgdocs.exports import Heading
    from sgdocs.timeline import Heading as Title

__all__ = ["as_data_of", "compared", "in_words", "rendered", "why"]


def rendered(
    found: Scheduled, form: str, page: tuple[int, bool, bool], previous: Path | None
) -> bytes | str:
    """Give the schedule as table, JSON, CSV, workbook, calendar entries, picture or PDF."""
    return _FORMS[form](found, page, previous)


def why(found: Scheduled, step: str, width: int, *, as_data: bool = False) -> str:
    """Explain one step's dates in full, or give its rows as JSON."""
    from sgdocs.exports import as_json, why_text  # noqa: PLC0415 - loaded by the form that needs it

    rows = [r for r in found.rows if r.step == step]
    steps = {r.step: r for r in found.rows}
    require_known(step, steps, "step in the schedule", "sgdocs schedule --json names them all.")
    return _dumped(as_json(rows)) if as_data else why_text(rows, width, _names(found))


def compared(found: Scheduled, saved: Path, *, as_data: bool = False) -> str:
    """Say what moved since a schedule that was saved as JSON, in words or as JSON."""
    moved = differences(_saved(saved), found.rows)
    if as_data:
        return _dumped([as_data_of(m) for m in moved])
    return "\n".join(map(in_words, moved)) or "No date moved."


def _saved(path: Path) -> tuple[Row, ...]:
    from sgdocs.exports import from_json  # noqa: PLC0415 - loaded by the form that needs it

    try:
        return from_json(parse(read_words(path), name=str(path), kind="json").data)
    except InputRefused:
        raise InputRefused(
            "this is not a saved schedule.",
            where=str(path),
            remedy="Save one with sgdocs schedule --json and compare with that.",
        ) from None


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def in_words(moved: Moved) -> str:
    """Say in one line what moved from when to when."""
    who = f" ({moved.instance})" if moved.instance else ""
    other = f", {moved.reading}" if moved.reading else ""
    before = short_words(moved.before) if moved.before else "no date"
    after = short_words(moved.after) if moved.after else "no date"
    return f"{moved.title}{who}{other}: {before} -> {after}"


def as_data_of(moved: Moved) -> dict[str, str | None]:
    """Give what moved as plain data."""
    return {
        "step": moved.step,
        "title": moved.title,
        "instance": moved.instance,
        "reading": moved.reading,
        "before": moved.before.isoformat() if moved.before else None,
        "after": moved.after.isoformat() if moved.after else None,
    }


def _names(found: Scheduled) -> dict[str, str]:
    procedure = found.procedure
    return {role.id: role.title for role in procedure.roles.values()}


def _heading(found: Scheduled) -> "Heading":
    from sgdocs.exports import Heading  # noqa: PLC0415 - loaded by the form that needs it

    partnership = found.ground.partnership
    return Heading(
        reference=found.case.reference,
        procedure=found.procedure.version,
        as_of=found.as_of.day,
        marking=found.marking,
        office=partnership.name,
        trail=found.ground.calendar.edition.label,
        names=_names(found),
    )


def _table(found: Scheduled, page: tuple[int, bool, bool], _previous: Path | None) -> str:
    from sgdocs.exports import as_table  # noqa: PLC0415 - loaded by the form that needs it

    width, colour, show_all = page
    return as_table(found.rows, _heading(found), width, colour=colour, show_all=show_all)


def _json(found: Scheduled, _page: tuple[int, bool, bool], _previous: Path | None) -> str:
    from sgdocs.exports import as_json  # noqa: PLC0415 - loaded by the form that needs it

    return _dumped(as_json(found.rows))


def _csv(found: Scheduled, _page: tuple[int, bool, bool], _previous: Path | None) -> bytes:
    from sgdocs.exports import as_csv  # noqa: PLC0415 - loaded by the form that needs it

    return as_csv(found.rows, _names(found))


def _xlsx(found: Scheduled, _page: tuple[int, bool, bool], _previous: Path | None) -> bytes:
    from sgdocs.exports import as_xlsx  # noqa: PLC0415 - loaded by the form that needs it

    return as_xlsx(found.rows, _heading(found))


def _ics(found: Scheduled, _page: tuple[int, bool, bool], previous: Path | None) -> bytes:
    """Write calendar entries; those of an earlier export get the next number where they moved."""
    from sgdocs.exports import as_ics  # noqa: PLC0415 - loaded by the form that needs it

    earlier = previous.read_bytes() if previous and previous.exists() else None
    return as_ics(found.rows, _heading(found), earlier, _stamp(found))


def _stamp(found: Scheduled) -> datetime:
    """Date the entries by the case's latest record: the same case gives the same file."""
    latest = last_record(found.case)
    return datetime.combine(latest.day if latest else found.as_of.day, time(), UTC)


def _svg(found: Scheduled, _page: tuple[int, bool, bool], _previous: Path | None) -> str:
    from sgdocs.timeline import draw_svg  # noqa: PLC0415 - loads the drawing library

    return draw_svg(found.rows, _title(found), found.ground.calendar, found.as_of.day)


def _pdf(found: Scheduled, _page: tuple[int, bool, bool], _previous: Path | None) -> bytes:
    from sgdocs.timeline import typeset_pdf  # noqa: PLC0415 - loads the typesetter

    return typeset_pdf(
        found.rows, _title(found), found.ground.calendar, found.as_of.day, found.content
    )


def _title(found: Scheduled) -> "Title":
    from sgdocs.timeline import Heading as Title  # noqa: PLC0415 - loaded by the form that needs it

    clock = found.as_of.clock
    day = words(found.as_of.day) + (f", {clock:%H:%M}" if clock else "")
    return Title(
        reference=found.case.reference,
        procedure_name=found.ground.book.name,
        as_of=day,
        marking=found.marking,
        names=_names(found),
    )


_Form = Callable[[Scheduled, tuple[int, bool, bool], Path | None], bytes | str]
_FORMS: Mapping[str, _Form] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "xlsx": _xlsx,
    "ics": _ics,
    "svg": _svg,
    "pdf": _pdf,
}
