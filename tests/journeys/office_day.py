"""An office's work on three cases, run as a program of its own; the clock stands still for it."""

import io
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from sgdocs.cli import clock
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.publications import load_checklist

__all__ = ["CASES"]

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = ("nel-open", "nel", "nel-learning-request")
STOPPED = parse_moment("2026-11-29T23:30")
OPEN, PUBLISHED = ("--as-of", "2026-11-16"), ("--as-of", "2026-07-14")


@dataclass(frozen=True)
class Office:
    """A workspace, and how its cases are named on the command line."""

    folder: Path
    by_path: bool

    def case(self, name: str) -> str:
        """Name a case, as in the workspace or by its whole path."""
        return str(self.folder / "cases" / name / "case.yaml") if self.by_path else name

    def out(self, name: str) -> str:
        """Name a folder or file to write to."""
        return str(self.folder / "build" / name)


def run(*arguments: str, ends: int = 0) -> str:
    """Run one command in this program, and give what it said."""
    from sgdocs.cli.main import main  # noqa: PLC0415 - the clock is stopped before it is imported

    said = io.StringIO()
    code: object = 0
    with redirect_stdout(said):
        try:
            main(list(arguments))
        except SystemExit as ended:
            code = ended.code
    assert code == ends, (arguments, code)
    return said.getvalue()


def opened(folder: Path, *, backwards: bool) -> None:
    """Make the workspace and lay the cases in it, in this order or the other, with other times."""
    run("init", str(folder), "--procedure", "nel")
    for name in reversed(CASES) if backwards else CASES:
        shutil.copytree(EXAMPLES / name, folder / "cases" / name)
    if backwards:
        for path in folder.rglob("*"):
            os.utime(path, (900_000_000, 900_000_000))


def short_day(office: Office) -> None:
    """Make letters to three partners, bound, with their mail, and an empty form with fields."""
    asked = ("--again", "--only", "SCSI-4", "-o", office.out("pack"))
    run("build", office.case("nel-open"), *OPEN, *asked)
    run("build", "--blank", "SCSI-1", "--procedure", "nel", *OPEN, "-o", office.out("blank"))


def whole_day(office: Office) -> None:
    """Make everything due, the schedule in each form, all packs anew, a certificate, a release."""
    run("build", office.case("nel-open"), *OPEN, "--again")
    for form in ("table", "json", "csv", "xlsx", "ics", "svg", "pdf"):
        asked = ("--format", form, "-o", office.out(f"schedule.{form}"))
        run("schedule", office.case("nel-open"), *OPEN, *asked)
    run("regenerate", *(office.case(name) for name in CASES), "--as-of", "2026-01-13")
    run("certificate", office.case("nel"), *PUBLISHED)
    released(office.case("nel"))


def released(case: str) -> None:
    """Answer every question, look at every picture, sign, and release."""
    held = json.loads(run("release", case, *PUBLISHED, "--json", ends=4))
    looked = [part for one in held["pictures"] for part in ("--picture", one["sha256"])]
    run("release", case, *PUBLISHED, *answers(), *looked, "--by", "A Reader")
    run("release", case, *PUBLISHED, "--sign", "--by", "P Ashgrove", "--role", "Director")
    run("release", case, *PUBLISHED)


def answers() -> Iterator[str]:
    """Give the options that answer every question of the checklist."""
    for name in load_checklist(Content()).names:
        yield from ("--answer", name)


def main(folder: Path, day: str, *wishes: str) -> None:
    """Work one day in a new workspace."""
    clock.now = lambda: STOPPED
    opened(folder, backwards="backwards" in wishes)
    if "outside" in wishes:
        os.environ["SGDOCS_WORKSPACE"] = str(folder)
    else:
        os.chdir(folder)
    office = Office(folder, by_path="outside" in wishes)
    {"short": short_day, "whole": whole_day}[day](office)
    if "twice" in wishes:
        shutil.rmtree(folder / "build")
        for ledger in folder.glob("cases/*/ledger.jsonl"):
            ledger.unlink()
        shutil.rmtree(folder / "cases" / "nel" / "anonymise", ignore_errors=True)
        {"short": short_day, "whole": whole_day}[day](office)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
