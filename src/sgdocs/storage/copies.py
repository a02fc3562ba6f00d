"""Finds the second versions of a file that a synchronising program or a person laid beside it."""

import re
from pathlib import Path

from sgdocs.errors import InputRefused

__all__ = ["rival_copies"]

# OneDrive adds the computer's name, Dropbox “conflicted copy”, Syncthing “.sync-conflict-”,
# Explorer “ - Copy” or “ (2)”, and a Mac a number.
_RIVAL = re.compile(
    r"(?P<name>case|ledger|pseudonyms|partnership|decisions|current)"
    r"(?P<more>[ ._~(-].+)\.(?:ya?ml|jsonl?|enc)",
    re.IGNORECASE,
)
_KEPT_BY_US = re.compile(r"\.v[0-9][0-9.]*")


def rival_copies(folder: Path) -> tuple[Path, ...]:
    """Give the files of a folder that look like another version of one of ours, in order."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise InputRefused(
            "could not be looked into.",
            where=str(folder),
            remedy="Check that this account may read it.",
        ) from error
    return tuple(folder / name for name in names if _is_rival(name))


def _is_rival(name: str) -> bool:
    found = _RIVAL.fullmatch(name)
    return bool(found and not _KEPT_BY_US.fullmatch(found["more"]))
