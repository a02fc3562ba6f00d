"""Which papers a case calls for on a day, for whom, and why the others are not made."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.artefacts.addressing import FILE, Addressee, addressees, file_copy
    from sgdocs.artefacts.model import Asked, Wanted
    from sgdocs.artefacts.roles import AGENCY_ROLES
    from sgdocs.artefacts.selecting import papers_of, select

__all__ = [
    "AGENCY_ROLES",
    "FILE",
    "Addressee",
    "Asked",
    "Wanted",
    "addressees",
    "file_copy",
    "papers_of",
    "select",
]

__getattr__ = lazily(
    __name__,
    {
        "AGENCY_ROLES": "roles",
        "FILE": "addressing",
        "Addressee": "addressing",
        "Asked": "model",
        "Wanted": "model",
        "addressees": "addressing",
        "file_copy": "addressing",
        "papers_of": "selecting",
        "select": "selecting",
    },
)
