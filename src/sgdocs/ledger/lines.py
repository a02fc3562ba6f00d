"""A ledger line as bytes: one way to write an entry, and a hash that hangs on the line before."""

import json
from hashlib import sha256
from typing import Any

from sgdocs.dates import DateProblem, parse_moment
from sgdocs.ledger.model import FORMAT, NOTHING_BEFORE, Entry, Kind, Line

__all__ = ["LONGEST", "chained", "holds", "parsed", "written"]

LONGEST = 60_000

_HASH = b'"hash":"'
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)

_TYPES = {
    "about": dict,
    "at": str,
    "by": str,
    "case": str,
    "format": int,
    "hash": str,
    "kind": str,
    "number": int,
    "previous": str,
}


def chained(entry: Entry, case: str, number: int, previous: str) -> Line:
    """Put an entry into its place after the line before."""
    line = Line(number, entry, case, previous, "")
    return Line(number, entry, case, previous, _hash_of(line))


def written(line: Line) -> bytes:
    """Write a line, the same bytes wherever it is written."""
    return _canonical({**_body(line), "hash": line.hash}) + b"\n"


def holds(raw: bytes, line: Line) -> bool:
    """Say whether a line that was read has the hash of the one before it and all it says."""
    # After its hash stand only a keyword, a number and another hash, so it is the last of its name.
    start = raw.rfind(_HASH)
    body = raw[:start] + raw[start + len(_HASH) + len(NOTHING_BEFORE) + 2 :]
    return sha256(line.previous.encode() + b"\n" + body).hexdigest() == line.hash


def parsed(raw: bytes) -> Line | None:
    """Read a line without its end; nothing where it is not, byte for byte, as we write one."""
    if len(raw) > LONGEST:
        return None
    try:
        data = json.loads(raw)
        if not _shaped(data):
            return None
        entry = Entry(Kind(data["kind"]), parse_moment(data["at"]), data["by"], data["about"])
        line = Line(data["number"], entry, data["case"], data["previous"], data["hash"])
        return line if written(line) == raw + b"\n" else None
    except (ValueError, TypeError, AttributeError, RecursionError, DateProblem):
        return None


def _shaped(data: Any) -> bool:
    return (
        isinstance(data, dict)
        and data.keys() == _TYPES.keys()
        and all(type(value) is _TYPES[key] for key, value in data.items())
        and data["format"] == FORMAT
    )


def _hash_of(line: Line) -> str:
    return sha256(line.previous.encode() + b"\n" + _canonical(_body(line))).hexdigest()


def _body(line: Line) -> dict[str, Any]:
    entry = line.entry
    return {
        "about": entry.about,
        "at": entry.at.text,
        "by": entry.by,
        "case": line.case,
        "format": FORMAT,
        "kind": entry.kind,
        "number": line.number,
        "previous": line.previous,
    }


def _canonical(data: dict[str, Any]) -> bytes:
    return _ENCODER.encode(data).encode()
