"""What is wrong with a returned form, in the words of whoever filled it in."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from sgdocs.findings import Finding, Severity, json_path
from sgdocs.returns.content import Content, Trouble
from sgdocs.returns.names import Steps, generic
from sgdocs.returns.sheet import Place, Sheet
from sgdocs.schema import Schema, faults_in, field_at

__all__ = ["UNACCEPTABLE", "findings_on", "in_words", "sound", "take_out"]

_NIL = "nil_return"
_BESIDE_NIL = frozenset({_NIL, "completed_by", "sign_off"})
_MAY_BE_UNKNOWN = "known-day"
UNACCEPTABLE = frozenset({"contradiction"})
"""What no person can wave through: the form says two things at once."""
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth"),
)


def findings_on(content: Content, sheet: Sheet, schema: Schema, file: str) -> tuple[Finding, ...]:
    """Give everything to put right: what could not be read, what is missing, what contradicts."""
    found = [*content.troubles, *_contradiction(content)]
    for further in (_missing(content, sheet), _of_schema(content, sheet, schema)):
        told = {trouble.steps for trouble in found if not trouble.note}
        found += [trouble for trouble in further if trouble.steps not in told]
    in_order = sorted(found, key=lambda trouble: _order(trouble.steps, sheet))
    return tuple(_finding(trouble, sheet, schema, file) for trouble in in_order)


def _order(steps: Steps, sheet: Sheet) -> tuple[int, tuple[int, ...]]:
    """Put places in the order of the form, row after row."""
    list_of = generic(steps).partition("[]")[0]
    paths = [place.path.partition("[]")[0] for place in sheet.places]
    first = paths.index(list_of) if list_of in paths else len(paths)
    return first, tuple(step for step in steps if isinstance(step, int))


def sound(given: Mapping[str, Any], schema: Schema) -> tuple[Mapping[str, Any], tuple[Steps, ...]]:
    """Give what a case file can hold of some data, and the places that it cannot.

    A row that lacks only a day that may be unknown is kept, with the day said to be unknown.
    """
    data = deepcopy(dict(given))
    for fault in faults_in(schema, data):
        day = field_at(schema, (*fault.steps, fault.missing)).node if fault.missing else {}
        if day.get("format") == _MAY_BE_UNKNOWN:
            _held(data, fault.steps)[fault.missing] = "unknown"
    left: list[Steps] = []
    while broken := sorted(_broken(data, schema), key=_deepest_first):
        for steps in broken:
            take_out(data, steps)
        left += reversed(broken)
    return {name: value for name, value in data.items() if value not in ([], {})}, tuple(left)


def in_words(steps: Steps, sheet: Sheet, schema: Schema) -> str:
    """Say where on the paper an answer stands: “Section 8, second row, “Date””."""
    if sheet.at(generic(steps[:-1])) is not None and isinstance(steps[-1], int):
        steps = steps[:-1]  # one of several plain lines
    whole_row = isinstance(steps[-1], int)
    place = _within(generic(steps), sheet) if whole_row else sheet.at(generic(steps))
    label = place.label if place else field_at(schema, _plain(steps)).title
    where = [_of_section(place), _row(steps, place, schema)]
    return ", ".join(filter(None, (*where, "" if whole_row and any(where) else f"“{label}”")))


def _within(row: str, sheet: Sheet) -> Place | None:
    return next((p for p in sheet.places if p.path == row or p.path.startswith(f"{row}.")), None)


def _finding(trouble: Trouble, sheet: Sheet, schema: Schema, file: str) -> Finding:
    return Finding(
        rule=trouble.rule,
        message=f"{in_words(trouble.steps, sheet, schema)} {trouble.what}.",
        severity=Severity.WARNING if trouble.note else Severity.ERROR,
        file=file,
        path=json_path(_plain(trouble.steps)),
        remedy=trouble.remedy,
    )


def _of_section(place: Place | None) -> str:
    if place is None:
        return ""
    return f"{place.section} ({place.under})" if place.under else place.section


def _row(steps: Steps, place: Place | None, schema: Schema) -> str:
    number = next((n for n, step in enumerate(steps) if isinstance(step, int)), None)
    if number is None or (number and steps[number - 1] in ("addresses", "lines")):
        return ""
    row = int(steps[number])
    spoken = _ORDINALS[row] if row < len(_ORDINALS) else ""
    if place is not None and place.column >= 0:
        return f"{spoken} row" if spoken else f"row {row + 1}"
    return f"{field_at(schema, _plain(steps[: number + 1])).title.lower()} {row + 1}"


def _plain(steps: Steps) -> Steps:
    return tuple(0 if isinstance(s, str) and s.startswith("=") else s for s in steps)


def _contradiction(content: Content) -> Iterator[Trouble]:
    if content.data.get(_NIL) != "yes":
        return
    for part in content.data:
        if part not in _BESIDE_NIL:
            what = "is filled in, though the form is ticked as a nil return"
            remedy = "Ask the agency which of the two is meant."
            yield Trouble("contradiction", (part,), what, remedy)


def _missing(content: Content, sheet: Sheet) -> Iterator[Trouble]:
    """Miss what the form marks as required; of a nil return only who says so."""
    nil = content.data.get(_NIL) == "yes"
    for place in sheet.places:
        part = place.path.partition(".")[0].partition("[")[0]
        if place.required and not place.tick and not (nil and part not in _BESIDE_NIL):
            yield from (_gone(steps) for steps in _unanswered(content, place.path))


def _gone(steps: Steps) -> Trouble:
    return Trouble("missing", steps, "is missing", "Fill it in.")


def _unanswered(content: Content, path: str) -> Iterator[Steps]:
    """Give each place of a question that has no answer, as the paper counts rows."""
    steps: list[Steps] = [()]
    for word in path.replace("[", ".[").split("."):
        if word == "[]":
            steps = [(*s, row) for s in steps for row in content.rows.get(s, (0,))]
        elif word.startswith("["):
            steps = [(*s, f"={word[1:-1]}") for s in steps]
        else:
            steps = [(*s, word) for s in steps]
    yield from (s for s in steps if not _answered(content, s))


def _answered(content: Content, steps: Steps) -> bool:
    data: Any = content.data
    there: Steps = ()
    for step in steps:
        rows = content.rows.get(there, ())
        if isinstance(step, int) and isinstance(data, list):
            step = rows.index(step) if step in rows else len(data)  # noqa: PLW2901
        data = _below(data, step)
        there = (*there, step)
    return data is not None


def _below(data: Any, step: str | int) -> Any:
    if isinstance(data, list) and isinstance(step, int):
        return data[step] if step < len(data) else None
    if isinstance(data, list):
        return next((e for e in data if e.get("event") == str(step)[1:]), None)
    return data.get(step) if isinstance(data, dict) else None


def _of_schema(content: Content, sheet: Sheet, schema: Schema) -> Iterator[Trouble]:
    for fault in faults_in(schema, content.data):
        steps = content.on_paper(fault.steps)
        if fault.rule == "missing" and sheet.at(generic((*steps, fault.missing))):
            yield _gone((*steps, fault.missing))
        elif fault.rule != "missing":
            yield Trouble(fault.rule, steps, _told(fault.message), fault.remedy)


def _told(message: str) -> str:
    """Take the field's own title from the front of a message that says it."""
    said = message.rpartition("”")[2].strip().rstrip(".")
    return said or "is not right"


def _broken(data: Mapping[str, Any], schema: Schema) -> set[Steps]:
    """Give what would make a case file wrong: an answer, or what lacks an answer it needs."""
    return {fault.steps for fault in faults_in(schema, data)} - {()}


def _deepest_first(steps: Steps) -> tuple[Any, ...]:
    return -len(steps), tuple(-step if isinstance(step, int) else step for step in steps)


def _held(data: Any, steps: Steps) -> Any:
    for step in steps:
        data = data[step]
    return data


def take_out(data: Any, steps: Steps) -> None:
    """Take a value out of data; what is out already stays out."""
    try:
        del _held(data, steps[:-1])[steps[-1]]
    except (LookupError, TypeError):
        return
