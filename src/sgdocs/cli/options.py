"""Options that several commands share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from sgdocs.cli.clock import now
from sgdocs.content import WORKSPACE_MARK, Content, find_workspace
from sgdocs.dates import DateProblem, Moment, parse_moment
from sgdocs.errors import UsageRefused

__all__ = ["MOMENT", "as_json", "as_of", "content_for", "once", "output", "today"]


_FIRST, _LAST = 1990, 2100  # working days can be counted in these years


class _MomentType(click.ParamType):  # type: ignore[type-arg]
    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Moment:
        if isinstance(value, Moment):
            return value
        try:
            moment = parse_moment(str(value))
            if not _FIRST <= moment.day.year <= _LAST:
                self.fail(f"Give a year from {_FIRST} to {_LAST}.", param, ctx)
            return moment
        except DateProblem as problem:
            self.fail(f"This {problem.what}. {problem.remedy}", param, ctx)


MOMENT = _MomentType()

as_json: Callable[[Any], Any] = click.option("--json", "json", is_flag=True, help="One JSON value.")
as_of: Callable[[Any], Any] = click.option(
    "--as-of",
    type=MOMENT,
    help="Look at it on this date, or date and time (London). Today if left out.",
)
output: Callable[[Any], Any] = click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file."
)


def once(_context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> str | None:
    """Refuse an option that is given twice; the last would be taken, and the first forgotten."""
    if len(given) > 1:
        raise click.BadParameter("given more than once; ask for one after the other.", param=option)
    return given[0] if given else None


def today() -> Moment:
    """Give the present date and time."""
    return now()


def content_for(given: str | Path = ".") -> Content:
    """Find the data files for a case or folder: its workspace's own first."""
    workspace = _workspace(given)
    return Content(workspace, cache=_cache(workspace))


def _workspace(given: str | Path) -> Path | None:
    named = os.environ.get("SGDOCS_WORKSPACE")
    if named:
        if not (Path(named) / WORKSPACE_MARK).is_file():
            raise UsageRefused(
                "SGDOCS_WORKSPACE names a folder that is no workspace.",
                where=named,
                remedy="Correct it, or make one there: sgdocs init.",
            )
        return Path(named)
    path = Path(given)
    try:
        start = path if path.is_dir() else path.parent
    except (OSError, ValueError):  # a name no file can have
        start = Path()
    return find_workspace(start) or find_workspace(Path.cwd())


def _cache(workspace: Path | None) -> Path | None:
    """Say where to keep what was worked out: the workspace's own folder, or the one named."""
    named = os.environ.get("SGDOCS_CACHE", "")
    if named:
        return None if named == "off" else Path(named)
    return workspace / ".sgdocs" / "cache" if workspace else None
