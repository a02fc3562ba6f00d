"""Which cases a command is for: those that are named, or all of the workspace."""

from collections.abc import Sequence
from pathlib import Path

from sgdocs.content import Content
from sgdocs.errors import UsageRefused
from sgdocs.pipeline.finding import case_files, find_case

__all__ = ["chosen_cases"]


def chosen_cases(given: Sequence[str], content: Content) -> tuple[Path, ...]:
    """Find the cases by file, folder, folder of cases, or reference; all where none is named."""
    if content.workspace is None:
        raise UsageRefused(
            "there is no workspace here, and packs are compared in one.",
            remedy="Make one with sgdocs init, and put the cases into its folder cases.",
        )
    if not given:
        return case_files(content.workspace / "cases")
    found = (
        path for name in given for path in case_files(Path(name)) or [find_case(name, content)]
    )
    return tuple(dict.fromkeys(found))
