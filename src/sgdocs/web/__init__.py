"""The office's window: the same jobs as the commands, in a browser on the office's own machine."""

from sgdocs.web.access import Access, LocalAccess, Role, SharedAccess, User, scrambled
from sgdocs.web.app import make_app
from sgdocs.web.guard import Doors
from sgdocs.web.office import Office

__all__ = [
    "Access",
    "Doors",
    "LocalAccess",
    "Office",
    "Role",
    "SharedAccess",
    "User",
    "make_app",
    "scrambled",
]
