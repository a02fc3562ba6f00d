"""Schedule rows as the plain data other programs rely on, and back for comparing."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sgdocs.dates import Skipped, parse_date
from sgdocs.errors import InputRefused
from sgdocs.procedure import Source
from sgdocs.schedule import Instance, Role, Row, Status, Why

__all__ = ["as_json", "from_json"]


def as_json(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Give the rows as plain data: the public keys, dates as text like 2025-12-23."""
    return [_row(row) for row in rows]


def from_json(data: Any) -> tuple[Row, ...]:
    """Take rows back from saved data, to compare an earlier schedule with a new one."""
    try:
        if not isinstance(data, list):
            raise TypeError
        return tuple(_taken(row) for row in data)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise InputRefused(
            "this is not a schedule saved by sgdocs.",
            remedy="Save one with sgdocs schedule --json and compare with that.",
        ) from fault


def _row(row: Row) -> dict[str, Any]:
    return {
        "step": row.step,
        "title": row.title,
        "responsible": row.responsible,
        "artefacts": list(row.artefacts),
        "recipients": list(row.recipients),
        "instance": _instance(row.instance),
        "role": str(row.role),
        "earliest": _day(row.earliest),
        "due": _day(row.due),
        "send_by": _day(row.send_by),
        "time_of_day": row.time_of_day,
        "planned": _day(row.planned),
        "actual": _day(row.actual),
        "status": str(row.status),
        "colour": row.status.colour,
        "working_days_left": row.working_days_left,
        "reading": row.reading,
        "why": _why(row.why),
        "warnings": list(row.warnings),
    }


def _why(why: Why) -> dict[str, Any]:
    return {
        "anchor": why.anchor,
        "anchor_title": why.anchor_title,
        "anchor_date": _day(why.anchor_date),
        "anchor_planned": why.anchor_planned,
        "counted": why.counted,
        "skipped": [{"date": _day(day.date), "name": day.name} for day in why.skipped],
        "source": {"document": why.source.document, "section": why.source.section},
        "procedure_version": why.procedure_version,
        "calendar_edition": why.calendar_edition,
        "notes": list(why.notes),
    }


def _instance(instance: Instance | None) -> dict[str, str] | None:
    if instance is None:
        return None
    return {"kind": instance.kind, "id": instance.id, "label": instance.label}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _taken(data: Mapping[str, Any]) -> Row:
    return Row(
        step=data["step"],
        title=data["title"],
        responsible=data["responsible"],
        artefacts=tuple(data["artefacts"]),
        recipients=tuple(data["recipients"]),
        instance=Instance(**data["instance"]) if data["instance"] else None,
        role=Role(data["role"]),
        earliest=_date(data["earliest"]),
        due=_date(data["due"]),
        send_by=_date(data["send_by"]),
        time_of_day=data["time_of_day"],
        planned=_date(data["planned"]),
        actual=_date(data["actual"]),
        status=Status(data["status"]),
        working_days_left=data["working_days_left"],
        why=_why_taken(data["why"]),
        reading=data["reading"],
        warnings=tuple(data["warnings"]),
    )


def _why_taken(data: Mapping[str, Any]) -> Why:
    source = data["source"]
    return Why(
        anchor=data["anchor"],
        anchor_title=data["anchor_title"],
        anchor_date=_date(data["anchor_date"]),
        anchor_planned=data["anchor_planned"],
        counted=data["counted"],
        skipped=tuple(Skipped(parse_date(day["date"]), day["name"]) for day in data["skipped"]),
        # The document's full title is not among the public keys; its short name stands for it.
        source=Source(source["document"], source["document"], source["section"]),
        procedure_version=data["procedure_version"],
        calendar_edition=data["calendar_edition"],
        notes=tuple(data["notes"]),
    )


def _date(text: str | None) -> date | None:
    return parse_date(text) if text is not None else None
