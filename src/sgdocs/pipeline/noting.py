"""Say for the ledger what a record in a case file is about: ids, roles and hashes, and no words."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from sgdocs.dates import Moment
from sgdocs.ledger import Entry, Kind, Line

__all__ = ["entry_hash", "news_of", "superseded", "worded"]

Data = Mapping[str, Any]

_KINDS = {
    "dispatches": Kind.SENT,
    "calls": Kind.CALLED,
    "returns": Kind.RECEIVED,
    "case.procedure_choices": Kind.DECIDED,
}
_WHO = ("by", "recorded_by", "caller", "decided_by")
_TOLD = (
    *("artefact", "step", "to", "for", "channel", "version", "event", "agency", "form", "state"),
    *("sent", "actual", "planned", "received", "on", "at", "decided_on"),
)
"""What of an entry the ledger repeats; notes, outcomes and reasons stay in the case file."""
_IDS = ("to", "for")
_SAME = ("artefact", "step", "for")
_PEOPLE = {
    "children": "child",
    "family": "family",
    "other_people": "person",
    "professionals": "professional",
}
_LONGEST_WORD = 120


def entry_hash(entry: Any) -> str:
    """Give the fingerprint of an entry of a case file, by which the ledger knows it again."""
    text = json.dumps(entry, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def news_of(part: str, entry: Data, case: Data, at: Moment) -> Entry:
    """Give the ledger's entry for a record."""
    people = dict(_people(case))
    told = {key: entry[key] for key in _TOLD if key in entry}
    about = {
        "part": part,
        **{k: _by_role(v, people) if k in _IDS else worded(v) for k, v in told.items()},
        **({"call": entry["kind"]} if part == "calls" else {}),
        "entry_sha256": entry_hash(entry),
    }
    who = next((str(entry[key]) for key in _WHO if entry.get(key)), "")
    return Entry(_KINDS.get(part, Kind.RECORDED), at, _plain_name(who), about)


def superseded(sent: Entry, before: Sequence[Line]) -> Iterator[Entry]:
    """Give an entry for each earlier sending that a later version takes the place of."""
    gone = {line.entry.about["line"] for line in before if line.entry.kind is Kind.SUPERSEDED}
    for line in before:
        if line.number not in gone and _earlier(line.entry, sent):
            old = line.entry.about
            about = {
                **{key: old[key] for key in (*_SAME, "to") if key in old},
                "version": old.get("version", 1),
                "by_version": sent.about.get("version", 1),
                "line": line.number,
            }
            yield Entry(Kind.SUPERSEDED, sent.at, sent.by, about)


def _earlier(one: Entry, sent: Entry) -> bool:
    """Say whether an entry is of an earlier version of what was sent, to some of the same."""
    old, new = one.about, sent.about
    return (
        one.kind is Kind.SENT
        and all(old.get(key) == new.get(key) for key in _SAME)
        and old.get("version", 1) < new.get("version", 1)
        and _overlap(old.get("to"), new.get("to"))
    )


def worded(value: Any) -> Any:
    """Give a value as one word: a version's name may have spaces, and the ledger has none."""
    return re.sub(r"\s+", "-", value)[:_LONGEST_WORD] if isinstance(value, str) else value


def _overlap(one: Sequence[str] | None, other: Sequence[str] | None) -> bool:
    return one is None or other is None or bool(set(one) & set(other))


def _people(case: Data) -> Iterator[tuple[str, str]]:
    for part, role in _PEOPLE.items():
        entries = case.get(part)
        for person in entries if isinstance(entries, list) else ():
            if isinstance(person, Mapping) and isinstance(person.get("id"), str):
                yield person["id"], role


def _by_role(value: Any, people: Mapping[str, str]) -> Any:
    """Name a relative by what they are, since a unit may have used a name for an id."""
    if isinstance(value, list | tuple):
        return [_by_role(one, people) for one in value]
    return people.get(value, worded(value))


def _plain_name(name: str) -> str:
    return "".join(c for c in name if c.isprintable())[:_LONGEST_WORD]
