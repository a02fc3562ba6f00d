"""The numbers, references, addresses on the net, postcodes and dates of a case file."""

from collections.abc import Iterator, Mapping
from typing import Any

from sgdocs.anonymise.folding import fold_word
from sgdocs.anonymise.model import KnownDay, Person, Value
from sgdocs.casefile import Case

__all__ = ["days_of", "values_of"]

Data = Mapping[str, Any]

_KINDS = {
    "nhs_number": "NHS number",
    "social_care_number": "Social care number",
    "police_reference": "Police reference",
    "crime_number": "Crime number",
    "court_reference": "Court reference",
    "coroner_reference": "Coroner's reference",
    "school_number": "School number",
    "hospital_number": "Hospital number",
    "vehicle_registration": "Vehicle",
    "panel_reference": "Panel reference",
    "other": "Reference",
}


def values_of(case: Case, people: tuple[Person, ...]) -> Iterator[Value]:
    """Give every value once, with whose it is where that is known."""
    keys = {p.key for p in people}
    names = {" ".join(fold_word(p.full).split()): p.key for p in people}
    seen: set[str] = set()
    for value in _values(case.data, "", _Owners(keys, names)):
        mark = "".join(c for c in fold_word(value.text) if c.isalnum())
        if mark and mark not in seen:
            seen.add(mark)
            yield value


class _Owners:
    """Who a value belongs to: the nearest person above it in the file."""

    def __init__(self, keys: set[str], names: dict[str, str]) -> None:
        self._keys = keys
        self._names = names

    def of(self, part: Data, before: str) -> str:
        named = part.get("name")
        if isinstance(named, Mapping) and "full" in named:
            return self._names.get(" ".join(fold_word(named["full"]).split()), before)
        about = part.get("about")
        return about if isinstance(about, str) and about in self._keys else before


def _values(part: Any, owner: str, owners: _Owners, key: str = "$") -> Iterator[Value]:
    if isinstance(part, list):
        for number, entry in enumerate(part):
            yield from _values(entry, owner, owners, f"{key}[{number}]")
    elif isinstance(part, Mapping):
        owner = owners.of(part, owner)
        yield from _here(part, owner, key)
        for field, entry in part.items():
            yield from _values(entry, owner, owners, f"{key}.{field}")


def _here(part: Data, owner: str, key: str) -> Iterator[Value]:
    if "value" in part and part.get("kind") in _KINDS:
        yield Value(f"{key}.value", _KINDS[part["kind"]], str(part["value"]), owner)
    for field, kind in (
        ("nhs_number", "NHS number"),
        ("phone", "Telephone number"),
        ("email", "E-mail address"),
        ("postcode", "Postcode"),
        ("panel_reference", "Panel reference"),
        ("reference", "Case reference"),
    ):
        if isinstance(part.get(field), str):
            yield Value(f"{key}.{field}", kind, part[field], owner)
    for number, handle in enumerate(part.get("handles", ())):
        yield Value(f"{key}.handles[{number}]", "Online name", str(handle), owner)


def days_of(case: Case) -> Iterator[KnownDay]:
    """Give the dates that are somebody's, or that the file says matter."""
    for entry in (*case.each("children"), *case.each("family"), *case.each("other_people")):
        for field, label in (
            ("date_of_birth", "date of birth"),
            ("date_of_death", "date of death"),
        ):
            if entry.get(field):
                yield KnownDay(str(entry[field]), label, entry["id"])
        yield from _of_child(entry)
    for dated in case.each("labelled_dates"):
        yield KnownDay(str(dated["date"])[:10], str(dated["label"]), "", loose=True)
    for event in case.each("events"):
        if event.get("event") == "incident_occurred" and event.get("actual"):
            yield KnownDay(str(event["actual"])[:10], "Date of the incident")


def _of_child(entry: Data) -> Iterator[KnownDay]:
    if since := entry.get("care", {}).get("since"):
        yield KnownDay(str(since), "date of coming into care", entry["id"])
    for field in ("from", "to"):
        if day := entry.get("child_protection", {}).get(field):
            yield KnownDay(str(day), "date of the child protection plan", entry["id"])
