"""To whom a step's letters go: by role from the partnership, or by name from the case."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sgdocs.artefacts.roles import CONTACTS
from sgdocs.casefile import Case
from sgdocs.partnership import Contact
from sgdocs.procedure import Procedure
from sgdocs.schedule import Row
from sgdocs.standing import Scheduled

__all__ = ["FILE", "Addressee", "addressees", "file_copy", "vacant"]

FILE = "file"
_GROUP = "review_group"
_FOLDERS = frozenset({FILE, "outbox", "agency", "family"})
# Where a case names somebody for a role itself.
_IN_CASE = {"referrer": "referral.referrer", "reviewer": "review.reviewer.contact"}


@dataclass(frozen=True, slots=True)
class Addressee:
    """One person a letter is for; `key` is what file names use, and holds no person's name."""

    key: str
    role: str
    name: str
    job_title: str
    organisation: str
    email: str
    address: tuple[str, ...]

    def as_data(self) -> dict[str, str]:
        """Give what a letter may print."""
        return {
            "key": self.key,
            "name": self.name,
            "job_title": self.job_title,
            "organisation": self.organisation,
            "role": self.role,
        }

    @property
    def person(self) -> tuple[str, ...]:
        """Tell a person from others; two people may share a mailbox."""
        return (self.name.casefold(), self.email.casefold() or self.organisation.casefold())

    @property
    def block(self) -> tuple[str, ...]:
        """Give the lines of the address block."""
        lines = (self.name, self.job_title, self.organisation, *self.address)
        return tuple(line for line in lines if line)


def addressees(found: Scheduled, row: Row) -> tuple[Addressee, ...]:
    """Give everybody a row's papers go to, each once; nobody whose time has ended."""
    every: dict[tuple[str, ...], Addressee] = {}
    for role in _roles(found.procedure, row):
        for one in _held(found, row, role):
            every.setdefault(one.person, one)
    return tuple(every.values())


def vacant(found: Scheduled, row: Row) -> tuple[str, ...]:
    """Give the roles a row's papers go to that nobody holds on the day."""
    roles = _roles(found.procedure, row)
    return tuple(role for role in roles if not list(_held(found, row, role)))


def file_copy(found: Scheduled) -> Addressee:
    """Give the office itself, which keeps a copy of every record."""
    office = found.ground.partnership.office
    return Addressee(FILE, "business_unit", office.name, "", office.name, "", office.address)


def _roles(procedure: Procedure, row: Row) -> tuple[str, ...]:
    return tuple(member for role in row.recipients for member in procedure.members(role))


def _held(found: Scheduled, row: Row, role: str) -> Iterator[Addressee]:
    """Give who holds a role: those the case itself names, else those on the unit's list."""
    if named := tuple(_named(found.case, row, role)):
        yield from (replace(one, key=_own_key(found, one)) for one in named)
        return
    authority = found.case.get("authorities.incident", "")
    held = found.ground.partnership.contacts_for(role, found.as_of.day, authority)
    for number, contact in enumerate(held, 1):
        yield _from_list(role if len(held) == 1 else f"{role}-{number}", contact)
    if role == _GROUP:
        for number, member in enumerate(found.case.each("group_members"), len(held) + 1):
            yield from _contact(f"{role}-{number}", role, member)


def _own_key(found: Scheduled, one: Addressee) -> str:
    """Let no agency or relative of a case share a folder with a role of the same name."""
    stem = one.key.rstrip("0123456789").removesuffix("-")
    roles = {c.role for c in found.ground.partnership.contacts} | found.procedure.roles.keys()
    taken = {*roles, *_IN_CASE, *_FOLDERS} - {one.role}
    return f"case-{one.key}" if {stem, one.key} & taken else one.key


def _named(case: Case, row: Row, role: str) -> Iterator[Addressee]:
    """Give the people a case names for a role, by what the step is done for."""
    kind = row.instance.kind if row.instance else ""
    if role == "family":
        yield from (_relative(f) for f in _family(case, row))
    elif role in CONTACTS:
        yield from _of_agency(case, row, role)
    elif role == "parallel_review_lead" and kind == "parallel_review":
        review = _entry(case, "parallel_reviews", row)
        yield from _contact(role, role, review.get("contact"), review.get("body", ""))
    elif role in _IN_CASE:
        yield from _contact(role, role, case.get(_IN_CASE[role]))
    else:
        own = [p for p in case.each("safeguarding_partners") if p["role"] == role]
        for number, partner in enumerate(own, 1):
            key = role if len(own) == 1 else f"{role}-{number}"
            yield from _contact(key, role, partner["contact"])


def _of_agency(case: Case, row: Row, role: str) -> Iterator[Addressee]:
    """Give an agency's manager or officer: of the agency, or of the one that leads an action."""
    if row.instance is None or row.instance.kind not in ("agency", "action"):
        return
    name = row.instance.id
    if row.instance.kind == "action":
        name = _entry(case, "actions", row).get("agency", "")
    agency = next((a for a in case.each("agencies") if a["id"] == name), None)
    if agency is not None:
        contact = next((agency[f] for f in CONTACTS[role] if f in agency), None)
        key = name if role == "agency" else f"{name}-{role}"
        yield from _contact(key, role, contact, agency["name"])


def _entry(case: Case, name: str, row: Row) -> Mapping[str, Any]:
    wanted = row.instance.id if row.instance else ""
    return next((e for e in case.each(name) if e["id"] == wanted), {})


def _family(case: Case, row: Row) -> Iterator[Mapping[str, Any]]:
    """Give the relative a step is done for, or all who are to be told."""
    for relative in case.each("family"):
        if row.instance is None:
            if relative.get("informing", {}).get("tell") == "yes":
                yield relative
        elif relative["id"] == row.instance.id:
            yield relative


def _relative(relative: Mapping[str, Any]) -> Addressee:
    addresses = [a for a in relative.get("addresses", ()) if "to" not in a]
    address = addresses[-1] if addresses else {}
    return Addressee(
        key=relative["id"],
        role="family",
        name=_formal(relative["name"]),
        job_title="",
        organisation="",
        email=relative.get("email", ""),
        address=_lines(address),
    )


def _formal(name: Mapping[str, str]) -> str:
    title = name.get("title", "")
    return name["full"] if name["full"].startswith(title) else f"{title} {name['full']}"


def _lines(address: Mapping[str, Any]) -> tuple[str, ...]:
    return (*address.get("lines", ()), *filter(None, (address.get("postcode"),)))


def _contact(
    key: str, role: str, contact: Mapping[str, Any] | None, organisation: str = ""
) -> Iterator[Addressee]:
    if contact is not None:
        yield Addressee(
            key=key,
            role=role,
            name=contact["name"]["full"],
            job_title=contact.get("job_title", ""),
            organisation=contact.get("organisation", organisation),
            email=contact.get("email", ""),
            address=_lines(contact.get("address", {})),
        )


def _from_list(key: str, contact: Contact) -> Addressee:
    return Addressee(
        key=key,
        role=contact.role,
        name=contact.name,
        job_title=contact.job_title,
        organisation=contact.organisation,
        email=contact.email,
        address=contact.address,
    )
