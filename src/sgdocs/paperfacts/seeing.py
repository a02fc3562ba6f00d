"""What a paper for an agency may see: whom it is about, and no word of who else was asked."""

from collections.abc import Mapping
from typing import Any

from sgdocs.casefile import Case

__all__ = ["person_seen", "seen_by_agency"]

_WHOLE = ("case", "authorities")
_PARTS: Mapping[str, tuple[str, ...]] = {
    "incident": ("place", "summary_for_letters"),
    "rapid_review": ("reason_for_meeting", "key_lines_of_enquiry", "look_back_from", "return_by"),
    "review": ("methodology", "scope", "period_from", "period_to", "terms_of_reference"),
}
# Enough to find somebody in a register. A surgery or a school named here was asked as well.
_PERSON = (
    *("id", "name", "initials", "sex", "date_of_birth", "date_of_death", "addresses"),
    *("nhs_number", "ethnicity", "first_language", "disability", "harm", "age"),
    *("relationship", "relationship_words", "to_children"),
)


def seen_by_agency(case: Case) -> dict[str, Any]:
    """Give the parts of a case that a request to an agency may print."""
    seen = {name: case.data[name] for name in _WHOLE if name in case.data}
    for name, fields in _PARTS.items():
        if kept := _kept(case.data.get(name, {}), fields):
            seen[name] = kept
    for name in ("children", "family"):
        if people := [person_seen(person) for person in case.each(name)]:
            seen[name] = people
    return seen


def person_seen(person: Mapping[str, Any]) -> dict[str, Any]:
    """Give what an agency needs to find somebody in its records."""
    return _kept(person, _PERSON)


def _kept(part: Mapping[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    return {field: part[field] for field in fields if field in part}
