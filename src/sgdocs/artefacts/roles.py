"""Those who work for an agency, by role."""

__all__ = ["AGENCY_ROLES", "CONTACTS"]

CONTACTS = {
    "agency": ("manager", "contact"),
    "chief_officer": ("chief_officer",),
    "head_of_service": ("head_of_service",),
}
"""For each role, whom of an agency to write to, the first that is named."""
AGENCY_ROLES = frozenset(CONTACTS)
"""No paper tells them of another agency."""
