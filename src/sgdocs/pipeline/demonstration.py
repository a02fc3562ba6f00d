"""The main job on an example case, from an empty folder to what the office would print."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sgdocs.artefacts import Asked
from sgdocs.content import Content
from sgdocs.dates import Moment, parse_moment
from sgdocs.errors import SafetyRefused, UsageRefused
from sgdocs.pipeline.building import build
from sgdocs.pipeline.casebooks import casebook
from sgdocs.pipeline.filing import Shelf
from sgdocs.pipeline.how import How
from sgdocs.pipeline.rendering import rendered
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.pipeline.wanting import wanted_papers
from sgdocs.pipeline.workspaces import init_workspace
from sgdocs.reading import read_file
from sgdocs.storage import make_folder, write_file

__all__ = ["Demonstration", "Shown", "demonstrate", "demonstration"]

_FILES = (
    ("schedule.txt", "table", "the schedule as text"),
    ("schedule.pdf", "pdf", "the timetable to print, with its picture"),
    ("timeline.svg", "svg", "the picture alone"),
    ("schedule.xlsx", "xlsx", "the schedule as a workbook"),
    ("schedule.csv", "csv", "the schedule as a list for any program"),
    ("schedule.json", "json", "the schedule for other programs"),
    ("schedule.ics", "ics", "calendar entries to import"),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One file the demonstration wrote, and what it is."""

    path: Path
    says: str


@dataclass(frozen=True, slots=True)
class Demonstration:
    """Which example is shown, as on which day."""

    procedure: str
    example: str
    as_of: Moment
    says: str


def demonstration() -> Demonstration:
    """Give what there is to show."""
    data = read_file(Content().path("examples", "demonstration.yaml")).data
    return Demonstration(
        data["procedure"], data["example"], parse_moment(data["as_of"]), data["says"]
    )


def demonstrate(shown: Demonstration, folder: Path) -> Iterator[Shown]:
    """Make a workspace with an example case and write everything its schedule can be."""
    content = _workspace(shown, folder)
    case = folder / "cases" / shown.example / "case.yaml"
    yield Shown(case, "the example case: everybody in it is invented")
    found = schedule_case(case, content, shown.as_of, shown.as_of)
    out = folder / "build" / found.case.reference
    make_folder(out)
    for name, form, says in _FILES:
        write_file(out / name, rendered(found, form, (100, False, False), None))
        yield Shown(out / name, says)
    book = casebook(case, found.case.reference, content)
    shelf = Shelf(book, shown.as_of) if book else None
    pack = build(found, wanted_papers(found, Asked()), How(), out / "papers-due", shelf)
    if pack.folder:
        yield Shown(pack.folder, f"the papers due: {len(pack.files)} files")


def _workspace(shown: Demonstration, folder: Path) -> Content:
    """Make the workspace, or take the one an earlier demonstration made."""
    mark = folder / ".sgdocs-demo"
    if folder.exists() and any(folder.iterdir()) and not mark.exists():
        raise UsageRefused(
            "this folder has other things in it.", where=str(folder), remedy="Choose another."
        )
    built_in = Content()
    if not mark.exists():
        init_workspace(folder, shown.procedure, built_in)
        write_file(mark, "Made by sgdocs demo; it may be deleted.\n")
    example = built_in.path("examples", f"{shown.example}/case.yaml")
    case = folder / "cases" / shown.example / "case.yaml"
    if case.exists() and case.read_bytes() != example.read_bytes():
        raise SafetyRefused(
            "the example case here has been changed.", where=str(case), remedy="Use another folder."
        )
    make_folder(case.parent)
    write_file(case, example.read_bytes())
    return Content(folder)
