"""Many cases of two small Word papers each: full, unchanged, one letter changed, every engine.

Each measurement has a workspace of its own, and none is taken away before the end: where thousands
of files have just been removed, ext4 takes up to twenty times as long to make a new one.
"""

import argparse
import json
import math
import multiprocessing
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import docx
from docxtpl import DocxTemplate

from sgdocs.artefacts import Asked
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.engines import named
from sgdocs.packs import Contents
from sgdocs.pipeline.building import make
from sgdocs.pipeline.how import How
from sgdocs.pipeline.regenerating import CaseJob, Outcome, Terms, regenerate
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.pipeline.wanting import wanted_papers
from sgdocs.storage.filesystems import sync_filesystem

_MANY = 1000
_WITH_PDFS = 100
_NOW = parse_moment("2026-11-10T12:00")
_PROCEDURE = """\
format: 1
id: small
name: Anytown
title: Two small papers
version: first edition
in_force_from: 2024-01-01
includes: []
documents: {guide: {title: Guide, sections: [One]}}
roles:
  unit: {title: Unit}
  panel: {title: Panel}
  safeguarding_partners: {title: Safeguarding partners}
events:
  received: {title: it was received, receipt: true}
steps:
  - id: letter
    title: Write to the panel
    responsible: unit
    action: send
    timing: {anchor: received, offset: 1, unit: working_days, limit: within}
    artefacts: [SMALL-LETTER]
    recipients: [panel]
    source: {document: guide, section: One}
  - id: record
    title: Send the record
    responsible: unit
    action: send
    timing: {anchor: received, offset: 1, unit: working_days, limit: within}
    artefacts: [SMALL-RECORD]
    recipients: [panel]
    source: {document: guide, section: One}
"""
_ARTEFACTS = """\
format: 1
artefacts:
  - {id: SMALL-LETTER, title: A small letter, kind: record, made_by: unit}
  - {id: SMALL-RECORD, title: A small record, kind: record, made_by: unit}
"""
_OFFICE = """\
format: 1
procedure: small
name: Anytown Safeguarding Children Partnership
area: Anytown
office:
  name: Business Unit
  address: ["Example House", "1 Sample Street", "Anytown", "ZZ1 1AA"]
  email: unit@example.org
  phone: "01632 960100"
  hours: Monday to Friday
settings:
  cut_off: null
  receipt_after_cut_off: same_day
  receipt_on_non_working_day: counts_from_next_working_day
  closures: []
  marking: OFFICIAL-SENSITIVE
  child_style: initials
routing:
  authorities: [{name: Anytown, notifier: panel, partnership: Anytown}]
  cross_border: The area of the incident leads.
contacts:
  - id: panel
    role: panel
    name: Philippa Ashgrove
    job_title: Secretary
    organisation: Example & Partners
    email: panel@example.org
    phone: "01632 960101"
    valid_from: 2018-06-29
"""
_CASE = """\
schema_version: "1.0"
case:
  reference: {reference}
  procedure: small
referral: {{pathway: serious_incident}}
children:
  - id: child-1
    name: {{full: Ottilie Penhaligon}}
    harm: seriously_harmed
events:
  - event: received
    actual: 2026-11-09T09:30
"""
_WORDS = (
    "The records were searched for everybody named in the request, and what was found is here. "
)


class Bench:
    """A workspace of so many cases."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        for name in ("procedures", "templates", "cases"):
            (folder / name).mkdir(parents=True)
        (folder / "partnership.yaml").write_text(_OFFICE)
        (folder / "procedures" / "small.yaml").write_text(_PROCEDURE)
        (folder / "procedures" / "artefacts.yaml").write_text(_ARTEFACTS)
        for name in ("letter", "record"):
            _template(folder / "templates" / f"small-{name}.docx", name)
        self.paths = [self._case(number) for number in range(count)]

    def _case(self, number: int) -> Path:
        reference = f"ANY-2026-{number:06}"
        path = self.folder / "cases" / reference / "case.yaml"
        path.parent.mkdir()
        path.write_text(_CASE.format(reference=reference))
        return path

    def change_a_letter(self) -> None:
        """Change the words of one of the two papers."""
        _template(self.folder / "templates" / "small-letter.docx", "changed letter")

    @property
    def terms(self) -> Terms:
        """Give what holds for all its cases."""
        cache = str(self.folder / ".sgdocs" / "cache")
        return Terms(str(self.folder), cache, _NOW.day, _NOW)

    def run(
        self, engine: str = "in-process", contents: Contents = "word"
    ) -> tuple[float, tuple[Outcome, ...]]:
        """Bring all cases up to date; give how long it took and what came of it."""
        terms = replace(self.terms, contents=contents)
        jobs = [CaseJob(str(path), terms) for path in self.paths]
        begun = time.perf_counter()
        done = regenerate(jobs, named(engine), lambda _: None)
        took = time.perf_counter() - begun
        assert not [one for one in done if one.fault or one.lacking], done[:2]
        return took, done


def _template(path: Path, name: str) -> None:
    document = docx.Document()
    document.add_heading(f"A small {name}", 1)
    document.add_paragraph("Reference {{ reference }}, from {{ office.name }}")
    document.add_paragraph("{{ recipient.name }}, {{ recipient.organisation }}")
    for _ in range(3):
        document.add_paragraph(f"Dear {{{{ recipient.name }}}}, {_WORDS}{{{{ paper.title }}}}.")
    document.add_paragraph("{%p for line in office.address %}")
    document.add_paragraph("{{ line }}", style="List Bullet")
    document.add_paragraph("{%p endfor %}")
    properties = document.core_properties
    properties.title, properties.subject = f"A small {name}", "record"
    properties.comments = "Guide | One"
    document.save(str(path))


def run() -> dict[str, float]:
    """Measure some hundred cases; `python -m benchmarks.batches --long` measures thousands."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        Bench(here / "warm", 20).run()  # what is loaded once is loaded
        figures = _changes(Bench(here / "changes", 400))
        figures |= _one_letter_with_pdfs(Bench(here / "changes-with-pdfs", _WITH_PDFS))
        figures |= _against_docxtpl(here)
        figures |= _with_pdfs(here)
        return figures


def _changes(bench: Bench) -> dict[str, float]:
    """Run in full, with nothing changed, and with one letter changed."""
    count = len(bench.paths)
    full, _ = bench.run()
    nothing = statistics.median(bench.run()[0] for _ in range(3))
    bench.change_a_letter()
    letter, done = bench.run()
    assert sum(one.made for one in done) == count
    assert sum(one.kept for one in done) == count
    return {
        f"{count} cases of two papers, packs and ledgers on the disk, ms a case": full
        / count
        * 1e3,
        "nothing changed, part of a full build (at most 0.02)": nothing / full,
        "one of the two papers changed: papers made anew, of all (exactly 0.5)": 0.5,
        "the same, part of a full build's time": letter / full,
    }


def _one_letter_with_pdfs(bench: Bench) -> dict[str, float]:
    """Run in full and with one letter changed, where each paper is a PDF too."""
    full, _ = bench.run(contents="papers")
    bench.change_a_letter()
    letter, done = bench.run(contents="papers")
    assert sum(one.kept for one in done) == len(bench.paths)
    return {"one of two letters with PDFs changed, part of a full build's time": letter / full}


def _against_docxtpl(here: Path) -> dict[str, float]:
    """Compare a case's cost with a loop of docxtpl, and with bare Python that writes the same."""
    facts = _facts()
    best: dict[str, tuple[float, float]] = {}
    for turn in range(3):
        bench = Bench(here / f"whole{turn}", 200)
        paths, content = bench.paths, bench.terms.content()
        works: dict[str, tuple[int, Callable[[], object]]] = {
            "docxtpl": (20, partial(_docxtpl, bench, here / f"docxtpl{turn}", 20, facts)),
            "whole": (200, bench.run),
            "memory": (len(paths), lambda p=paths, c=content: [_in_memory(one, c) for one in p]),
            "bare": (200, partial(_bare, bench, here / f"bare{turn}")),
        }
        for name, (count, work) in works.items():
            wall, processor = _timed_both(work)
            before = best.get(name, (math.inf, math.inf))
            best[name] = (min(before[0], wall / count), min(before[1], processor / count))
    peer, memory, whole, bare = (best[n] for n in ("docxtpl", "memory", "whole", "bare"))
    return {
        "a docxtpl loop takes, times ours from case to Word files, rules read already": peer[0]
        / memory[0],
        "the same, times ours with case, schedule, pack, ledger and disk (at least 30)": (
            peer[0] / whole[0]
        ),
        "the same in processor time": peer[1] / whole[1],
        "the same, times bare Python that writes the same files, confirmed as often": (
            peer[0] / bare[0]
        ),
        "a case in all, times such bare writing": whole[0] / bare[0],
        "ms of docxtpl, ours in memory, ours in all and bare writing, a case": peer[0] * 1e3,
        " in memory": memory[0] * 1e3,
        " in all": whole[0] * 1e3,
        " bare": bare[0] * 1e3,
    }


def _bare(bench: Bench, out: Path) -> None:
    """Write the files of all packs as they lie there, 64 cases at a time, and nothing else."""
    out.mkdir()
    handle = os.open(out, os.O_RDONLY)
    for start in range(0, len(bench.paths), 64):
        cases = [path.parent.name for path in bench.paths[start : start + 64]]
        for name in cases:
            stage = out / name / "stage"
            for path in _files(bench.folder / "build" / name):
                place = stage / path.relative_to(bench.folder / "build" / name)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(path.read_bytes())
        sync_filesystem(handle)
        for name in cases:
            (out / name / "stage").rename(out / name / "pack")
        sync_filesystem(handle)
        for name in cases:
            ledger = (bench.folder / "cases" / name / "ledger.jsonl").read_bytes()
            (out / name / "ledger").write_bytes(ledger)
        sync_filesystem(handle)
    os.close(handle)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _with_pdfs(here: Path) -> dict[str, float]:
    """Compare with docxtpl and one LibreOffice batch for Word and PDF."""
    if not shutil.which("soffice"):
        return {}
    Bench(here / "pdfs-warm", 5).run(contents="papers")  # what is loaded once is loaded
    some = Bench(here / "pdfs", _WITH_PDFS)
    ours = some.run(contents="papers")[0]
    both = Bench(here / "pdfs-by-two", _WITH_PDFS).run("processes:2", contents="papers")[0]
    facts, out = _facts(), here / "peer"
    begun = time.perf_counter()
    _docxtpl(some, out, _WITH_PDFS, facts)
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", out]
    subprocess.run([*command, *sorted(out.glob("*.docx"))], check=True, capture_output=True)
    peer = time.perf_counter() - begun
    return {
        "docxtpl and one LibreOffice batch take, times ours with PDFs (at least 10)": peer / ours,
        "the same, times ours with two processes": peer / both,
    }


def _facts() -> dict[str, object]:
    return {
        "reference": "ANY-2026-000001",
        "office": {"name": "Business Unit", "address": ["Example House", "1 Sample Street"]},
        "recipient": {"name": "Philippa Ashgrove", "organisation": "Example & Partners"},
        "paper": {"title": "A small letter"},
    }


def _docxtpl(bench: Bench, out: Path, count: int, facts: dict[str, object]) -> None:
    out.mkdir(exist_ok=True)
    for number in range(count):
        for name in ("letter", "record"):
            template = DocxTemplate(bench.folder / "templates" / f"small-{name}.docx")
            template.render(dict(facts), autoescape=True)
            template.save(out / f"{number}-{name}.docx")


def _in_memory(path: Path, content: Content) -> None:
    found = schedule_case(path, content, _NOW, _NOW)
    how = How(contents="word")
    assert len(make(found, wanted_papers(found, Asked()), how).papers) == 2


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _timed_both(work: Callable[[], object]) -> tuple[float, float]:
    """Give how long work takes, and how much of a processor."""
    begun, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begun, time.process_time() - processor


def _spin(_: int) -> int:
    """Work that only the processor does."""
    total = 0
    for number in range(12_000_000):
        total += number & 3
    return total


def long(most: int) -> Iterator[tuple[str, float]]:
    """Measure the slope, the memory, two processes and a Dask cluster; tell each as it is known."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        Bench(here / "warm", 20).run()
        costs = {}
        for count in (c for c in (100, 500, 2000, 10_000) if c <= most):
            bench = Bench(here / str(count), count)
            taken, _ = bench.run()
            costs[count] = taken / count / 2
            yield f"{count} cases, ms a paper", costs[count] * 1e3
            nothing = bench.run()[0] / taken
            yield f"{count} cases, nothing changed, part of a full build (at most 0.02)", nothing
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            yield f"{count} cases, most memory so far, MB", memory
        top = max(costs)
        yield f"a paper at {top}, times one at 100 (0.9 to 1.1)", costs[top] / costs[100]
        yield from _two_processes(here).items()


def _two_processes(here: Path) -> dict[str, float]:
    """Compare two processes with one, with what the processor itself gives, and with Dask."""
    ceilings, gains, pools, clusters = [], [], [], []
    for turn in range(3):
        one = _timed(lambda: [_spin(n) for n in range(4)])
        with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
            list(pool.map(abs, range(2)))
            ceilings.append(one / _timed(lambda pool=pool: list(pool.map(_spin, range(4)))))
        alone, _ = Bench(here / f"one{turn}", _MANY).run()
        two, _ = Bench(here / f"two{turn}", _MANY).run("processes:2")
        gains.append(alone / two)
        pools.append(two)
    if address := _cluster(here):
        # Only now: Dask's threads stay, and where there are threads a pool begins more slowly.
        engine = f"dask://{address[0]}"
        first, _ = Bench(here / "first", 40).run(engine)
        for turn in range(3):
            clusters.append(Bench(here / f"dask{turn}", _MANY).run(engine)[0])
        for process in address[1]:
            process.kill()
    figures = {
        "two processes, times one": statistics.median(gains),
        "two processes of pure work, times one: the ceiling": statistics.median(ceilings),
        "two processes, part of the ceiling (at least 0.9)": statistics.median(
            gain / ceiling for gain, ceiling in zip(gains, ceilings, strict=True)
        ),
    }
    if clusters:
        name = "a Dask cluster on this computer that is at work, more than the pool (at most 0.15)"
        figures[name] = statistics.median(clusters) / statistics.median(pools) - 1
        figures["its first 40 cases, in which its workers load everything, seconds"] = first
    return figures


def _cluster(here: Path) -> tuple[str, list[subprocess.Popen[bytes]]] | None:
    """Begin a scheduler and two workers, where Dask is installed."""
    from sgdocs.engines import dask  # noqa: PLC0415 - not everybody has it

    if not dask.available():
        return None
    file = here / f"scheduler-{time.monotonic_ns()}.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    begin = [sys.executable, "-m", "dask"]
    options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show"]
    processes = [
        subprocess.Popen([*begin, "scheduler", *options, "--scheduler-file", file], **quiet)
    ]
    while not file.exists() or not file.read_text().endswith("}"):
        time.sleep(0.2)
    address = str(json.loads(file.read_text())["address"])
    for number in range(2):
        own = ["--nthreads", "1", "--no-nanny", "--no-dashboard"]
        place = ["--local-directory", str(here / f"worker-{number}")]
        processes.append(subprocess.Popen([*begin, "worker", address, *own, *place], **quiet))
    plain = address.removeprefix("tcp://")
    while dask.workers(plain) < 2:
        time.sleep(0.5)
    return plain, processes


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("--long", type=int, nargs="?", const=2000, help="up to so many cases")
    most = asked.parse_args().long
    for title, figure in long(most) if most else run().items():
        print(f"{title}: {figure:.3g}", flush=True)
