"""Many cases of two small Word papers each: full, unchanged, one letter changed, every engine."""

import json
import multiprocessing
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

import docx
from docxtpl import DocxTemplate

from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.engines import named
from sgdocs.packs import Contents
from sgdocs.pipeline.regenerating import CaseJob, Outcome, Terms, regenerate

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
_WORDS = "The records were searched for everybody named in the request, and what was found is here. "


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

    def forget(self) -> None:
        """Take away what was made."""
        shutil.rmtree(self.folder / "build", ignore_errors=True)
        for ledger in self.folder.glob("cases/*/ledger*"):
            ledger.unlink()

    def run(
        self, engine: str = "in-process", contents: Contents = "word"
    ) -> tuple[float, tuple[Outcome, ...]]:
        """Bring all cases up to date; give how long it took and what came of it."""
        cache = str(self.folder / ".sgdocs" / "cache")
        terms = Terms(str(self.folder), cache, _NOW.day, _NOW, contents)
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
