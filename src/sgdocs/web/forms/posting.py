"""What somebody typed, turned into plain data; what cannot be is said beside its question."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

from sgdocs.web.forms.questions import Kind, Page, Question

__all__ = ["Answered", "Boxes", "answered", "moment_in"]

Boxes = Mapping[str, tuple[str, ...]]

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")
_CLOCK_NEEDED = "Write the time like 16:20."
_AS_IN_A_FILE = re.compile(r"[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?")


@dataclass(frozen=True, slots=True)
class Answered:
    """What a page's boxes say: the case's data at that place, and what is wrong with a box."""

    value: Any
    wrong: Mapping[str, str]
    """What to do, by the question's name."""


class _WrongError(Exception):
    """What is typed cannot be read; says what to do."""


def answered(page: Page, boxes: Boxes, before: Any) -> Answered:
    """Read every box; what the page does not ask about stays as it was before."""
    value = deepcopy(before) if isinstance(before, dict) else {}
    wrong = {}
    for question in page.questions:
        try:
            _put(value, question.steps, _value(question, boxes))
        except _WrongError as refused:
            wrong[question.name] = str(refused)
    return Answered(_without_empty(value), wrong)


def _value(question: Question, boxes: Boxes) -> Any:
    """Give what one question's boxes say; None where they are empty."""
    if question.kind in (Kind.DATE, Kind.MOMENT):
        return _moment(question.name, boxes)
    said = [text for text in boxes.get(question.name, ()) if text.strip()]
    if question.kind in (Kind.LINES, Kind.TEXTS, Kind.SEVERAL):
        return [_tidy(text) for text in said] or None
    if not said:
        return None
    text = _tidy(said[0])
    return _number(text) if question.kind is Kind.NUMBER else text


def _tidy(text: str) -> str:
    """Leave out blanks at the ends of lines, and empty lines at the end."""
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def _number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise _WrongError("Write a whole number, in figures.")
    return int(text)


def moment_in(name: str, boxes: Boxes) -> tuple[str | None, str]:
    """Give the date, and time if there is one, in some boxes; or what is wrong with them."""
    try:
        return _moment(name, boxes), ""
    except _WrongError as refused:
        return None, str(refused)


def _moment(name: str, boxes: Boxes) -> str | None:
    parts = [_box(boxes, f"{name}-{part}") for part in ("day", "month", "year")]
    clock = _box(boxes, f"{name}-time")
    if not any(parts):
        if clock:
            raise _WrongError("Write the day, month and year too.")
        return None
    missing = [n for n, p in zip(("day", "month", "year"), parts, strict=True) if not p]
    if missing:
        raise _WrongError(f"Write the {' and the '.join(missing)} too.")
    return _day(parts) + _clock(clock)


def _day(parts: list[str]) -> str:
    if not all(re.fullmatch(r"[0-9]{1,4}", p) for p in parts) or len(parts[2]) != 4:
        raise _WrongError("Write the date in figures, the year with four, like 27 3 2026.")
    day, month, year = map(int, parts)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise _WrongError("There is no such date. Check the day and the month.") from None


def _clock(text: str) -> str:
    if not text:
        return ""
    if _AS_IN_A_FILE.fullmatch(text):  # kept as the file had it
        return f"T{text}"
    if not (found := _CLOCK.fullmatch(text)):
        raise _WrongError(_CLOCK_NEEDED)
    return f"T{int(found[1]):02}:{found[2]}"


def _box(boxes: Boxes, name: str) -> str:
    return next(iter(boxes.get(name, ())), "").strip()


def _put(value: dict[str, Any], steps: tuple[str | int, ...], found: Any) -> None:
    holder = value
    for step in steps[:-1]:
        holder = holder.setdefault(str(step), {})
    if found is None:
        holder.pop(str(steps[-1]), None)
    else:
        holder[str(steps[-1])] = found


def _without_empty(value: Any) -> Any:
    """Leave out groups in which nothing is filled in."""
    if not isinstance(value, dict):
        return value
    return dict(_filled(value))


def _filled(value: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, held in value.items():
        inside = _without_empty(held)
        if inside not in ({}, None):
            yield key, inside
