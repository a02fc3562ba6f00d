"""The places a case file names, and the agencies whose names may stay."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sgdocs.anonymise.folding import fold_word
from sgdocs.anonymise.model import Place
from sgdocs.casefile import Case

__all__ = ["agencies_kept", "places_of"]

Data = Mapping[str, Any]

# Agencies that are a place in a child's life: their names say where it lived.
_PLACES = {
    "school": "school",
    "nursery": "nursery",
    "college": "school",
    "general_practice": "surgery",
}
_STREET = re.compile(
    r"\b(street|road|lane|avenue|close|drive|crescent|way|grove|gardens?|terrace|place|court|square"
    r"|hill|rise|walk|mews|row|parade|park|view|green|mount|vale|wharf|quay|chine|st|rd|ave?|ln|cl)$"
)
_NURSERY = re.compile(r"\b(?:nursery|pre-?school|playgroup|kindergarten)\b(?!.*\bschool\b)")
_TOWNLIKE = re.compile(
    r"\b(hill|vale|green|park|view|mount|rise|quay|wharf|square|bank|cross|bay)$"
)
_HOUSE = re.compile(r"\b(house|cottage|lodge|farm|flats?|hall|towers?|villa|manor|home|centre)$")
_NUMBER = re.compile(
    r"^(?:(?:flat|apartment|apt|unit|room|no\.?|number)\s*)?\d+\s*[a-z]?\b[\s,]*"
    r"(?:[-/]\s*\d+[a-z]?\s+)?",
    re.IGNORECASE,
)
_NOWHERE = frozenset({"not applicable", "none", "unknown", "not known", "n/a", "na", "home", "tbc"})
_COUNTRIES = frozenset({"england", "wales", "scotland", "ireland", "uk", "united kingdom"})


def places_of(case: Case) -> Iterator[Place]:
    """Give every place once, with its kind."""
    seen: set[str] = set()
    for place in _places(case):
        folded = " ".join(fold_word(place.name).split())
        if folded and folded not in seen and folded not in _COUNTRIES | _NOWHERE:
            seen.add(folded)
            yield place


def _places(case: Case) -> Iterator[Place]:
    for place in case.each("places"):
        if name := place.get("name"):
            yield Place(place["id"], str(place["kind"]), _NUMBER.sub("", name) or name)
    for child in case.each("children"):
        yield from _of_child(child)
    for agency in case.each("agencies"):
        if kind := _PLACES.get(agency.get("kind", "")):
            yield Place(f"agency.{agency['id']}", kind, agency["name"])
    for owner, address in _addresses(case.data, ""):
        yield from _of_address(address, owner)
    if where := case.get("incident.place"):
        yield from _in_words(where)


def _of_child(child: Data) -> Iterator[Place]:
    school, doctor = child.get("school", {}), child.get("gp", {})
    if name := school.get("name"):
        kind = "nursery" if _NURSERY.search(fold_word(name)) else "school"
        yield Place(f"{child['id']}.school", kind, name)
    if name := doctor.get("practice"):
        yield Place(f"{child['id']}.surgery", "surgery", name)


def _addresses(part: Any, owner: str) -> Iterator[tuple[str, Data]]:
    """Find every address, with the name of whom it is nearest to."""
    if isinstance(part, list):
        for entry in part:
            yield from _addresses(entry, owner)
    elif isinstance(part, Mapping):
        name = part.get("name")
        if isinstance(name, Mapping) and "full" in name:
            owner = " ".join(fold_word(name["full"]).split())
        if isinstance(part.get("lines"), list):
            yield owner, part
        for entry in part.values():
            yield from _addresses(entry, owner)


def _of_address(address: Data, owner: str) -> Iterator[Place]:
    """Split an address into its house, its street and its town."""
    parts = [p.strip() for line in address["lines"] for p in line.split(",") if p.strip()]
    for number, part in enumerate(parts):
        name = _NUMBER.sub("", part)
        if not name or not any(c.isalpha() for c in name):
            continue
        last = number == len(parts) - 1 > 0 and _TOWNLIKE.search(fold_word(name)) is not None
        kind = "town" if last else _kind(name, first=number == 0, numbered=name != part)
        yield Place(f"address:{fold_word(name)}", kind, name, owner)


def _kind(name: str, *, first: bool, numbered: bool) -> str:
    folded = fold_word(name).strip(". ")
    if numbered or _STREET.search(folded):
        return "street"
    if first or _HOUSE.search(folded):
        return "home"
    return "town"


def _in_words(words: str) -> Iterator[Place]:
    """Find the names in a place told in words: a main road in Grimsthorpe."""
    for number, found in enumerate(re.finditer(r"(?<!^)\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*", words)):
        kind = "other" if " " in found[0] else "town"
        yield Place(f"incident.place.{number}", kind, found[0])


def agencies_kept(case: Case, places: tuple[Place, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the names of bodies that stay, and those that tell a place and so are asked about."""
    named = {" ".join(fold_word(p.name).split()) for p in places}
    inner = [n for p in places if p.kind not in ("town", "street") for n in [fold_word(p.name)]]
    kept: list[str] = []
    doubtful: list[str] = []
    for name, kind in _bodies(case):
        folded = " ".join(fold_word(name).split())
        if folded in named or any(n in folded for n in inner):
            continue
        tells = kind == "hospital" and "trust" not in folded
        (doubtful if tells else kept).append(name)
    return tuple(dict.fromkeys(kept)), tuple(dict.fromkeys(doubtful))


def _bodies(case: Case) -> Iterator[tuple[str, str]]:
    for agency in case.each("agencies"):
        kind = agency.get("kind", "")
        if kind not in _PLACES:
            yield from ((part, kind) for part in _parts(agency["name"]))
    for name in case.get("authorities", {}).values():
        yield from ((part, "") for part in (name if isinstance(name, list) else [name]))
    for child in case.each("children"):
        yield from ((n, "") for n in (child.get("local_authority"),) if n)
        yield from ((n, "") for n in (child.get("care", {}).get("placing_authority"),) if n)
    yield from ((name, "") for name in _organisations(case.data))


def _parts(name: str) -> Iterator[str]:
    yield name
    parts = [p.strip() for p in name.split(",")]
    yield from (p for p in parts if len(parts) > 1 and len(p.split()) > 1)


def _organisations(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for entry in part:
            yield from _organisations(entry)
    elif isinstance(part, Mapping):
        for field, entry in part.items():
            if field in {"organisation", "local_authority", "lead_agency"} and isinstance(
                entry, str
            ):
                yield entry
            else:
                yield from _organisations(entry)
