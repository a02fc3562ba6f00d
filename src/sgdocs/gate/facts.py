"""Walk through a case file and give every fact that identifies somebody, with its path."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sgdocs.gate.ordinary import NO_NAME, TITLES, listed
from sgdocs.gate.public import Public

__all__ = ["Fact", "Kind", "facts_of"]

Kind = Literal[
    "person", "professional", "official", "place", "line", "number", "phone", "email", "own_email",
    "day", "birthday",
]  # fmt: skip

_PEOPLE: Mapping[str, Kind] = {
    "children": "person",
    "family": "person",
    "other_people": "person",
    "professionals": "professional",
    "places": "place",
}
_OFFICIALS = frozenset(
    listed(
        """
    handlers restricted_to decided_by rapid_review_decided_by recorded_by by caller chair
    escalated_to requested_by reviewer
    """
    )
)
"""Keys under which a case file names somebody in one plain text."""
_NAMED = frozenset({"signature", "attendance", "executive_agreement", "representatives"})
_DATED = frozenset({"date_of_birth", "date_of_death"})
_ROLE_WORDS = frozenset(
    listed(
        """
    adviser advisor agency agencies board business chair chief child children clerk council
    coordinator council council's desk director duty executive family governance group head
    health lead leader manager member notifier nurse officer office panel partner partners
    partnership police practitioner representative review reviewer safeguarding scrutineer
    secretary senior service services social support team the trust unit worker and of for
    """
    )
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that identifies somebody."""

    kind: Kind
    value: Any
    path: str


def facts_of(case: Mapping[str, Any], public: Public) -> Iterator[Fact]:
    """Give every identifying fact that may not be published."""
    for fact in (*_every(case), *_reference(case), *_incident(case)):
        if _is_name(fact) and not _published(fact, public):
            yield fact


def _every(case: Mapping[str, Any]) -> Iterator[Fact]:
    for part, value in case.items():
        if part not in ("may_be_published", "schema_version"):
            yield from _walk(value, f"$.{part}", part, _PEOPLE.get(part, "official"))


def _walk(value: Any, path: str, key: str, who: Kind) -> Iterator[Fact]:
    if isinstance(value, Mapping):
        yield from _mapping(value, path, key, who)
        for name, inner in value.items():
            yield from _walk(inner, f"{path}.{name}", name, who)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _walk(inner, f"{path}[{number}]", key, who)
    elif isinstance(value, str):
        yield from _text(value, path, key, who)


def _mapping(value: Mapping[str, Any], path: str, key: str, who: Kind) -> Iterator[Fact]:
    """Give what only a whole entry tells: a place's name, a number, a dated label."""
    if "full" in value and (who != "official" or _is_somebody(value)):
        yield Fact(who, value, path)
    if key == "identifiers" and "value" in value:
        yield Fact("number", value["value"], f"{path}.value")
    if key in ("places", "school") and "name" in value:
        yield Fact("place", value["name"], f"{path}.name")
    if key == "agencies" and "name" in value:
        yield Fact("place", value["name"], f"{path}.name")
    if key == "gp":
        yield from _surgery(value, path)
    if key in _NAMED and isinstance(value.get("name"), str):
        yield Fact("official", {"full": value["name"]}, f"{path}.name")
    if key == "labelled_dates" and (day := _day(value.get("date"))):
        yield Fact("day", day, f"{path}.date")


def _surgery(value: Mapping[str, Any], path: str) -> Iterator[Fact]:
    if "name" in value:
        yield Fact("professional", {"full": value["name"]}, f"{path}.name")
    if "practice" in value:
        yield Fact("place", value["practice"], f"{path}.practice")


def _text(value: str, path: str, key: str, who: Kind) -> Iterator[Fact]:
    if key in _DATED and (day := _day(value)):
        yield Fact("birthday", day, path)
    elif key in ("nhs_number", "postcode", "handles"):
        yield Fact("number", value, path)
    elif key == "lines" and who in ("person", "place"):
        yield from _line(value, path)
    elif key == "phone":
        yield Fact("phone", value, path)
    elif key == "email":
        yield Fact("own_email" if who == "person" else "email", value, path)
    elif key in _OFFICIALS and _looks_like_a_name(value):
        yield Fact("official", {"full": value}, path)


def _line(value: str, path: str) -> Iterator[Fact]:
    """Give the parts of a line of an address: house and street, town."""
    for part in filter(None, map(str.strip, value.split(","))):
        yield Fact("line", part, path)


def _reference(case: Mapping[str, Any]) -> Iterator[Fact]:
    about = case.get("case", {})
    for key in ("reference", "panel_reference"):
        if about.get(key):
            yield Fact("number", about[key], f"$.case.{key}")


def _incident(case: Mapping[str, Any]) -> Iterator[Fact]:
    for number, event in enumerate(case.get("events", ())):
        if event.get("event") == "incident_occurred" and (day := _day(event.get("actual"))):
            yield Fact("day", day, f"$.events[{number}].actual")


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _is_somebody(name: Mapping[str, Any]) -> bool:
    """Tell an official's name from a desk's, such as the duty desk of an agency."""
    words = {w.casefold() for w in str(name["full"]).split()}
    return "family" in name or not words & _ROLE_WORDS


def _looks_like_a_name(value: str) -> bool:
    """Tell a person's name from a role: two to four words with capitals, none of them a role's."""
    words = [w for w in value.replace(".", " ").split() if w.casefold() not in TITLES]
    fits = 2 <= len(words) <= 4 and all(w[:1].isupper() for w in words)
    return fits and not any(w.casefold().strip(",") in _ROLE_WORDS for w in words)


def _is_name(fact: Fact) -> bool:
    value = fact.value["full"] if isinstance(fact.value, Mapping) else fact.value
    return not (isinstance(value, str) and value.casefold().strip(" .") in NO_NAME)


def _published(fact: Fact, public: Public) -> bool:
    """Say whether the very thing may be published; a part of a published name may not be alone."""
    if isinstance(fact.value, Mapping):
        return public.holds(fact.value["full"])
    if fact.kind == "line":
        return public.mentions(fact.value)
    return isinstance(fact.value, str) and public.holds(fact.value)
