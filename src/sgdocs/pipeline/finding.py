"""Where case files are: by file, by folder, by reference."""

from pathlib import Path

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.ledger import FILE as LEDGER

__all__ = ["CASE_NAMES", "case_files", "find_case", "ledgers_alone"]

CASE_NAMES = ("case.yaml", "case.yml", "case.json")


def find_case(given: str, content: Content) -> Path:
    """Find a case by its file, its folder, or its reference in the workspace."""
    path = Path(given)
    candidates = [path, *(path / name for name in CASE_NAMES)]
    if content.workspace is not None and path.name == given:
        candidates += [content.workspace / "cases" / given / name for name in CASE_NAMES]
    for candidate in candidates:
        if _is_file(candidate):
            return candidate
    raise InputRefused(
        "there is no case file here.",
        where=given,
        remedy="Give the file, its folder, or a reference of this workspace.",
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name no file can have
        return False


def case_files(folder: Path) -> tuple[Path, ...]:
    """List the case files beneath a folder of cases, one to a sub-folder, in order."""
    try:
        if not folder.is_dir():
            return ()
    except (OSError, ValueError):  # a name no folder can have
        return ()
    return tuple(
        path
        for below in sorted(folder.iterdir())
        if below.is_dir()
        for path in [next((below / n for n in CASE_NAMES if (below / n).is_file()), None)]
        if path is not None
    )


def ledgers_alone(folder: Path) -> tuple[Path, ...]:
    """List the folders beneath a folder of cases that hold a ledger and no case file."""
    if not folder.is_dir():
        return ()
    return tuple(
        below
        for below in sorted(folder.iterdir())
        if (below / LEDGER).is_file() and not any((below / name).is_file() for name in CASE_NAMES)
    )
