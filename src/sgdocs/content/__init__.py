"""The files that come with the program, and the workspace's own where it has put some."""

from sgdocs.content.finding import BUILT_IN, KINDS, OWN, Content
from sgdocs.content.workspaces import WORKSPACE_MARK, find_workspace, require_outside

__all__ = [
    "BUILT_IN",
    "KINDS",
    "OWN",
    "WORKSPACE_MARK",
    "Content",
    "find_workspace",
    "require_outside",
]
