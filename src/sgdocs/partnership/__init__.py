"""The partnership: its office, settings, contacts by role, and who leads where areas differ."""

from sgdocs.partnership.loading import (
    PartnershipRefused,
    build_partnership,
    load_partnership,
    partnership_data,
    workspace_procedure,
)
from sgdocs.partnership.model import Contact, Office, Partnership, Retention, Route, Settings

__all__ = [
    "Contact",
    "Office",
    "Partnership",
    "PartnershipRefused",
    "Retention",
    "Route",
    "Settings",
    "build_partnership",
    "load_partnership",
    "partnership_data",
    "workspace_procedure",
]
