"""What a ledger is made of: entries, the lines they become, and what is known of them elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sgdocs.dates import Moment

__all__ = ["FILE", "FORMAT", "NOTHING_BEFORE", "Anchor", "Entry", "Kind", "Line"]

FILE = "ledger.jsonl"
FORMAT = 1
NOTHING_BEFORE = "0" * 64


class Kind(StrEnum):
    """What happened."""

    BUILT = "built"
    SENT = "sent"
    RECEIVED = "received"
    CALLED = "called"
    DECIDED = "decided"
    RELEASED = "released"
    SUPERSEDED = "superseded"
    DISPOSED = "disposed"
    RECORDED = "recorded"
    VIEWED = "viewed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: when, who in the office did it, and about what."""

    kind: Kind
    at: Moment
    by: str
    """The office worker's name; empty where the program did it on its own."""
    about: Mapping[str, Any]
    """Ids, roles, agencies' short names, versions, hashes, paths in the workspace; no free text."""


@dataclass(frozen=True, slots=True)
class Line:
    """An entry in its place in the chain."""

    number: int
    entry: Entry
    case: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """What another place says of a ledger's line: a pack's pointer, or a certificate."""

    number: int
    hash: str
    source: str
