"""What a filled sheet's rows mean: calls as the case file has them, or what is to put right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sgdocs.callsheets.cells import Unclear, chosen, day_and_clock, moment_said, text_said
from sgdocs.callsheets.columns import ABOUT, CASE, FILLED, KIND
from sgdocs.callsheets.model import Filled, Reading
from sgdocs.findings import Finding

__all__ = ["Known", "understood"]

_TEXTS = ("caller", "spoke_to", "outcome", "escalated_to")
_CHOICES = ("receipt_confirmed", "expectation_confirmed")
_TITLES = {field: title for title, field in FILLED.items()}

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """What a sheet is read against: the case, and whom its calls can be with."""

    reference: str
    kinds: frozenset[str]
    agencies: frozenset[str]
    people: frozenset[str]
    recorded: Sequence[Mapping[str, Any]]
    """The calls the case has already."""


def understood(rows: Sequence[Filled], known: Known, file: str) -> Reading:
    """Give the calls that are new, each once; every row that cannot be one is a finding."""
    entries: list[tuple[int, Entry]] = []
    findings: list[Finding] = []
    blank = already = 0
    for row in rows:
        if not any(title in row.cells for title in FILLED):
            blank += 1
            continue
        faults = list(_faults(row, known))
        entry = {} if faults else _entry(row, known, faults)
        findings += [_finding(file, row, *fault) for fault in faults]
        if not faults and (clash := _clash(entry, known, entries)):
            findings.append(_finding(file, row, "Time", clash))
        elif not faults and _had(entry, known, entries):
            already += 1
        elif not faults:
            entries.append((row.number, entry))
    return Reading(tuple(entries), tuple(findings), blank, already)


def _faults(row: Filled, known: Known) -> Iterator[tuple[str, str]]:
    """Say what keeps a row from belonging to this case at all."""
    case = str(row.cells.get(CASE, known.reference)).strip().lstrip("'")
    if case != known.reference:
        yield CASE, "this row belongs to another case."
    if _word(row, KIND) not in known.kinds:
        yield KIND, f"write one of {', '.join(sorted(known.kinds))}."
    if _word(row, ABOUT) not in known.agencies | known.people:
        yield ABOUT, "the case file has no agency or person of this short name."


def _word(row: Filled, title: str) -> str:
    return str(row.cells.get(title, "")).strip().lstrip("'").casefold()


def _entry(row: Filled, known: Known, faults: list[tuple[str, str]]) -> Entry:
    name = _word(row, ABOUT)
    entry: Entry = {"kind": _word(row, KIND)}
    entry["agency" if name in known.agencies else "person"] = name
    cells = {FILLED[title]: cell for title, cell in row.cells.items() if title in FILLED}
    readers = {
        "day": lambda: day_and_clock(cells.get("day"), cells.get("clock")),
        **{field: _reader(text_said, cells, field) for field in _TEXTS},
        **{field: _reader(chosen, cells, field) for field in _CHOICES},
        "promised_for": _reader(moment_said, cells, "promised_for"),
    }
    for field, read in readers.items():
        try:
            value = read()
        except Unclear as unclear:
            faults.append((_TITLES[unclear.field or field], str(unclear)))
        else:
            if value:
                entry["at" if field == "day" else field] = value
    return entry


def _reader(read: Any, cells: Mapping[str, Any], field: str) -> Any:
    return lambda: read(cells[field]) if field in cells else ""


def _had(entry: Entry, known: Known, new: Sequence[tuple[int, Entry]]) -> bool:
    every = (*known.recorded, *(earlier for _, earlier in new))
    return any(entry.items() <= _plain(earlier).items() for earlier in every)


def _clash(entry: Entry, known: Known, new: Sequence[tuple[int, Entry]]) -> str:
    """Refuse a second account of one call: with one agency, at one minute."""
    same = ("kind", "agency", "person", "at")
    for earlier in (*known.recorded, *(e for _, e in new)) if "T" in entry["at"] else ():
        plain = _plain(earlier)
        if all(plain.get(f) == entry.get(f) for f in same) and not entry.items() <= plain.items():
            return "a call at this minute is recorded already, and says something else."
    return ""


def _plain(call: Mapping[str, Any]) -> Entry:
    return {key: str(value) for key, value in call.items()}


def _finding(file: str, row: Filled, title: str, message: str) -> Finding:
    return Finding("call-sheet", message, file=file, path=f"row {row.number}, {title}")
