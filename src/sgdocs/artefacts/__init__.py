"""Which papers a case calls for on a day, for whom, and why the others are not made."""

from sgdocs.artefacts.addressing import AGENCY_ROLES, Addressee, addressees, file_copy
from sgdocs.artefacts.selecting import Asked, Wanted, papers_of, select

__all__ = [
    "AGENCY_ROLES",
    "Addressee",
    "Asked",
    "Wanted",
    "addressees",
    "file_copy",
    "papers_of",
    "select",
]
