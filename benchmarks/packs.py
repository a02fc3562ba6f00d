"""How long a whole pack takes, against docxtpl and one LibreOffice batch (at least 8 times)."""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from docxtpl import DocxTemplate

from sgdocs.artefacts import Asked
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.pipeline.building import build
from sgdocs.pipeline.how import How
from sgdocs.pipeline.scheduling import schedule
from sgdocs.pipeline.wanting import wanted_papers
from sgdocs.reading import parse

_EXAMPLE = "nel-open/case.yaml"
_DAY, _WRITTEN = parse_moment("2026-11-16"), parse_moment("2026-11-20")
_SENT = re.compile(r"^dispatches:\n(?:[ #].*\n|\n)+", re.MULTILINE)


def run() -> dict[str, float]:
    """Make the papers of the second working day, as if nothing had gone out: warm, cold, peer."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        _pack(here / "first")
        start = time.perf_counter()
        papers, words = _pack(here / "warm")
        warm = time.perf_counter() - start
        figures = {
            "papers, each as Word and PDF": float(papers),
            "the whole pack, warm, s": warm,
            "the whole pack as a command of its own, s": _cold(here),
        }
        if shutil.which("soffice"):
            peer = _peer(words, here / "peer")
            figures["docxtpl and one LibreOffice batch for the same papers, s"] = peer
            figures["they take, times ours"] = peer / warm
        return figures


def _case() -> str:
    path = Content().path("examples", _EXAMPLE)
    return _SENT.sub("", path.read_text(encoding="utf-8"))


def _pack(out: Path) -> tuple[int, list[Path]]:
    document = parse(_case(), name="case.yaml", kind="yaml")
    found = schedule(document, Content(), _DAY, _WRITTEN)
    built = build(found, wanted_papers(found, Asked()), How(), out)
    return len(built.papers), sorted(out.rglob("*.docx"))


def _cold(here: Path) -> float:
    """Run the command as a person does, in a workspace, with nothing remembered."""
    command = [sys.executable, "-c", "from sgdocs.cli.main import main; main()"]
    subprocess.run([*command, "init", "office", "--procedure", "nel"], cwd=here, check=True)
    case = here / "office" / "cases" / "one" / "case.yaml"
    case.parent.mkdir(parents=True)
    case.write_text(_case(), encoding="utf-8")
    start = time.perf_counter()
    made = subprocess.run(
        [*command, "build", case, "--as-of", _DAY.day.isoformat(), "-o", here / "cold"],
        cwd=here / "office",
        capture_output=True,
        check=False,
    )
    assert b"mail drafts" in made.stdout, made.stderr
    return time.perf_counter() - start


def _peer(words: list[Path], out: Path) -> float:
    """Fill and save each file with docxtpl, then have LibreOffice make all the PDFs in one run."""
    out.mkdir()
    start = time.perf_counter()
    for number, path in enumerate(words):
        template = DocxTemplate(path)
        template.render({}, autoescape=True)
        template.save(out / f"{number}.docx")
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, *sorted(out.glob("*.docx"))], cwd=out, check=True, capture_output=True
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name}: {value:.2f}")
