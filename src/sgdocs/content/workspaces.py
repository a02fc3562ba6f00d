"""Where a workspace is, and what must not lie in one."""

from pathlib import Path

from sgdocs.content.looking import is_file
from sgdocs.errors import SafetyRefused

__all__ = ["WORKSPACE_MARK", "find_workspace", "require_outside"]

WORKSPACE_MARK = "partnership.yaml"
_HIGHEST_CLIMB = 12


def find_workspace(start: Path) -> Path | None:
    """Give the nearest folder at or above the start that has a partnership.yaml."""
    here = start.absolute()
    for folder in (here, *here.parents)[: _HIGHEST_CLIMB + 1]:
        if is_file(folder / WORKSPACE_MARK):
            return folder
    return None


def require_outside(path: Path) -> None:
    """Refuse a key, password or list of users that lies beside what it locks."""
    if find_workspace(path.resolve().parent) is not None:
        raise SafetyRefused(
            "a key, a password or a list of users must not lie in a workspace: whoever gets the "
            "folder would have it too.",
            where=str(path),
            remedy="Keep it on another drive or in another folder, and a copy in the safe.",
        )
