"""To whom a step's letters go: by role from the partnership, or by name from the case."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sgdocs.partnership import Contact
from sgdocs.pipeline.scheduling import Scheduled
from sgdocs.schedule import Row

__all__ = ["Addressee", "addressees", "vacant"]


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
            "name": self.name,
            "job_title": self.job_title,
            "organisation": self.organisation,
            "role": self.role,
        }

    @property
    def block(self) -> tuple[str, ...]:
        """Give the lines of the address block."""
        lines = (self.name, self.job_title, self.organisation, *self.address)
        return tuple(line for line in lines if line)


def addressees(found: Scheduled, row: Row) -> tuple[Addressee, ...]:
    """Give everybody a row's papers go to, each once; nobody whose time has ended."""
    every = {a.key: a for role in _roles(found, row) for a in _held(found, row, role)}
    return tuple(every.values())


def vacant(found: Scheduled, row: Row) -> tuple[str, ...]:
    """Give the roles a row's papers go to that nobody holds on the day."""
    return tuple(role for role in _roles(found, row) if not list(_held(found, row, role)))


def _roles(found: Scheduled, row: Row) -> tuple[str, ...]:
    procedure = found.procedure
    return tuple(member for role in row.recipients for member in procedure.members(role))


def _held(found: Scheduled, row: Row, role: str) -> Iterator[Addressee]:
    case = found.case
    if role == "agency" and row.instance:
        agency = next(a for a in case.each("agencies") if a["id"] == row.instance.id)
        if contact := agency.get("manager", agency.get("contact")):
            yield _from_case(agency["id"], role, contact, agency["name"])
    elif role == "referrer" and case.get("referral.referrer"):
        yield _from_case(role, role, case.get("referral.referrer"), "")
    elif role == "reviewer" and case.get("review.reviewer.contact"):
        yield _from_case(role, role, case.get("review.reviewer.contact"), "")
    else:
        authority = case.get("authorities.incident", "")
        held = found.ground.partnership.contacts_for(role, found.as_of.day, authority)
        for number, contact in enumerate(held, 1):
            yield _from_list(role if len(held) == 1 else f"{role}-{number}", contact)


def _from_case(key: str, role: str, contact: Mapping[str, Any], organisation: str) -> Addressee:
    address = contact.get("address", {})
    return Addressee(
        key=key,
        role=role,
        name=contact["name"]["full"],
        job_title=contact.get("job_title", ""),
        organisation=contact.get("organisation", organisation),
        email=contact.get("email", ""),
        address=(*address.get("lines", ()), *filter(None, (address.get("postcode"),))),
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
