"""A filled call sheet read back: shown first, then recorded, all of it or nothing."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

from sgdocs.callsheets import Known, Reading, read_sheet, understood
from sgdocs.casefile import Case, CaseRefused
from sgdocs.content import Content
from sgdocs.dates import Moment, parse_moment
from sgdocs.errors import InputRefused
from sgdocs.ledger import Entry, Kind
from sgdocs.opening.files import read_ordinary
from sgdocs.opening.limits import SHEET_BYTES
from sgdocs.pipeline.casebooks import casebook
from sgdocs.pipeline.comparing import compare
from sgdocs.pipeline.rewriting import Rewritten, Writer, rewrite
from sgdocs.reading import Document, insert_entry, parse, read_file, require_mapping

__all__ = ["accept_calls", "hear_calls"]

_GROUPS = ("children", "family", "other_people", "professionals")


def hear_calls(path: Path, sheet: Path, content: Content, today: Moment) -> Reading:
    """Say what a filled sheet would add to the case; nothing is written."""
    case, data = read_file(path.resolve()), _bytes(sheet)
    reading = _read(data, sheet.name, content, case)
    if reading.entries and not reading.findings:
        after = parse(_with(reading, case), name=case.name, kind=case.kind)
        if errors := compare(case, after, content, today).brought:
            raise CaseRefused(case.name, errors)
    return reading


def accept_calls(
    path: Path, sheet: Path, content: Content, today: Moment
) -> tuple[Reading, Rewritten | None]:
    """Record every call that the case lacks; nothing where a row is wrong or none is new."""
    reading = hear_calls(path, sheet, content, today)
    if reading.findings or not reading.entries:
        return reading, None
    data = _bytes(sheet)
    read: list[Reading] = []
    change = partial(_changed, (data, sheet.name, content), read)
    document = read_file(path.resolve())
    book = casebook(path, Case(document.data, document).reference, content)
    by = Writer("sgdocs calls", book, lambda _: _entries(read[-1], sha256(data).hexdigest()))
    done = rewrite(path, change, content, today, by)
    return read[-1], done


def _bytes(sheet: Path) -> bytes:
    try:
        data = read_ordinary(sheet, SHEET_BYTES)
    except OSError:
        raise InputRefused(
            "this file could not be read.",
            where=sheet.name,
            remedy="Close it in the spreadsheet, and check its name.",
        ) from None
    if len(data) > SHEET_BYTES:
        raise InputRefused("this file is far larger than a call sheet.", where=sheet.name)
    return data


def _changed(given: tuple[bytes, str, Content], read: list[Reading], case: Document) -> str:
    """Give the case with the calls it lacks, now that nobody else can change it."""
    data, name, content = given
    read.append(_read(data, name, content, case))
    return _with(read[-1], case)


def _read(data: bytes, name: str, content: Content, document: Document) -> Reading:
    require_mapping(document)
    case = Case(document.data, document)
    known = Known(
        reference=case.reference,
        kinds=_kinds(content),
        agencies=frozenset(a["id"] for a in case.each("agencies")),
        people=frozenset(p["id"] for g in _GROUPS for p in case.each(g) if "id" in p),
        recorded=tuple(case.each("calls")),
    )
    return understood(read_sheet(data, name), known, name)


def _kinds(content: Content) -> frozenset[str]:
    shape = read_file(content.path("schemas", "case.schema.json")).data
    return frozenset(shape["$defs"]["call"]["properties"]["kind"]["enum"])


def _with(reading: Reading, case: Document) -> str:
    for _, entry in reading.entries:
        case = parse(insert_entry(case, ("calls",), entry), name=case.name, kind=case.kind)
    return case.text


def _entries(reading: Reading, sheet: str) -> Iterator[Entry]:
    """Note the calls for the case's ledger: with whom, of what kind, from which sheet."""
    for _, call in reading.entries:
        about = {key: call[key] for key in ("kind", "agency", "person") if key in call}
        at = parse_moment(call["at"])
        yield Entry(Kind.CALLED, at, str(call.get("caller", ""))[:120], {**about, "sheet": sheet})
