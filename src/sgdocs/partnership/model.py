"""What belongs to the partnership rather than to a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sgdocs.dates import Closure, ReceiptSettings

__all__ = ["Contact", "Office", "Partnership", "Retention", "Route", "Settings"]


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody the unit writes to, by role, for as long as they hold it."""

    id: str
    role: str
    name: str
    job_title: str
    organisation: str
    email: str
    phone: str
    address: tuple[str, ...]
    valid_from: date
    valid_to: date | None
    shared_mailbox: bool
    partnership: str

    def valid_on(self, day: date) -> bool:
        """Say whether the person holds the role on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Office:
    """The unit's own address, as it stands on letters."""

    name: str
    address: tuple[str, ...]
    email: str
    phone: str
    hours: str
    signatory: str = ""
    """The name of the manager who signs the office's letters."""


@dataclass(frozen=True, slots=True)
class Retention:
    """How long a case is kept after it was closed, and what closes it."""

    years: int
    closed_by: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the unit has settled for itself."""

    receipt: ReceiptSettings
    closures: tuple[Closure, ...]
    marking: str
    child_style: str
    folders: Literal["day", "recipient"]
    long_silence_weeks: int = 8
    """A combined chronology points out times at least so long of which nobody tells anything."""
    recovery_keys: tuple[str, ...] = ()
    """Public keys whose holders can open whatever the office encrypts."""
    retention: Retention | None = None
    """Nothing where the office has settled no rule; then no case is disposed of."""


@dataclass(frozen=True, slots=True)
class Route:
    """Where an incident in one council's area goes."""

    authority: str
    notifier: str
    partnership: str


@dataclass(frozen=True, slots=True)
class Partnership:
    """The partnership, its contacts and its settings."""

    name: str
    procedure: str
    office: Office
    settings: Settings
    contacts: tuple[Contact, ...]
    routes: Mapping[str, Route]
    cross_border: str

    def contacts_for(self, role: str, day: date, authority: str = "") -> tuple[Contact, ...]:
        """Give those who hold a role on a day, for an incident in a council's area.

        Where several partnerships share one procedure, only the contacts of the area's own.
        """
        route = self.routes.get(authority)
        held = (c for c in self.contacts if c.role == role and c.valid_on(day))
        return tuple(c for c in held if _serves(c, route))

    def routing(self, incident: str, others: tuple[str, ...]) -> tuple[str, ...]:
        """Say which council notifies and which partnership leads, for a person to check."""
        if not incident:
            return ()
        said = []
        several = len({route.partnership for route in self.routes.values()}) > 1
        if route := self.routes.get(incident):
            said += [f"The incident was in {incident}: {route.partnership} leads."] * several
        elif self.routes:
            said.append("The area of the incident is not one of this partnership's councils.")
        if set(others) - {incident, ""} and self.cross_border:
            said.append(f"More than one area is involved. {self.cross_border.strip()}")
        return tuple(said)


def _serves(contact: Contact, route: Route | None) -> bool:
    """Say whether a contact is for a case routed this way."""
    if route is None or not contact.partnership:
        return True
    notifier_of_another = contact.role == "la_notifier" and contact.id != route.notifier
    return contact.partnership == route.partnership and not notifier_of_another
