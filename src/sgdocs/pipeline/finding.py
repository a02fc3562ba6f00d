"""Where case files are: by file, by folder, by reference."""

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.findings import Finding, Severity
from sgdocs.ledger import FILE as LEDGER
from sgdocs.storage import is_absent, rival_copies

__all__ = [
    "CASE_NAMES",
    "ENCRYPTED",
    "case_files",
    "case_statuses",
    "copies_beside",
    "encrypted_cases",
    "find_case",
    "ledgers_alone",
]

CASE_NAMES = ("case.yaml", "case.yml", "case.json")
ENCRYPTED = ".age"
"""How the file ends that stands in the place of a case's folder while it is encrypted."""


def find_case(given: str, content: Content) -> Path:
    """Find a case by its file, its folder, or its reference in the workspace."""
    path = Path(given)
    candidates = [path, *(path / name for name in CASE_NAMES)]
    if content.workspace is not None and path.name == given:
        candidates += [content.workspace / "cases" / given / name for name in CASE_NAMES]
    for candidate in candidates:
        if _is_file(candidate):
            return candidate
    if content.workspace is not None and given in encrypted_cases(content.workspace / "cases"):
        raise InputRefused(
            "this case is encrypted.",
            where=given,
            remedy=f"Decrypt it first: sgdocs decrypt {given} --key FILE",
        )
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
    return tuple(Path(place) for place, _ in case_statuses(folder))


def case_statuses(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Give the same as plain names, each with what the disk says of the file."""
    try:
        below = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except ValueError:  # a name no folder can have
        return
    except OSError as error:
        if is_absent(error):
            return
        raise _unreadable(folder) from error
    for entry in below:
        if entry.is_dir() and (found := _case_in(entry.path)):
            yield found


def _case_in(folder: str) -> tuple[str, os.stat_result] | None:
    for name in CASE_NAMES:
        place = f"{folder}{os.sep}{name}"
        try:
            status = os.stat(place)  # noqa: PTH116 - thousands of these at each look
        except OSError as error:
            if not is_absent(error):
                raise _unreadable(Path(folder)) from error
        else:
            if S_ISREG(status.st_mode):
                return place, status
    return None


def _unreadable(folder: Path) -> InputRefused:
    return InputRefused(
        "could not be looked into.",
        where=str(folder),
        remedy="Check that the disk is connected and that this account may read it.",
    )


def encrypted_cases(folder: Path) -> tuple[str, ...]:
    """Name the cases beneath a folder of cases that are encrypted, in order."""
    files = (path for path in _within(folder) if path.suffix == ENCRYPTED and path.is_file())
    return tuple(path.stem for path in files)


def _within(folder: Path) -> list[Path]:
    """List what lies in a folder, in order; nothing where there is none."""
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        if is_absent(error):
            return []
        raise _unreadable(folder) from error


def copies_beside(path: Path) -> tuple[Finding, ...]:
    """Find second versions of a case's files, which only a person can bring together."""
    return tuple(
        Finding(
            "rival-copy",
            "this looks like a second version of a file of the case; sgdocs does not read it.",
            severity=Severity.WARNING,
            file=str(copy),
            remedy="Compare the two, bring what is right into the one with the plain name, and "
            "move this one away. Keep cases out of folders that synchronise.",
        )
        for folder in (path.parent, path.parent / "anonymise")
        for copy in rival_copies(folder)
    )


def ledgers_alone(folder: Path) -> tuple[Path, ...]:
    """List the folders beneath a folder of cases that hold a ledger and no case file."""
    return tuple(
        below
        for below in _within(folder)
        if (below / LEDGER).is_file() and not any((below / name).is_file() for name in CASE_NAMES)
    )
