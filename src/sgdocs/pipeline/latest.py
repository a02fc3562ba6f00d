"""The packs of a case; the latest is the one its pointer names."""

import json
from collections.abc import Iterator
from pathlib import Path

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.packs import Earlier, read_pack
from sgdocs.pipeline.casebooks import POINTER
from sgdocs.standing import Scheduled
from sgdocs.storage import is_absent

__all__ = ["latest_pack", "packs_of"]


def latest_pack(path: Path, content: Content, reference: str = "") -> Earlier | None:
    """Read the list of a case's latest pack; nothing where none was made in the workspace.

    The reference is the name of the case's folder, where it is not given: to look at it is quicker
    than to read the case.
    """
    if content.workspace is None:
        return None
    # As text: a path is built and taken apart for every case there is.
    name = reference or path.parent.name
    try:
        with open(f"{content.workspace}/build/{name}/{POINTER}", "rb") as pointer:  # noqa: PTH123
            pack = str(json.loads(pointer.read())["pack"])
    except OSError as error:
        if is_absent(error):
            return None
        raise InputRefused(
            "the pointer to the latest pack could not be read.",
            where=f"{content.workspace}/build/{name}/{POINTER}",
            remedy="Check that the disk is connected and that this account may read it.",
        ) from error
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    inside = pack.startswith(f"build/{name}/") and ".." not in pack
    return read_pack(Path(f"{content.workspace}/{pack}")) if inside else None


def packs_of(found: Scheduled) -> Iterator[Earlier]:
    """Read the lists of every pack of a case that lies in the workspace."""
    workspace = found.content.workspace
    packs = workspace / "build" / found.case.reference if workspace else None
    for folder in sorted(packs.iterdir()) if packs and packs.is_dir() else ():
        if pack := read_pack(folder):
            yield pack
