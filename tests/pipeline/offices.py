"""A workspace with several small cases, for these tests to change and look at."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cli.asking import CASE
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.engines import named
from sgdocs.packs import Contents
from sgdocs.pipeline.planning import Planned, plan_case, trying
from sgdocs.pipeline.regenerating import CaseJob, Outcome, Terms, regenerate
from sgdocs.pipeline.workspaces import init_workspace
from sgdocs.plans import CasePlan

__all__ = ["DAY", "NOTHING_SENT", "SHIPPED", "Workspace", "workspace"]

SHIPPED = Path(__file__).parents[2]
DAY = "2026-11-10"
NOTHING_SENT = CASE[: CASE.index("\ndispatches")] + "\n"


@dataclass(frozen=True)
class Workspace:
    """An office on disk."""

    folder: Path

    @property
    def content(self) -> Content:
        return Content(self.folder)

    def case(self, reference: str, text: str = NOTHING_SENT) -> Path:
        """Put a case in, or another text in the place of one."""
        path = self.folder / "cases" / reference / "case.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("SCI-2026-014", reference), encoding="utf-8")
        return path

    @property
    def cases(self) -> tuple[Path, ...]:
        return tuple(sorted(self.folder.glob("cases/*/case.yaml")))

    def own(self, kind: str, name: str, change: Iterable[tuple[str, str]]) -> Path:
        """Give the office its own file, as the one that ships with some words changed."""
        text = (SHIPPED / kind / name).read_text(encoding="utf-8")
        for before, after in change:
            assert re.search(before, text, re.MULTILINE), f"{name} has no {before}"
            text = re.sub(before, after, text, count=1, flags=re.MULTILINE)
        path = self.folder / kind / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def regenerate(
        self,
        day: str = DAY,
        engine: str = "in-process",
        contents: Contents | None = "word",
        paths: Iterable[Path] = (),
    ) -> dict[str, Outcome]:
        """Bring every case up to date, or some; give what became of each by its reference."""
        terms = self.terms(day, contents)
        jobs = [CaseJob(str(path), terms) for path in paths or self.cases]
        done = regenerate(jobs, named(engine), lambda _: None)
        return {Path(one.path).parent.name: one for one in done}

    def terms(self, day: str, contents: Contents | None) -> Terms:
        """Give what holds for a run on a day."""
        now = parse_moment(f"{day}T12:00")
        return Terms(str(self.folder), "", date.fromisoformat(day), now, contents)

    def plan(self, day: str = DAY, *, draft: Path | None = None, words: bool = False) -> CasePlan:
        """Plan the one case there is."""
        now = parse_moment(f"{day}T12:00")
        planned = Planned(self.content, now, now, words=words)
        (path,) = self.cases
        return plan_case(path, trying(planned, draft) if draft else planned)

    def packs(self) -> dict[str, bytes]:
        """Give every file of every pack."""
        build = self.folder / "build"
        return {
            path.relative_to(build).as_posix(): path.read_bytes()
            for path in sorted(build.rglob("*"))
            if path.is_file()
        }

    def state(self) -> Mapping[str, tuple[int, int]]:
        """Tell every file in the workspace from a later version of it."""
        found = {}
        for here, _, names in os.walk(self.folder):
            for name in names:
                status = (Path(here) / name).stat()
                found[str(Path(here) / name)] = (status.st_mtime_ns, status.st_ino)
        return found


def workspace(folder: Path, *references: str) -> Workspace:
    """Make a workspace of North East Lincolnshire with cases in which nothing was sent."""
    init_workspace(folder, "nel", Content())
    made = Workspace(folder)
    for reference in references:
        made.case(reference)
    return made
