"""The workers and officers a case file names outside its list of professionals."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.model import Group, Person
from sgdocs.casefile import Case

__all__ = ["contacts_of", "signers_of"]

Data = Mapping[str, Any]

_IN_AGENCY = {
    "manager": "Manager",
    "contact": "Agency contact",
    "chief_officer": "Chief officer",
    "head_of_service": "Head of service",
}
# Fields that hold “a name or role”, and what the person did.
_PLAIN = {
    "handlers": "Business unit officer",
    "restricted_to": "Officer",
    "recorded_by": "Officer",
    "decided_by": "Officer",
    "rapid_review_decided_by": "Officer",
    "caller": "Officer",
    "spoke_to": "Officer",
    "chair": "Chair",
    "requested_by": "Officer",
    "lead": "Lead officer",
    "escalated_to": "Officer",
    "by": "Officer",
    "reviewer": "Reviewer",
}
_LONGEST_PARTICLE = 3
_KIND_WORDS = {"childrens_social_care": "children's social care", "general_practice": "surgery"}
_NAMELIKE = re.compile(r"(?:\w[\w'’.-]*\.? ){1,4}\w[\w'’-]*")


def contacts_of(case: Case) -> Iterator[Person]:
    """Give everybody who is somebody to write to."""
    yield from _contact(case.get("referral.referrer"), "referrer", "Referrer")
    lead = case.get("referral.safeguarding_lead")
    yield from _contact(lead, "safeguarding-lead", "Safeguarding lead")
    for name in ("partner_representative", "discussed_with"):
        yield from _contact(case.get(f"referral.{name}.contact"), name, "Partner representative")
    for agency in case.each("agencies"):
        for field, role in _IN_AGENCY.items():
            kind = agency.get("kind", "agency")
            words = _KIND_WORDS.get(kind, kind.replace("_", " "))
            yield from _contact(agency.get(field), f"{agency['id']}.{field}", role, words)
    yield from _deep(case.data, "case")


def _contact(contact: Data | None, key: str, role: str, where: str = "") -> Iterator[Person]:
    if not contact or "name" not in contact:
        return
    name = contact["name"]
    if where and _is_team(name):
        return
    titled = str(contact.get("job_title", role)).partition(",")[0] if where else ""
    yield Person(
        key=key,
        group=Group.PROFESSIONAL,
        role=f"{titled} ({where})" if where else role,
        full=name["full"],
        given=name.get("given", ""),
        family=name.get("family", ""),
        known_as=name.get("known_as", ""),
        title=name.get("title", ""),
        aliases=tuple(name.get("aliases", ())),
        sex=contact.get("sex", ""),
    )


def _is_team(name: Data) -> bool:
    """Say whether a name is a team's: Duty safeguarding desk."""
    parts = name.keys() & {"given", "family"}
    return not parts and any(
        w.islower() and len(w) > _LONGEST_PARTICLE for w in name["full"].split()
    )


def _deep(part: Any, key: str) -> Iterator[Person]:
    """Find every other contact, wherever in the file: members, leads, referees, returns."""
    if isinstance(part, list):
        for number, entry in enumerate(part):
            yield from _deep(entry, f"{key}.{number}")
    elif isinstance(part, Mapping):
        named = part.get("name")
        if isinstance(named, Mapping) and "full" in named and "relationship" not in part:
            yield from _contact(part, key, "Professional", "partnership")
        for field, entry in part.items():
            yield from _deep(entry, f"{key}.{field}")


def signers_of(case: Case, lists: WordLists) -> Iterator[Person]:
    """Give everybody who signed, attended or wrote something down, where a name was given."""
    yield from _signers(case.data, "signed", lists.contexts["role"])


def _signers(part: Any, key: str, roles: frozenset[str]) -> Iterator[Person]:
    if isinstance(part, list):
        for number, entry in enumerate(part):
            yield from _signers(entry, f"{key}.{number}", roles)
    elif isinstance(part, Mapping):
        if isinstance(part.get("name"), str) and part.keys() & {"signed_on", "role", "attended"}:
            role = f"{part.get('role', 'Signatory')} (partnership)"
            yield from _named(part["name"], f"{key}.name", role, roles)
        for field, entry in part.items():
            if field in _PLAIN:
                for number, name in enumerate(entry if isinstance(entry, list) else [entry]):
                    yield from _named(name, f"{key}.{field}.{number}", _PLAIN[field], roles)
            yield from _signers(entry, f"{key}.{field}", roles)


def _named(name: Any, key: str, role: str, roles: frozenset[str]) -> Iterator[Person]:
    """Give a person, where what was written is a name and not a role."""
    if not isinstance(name, str) or not _NAMELIKE.fullmatch(name.strip()):
        return
    words = name.replace("’", "'").split()
    capital = all(w[0].isupper() for w in words if len(w) > 3)
    if capital and not {w.casefold().strip(".,") for w in words} & roles:
        yield Person(key, Group.PROFESSIONAL, role, full=name.strip())
