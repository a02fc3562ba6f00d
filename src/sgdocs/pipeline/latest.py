"""The packs of a case; the latest is the one its pointer names."""

import json
from collections.abc import Iterator
from pathlib import Path

from sgdocs.content import Content
from sgdocs.packs import Earlier, read_pack
from sgdocs.pipeline.casebooks import POINTER
from sgdocs.standing import Scheduled

__all__ = ["latest_pack", "packs_of"]


def latest_pack(path: Path, content: Content, reference: str = "") -> Earlier | None:
    """Read the list of a case's latest pack; nothing where none was made in the workspace.

    The reference is the name of the case's folder, where it is not given: to look at it is quicker
    than to read the case.
    """
    if content.workspace is None:
        return None
    packs = content.workspace / "build" / (reference or path.parent.name)
    try:
        name = json.loads((packs / POINTER).read_bytes())["pack"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    folder = content.workspace / str(name)
    return read_pack(folder) if packs in folder.parents else None


def packs_of(found: Scheduled) -> Iterator[Earlier]:
    """Read the lists of every pack of a case that lies in the workspace."""
    workspace = found.content.workspace
    packs = workspace / "build" / found.case.reference if workspace else None
    for folder in sorted(packs.iterdir()) if packs and packs.is_dir() else ():
        if pack := read_pack(folder):
            yield pack
