"""How long it takes to check all that ships, against rendering 25 cases of each with docxtpl."""

import io
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import ChainableUndefined, Environment, TemplateError

from sgdocs.checking import PaperTypes, whole_schema
from sgdocs.checking.oracle import cases_of
from sgdocs.content import Content
from sgdocs.expressions import FILTERS
from sgdocs.pipeline.paperfiles import PaperFiles
from sgdocs.pipeline.proving import load_books

_CASES = 25
_SAMPLE = 9
"""So many templates are rendered, each with three cases; the rest are reckoned to take as long."""
_ROUNDS = 3

Work = Callable[[], object]


def run() -> dict[str, float]:
    """Check everything as a command of its own, by turns with rendering some templates."""
    content = Content()
    papers = PaperFiles(content, load_books(content)[0])
    templates = [file for file in papers.all if file.kind == "templates"]
    rendering = list(_rendering(content, papers, templates))
    checks, ratios = [], []
    for _ in range(_ROUNDS):
        check = _timed(_check)
        each = sum(_timed(work) for work in rendering) / len(rendering)
        checks.append(check)
        ratios.append(each * len(templates) * _CASES / check)
    return {
        f"{len(papers.all)} letters and templates and all beside, s (at most 2)": median(checks),
        f"docxtpl takes times as long for {_CASES} cases (at least 40)": median(ratios),
    }


def _timed(work: Work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _check() -> None:
    """Check as somebody does who has just sat down: nothing is loaded, nothing remembered."""
    environment = {**os.environ, "SGDOCS_CACHE": "off"}
    command = [str(Path(sys.executable).with_name("sgdocs")), "check"]
    subprocess.run(command, check=True, capture_output=True, env=environment)


def _rendering(content: Content, papers: PaperFiles, templates: Sequence[Any]) -> Iterator[Work]:
    """Give the rendering of cases with each template that plain docxtpl can render.

    It stumbles over braces within tags.
    """
    types = PaperTypes(content)
    taken = 0
    for file in templates[:: max(1, len(templates) // (2 * _SAMPLE))]:
        use = papers.use(file)
        if use is None or taken == _SAMPLE:
            continue
        data = types.schema(use, letter=False, agency=use.for_agencies)
        cases = list(cases_of(whole_schema(types.place(data), types.schemas), 5))[2:]
        works = [_render(content.path("templates", file.name), case) for case in cases]
        try:
            works[0]()
        except (TemplateError, TypeError, ValueError):
            continue
        taken += 1
        yield from works


def _render(path: Path, case: Any) -> Work:
    def work() -> None:
        environment = Environment(undefined=ChainableUndefined, autoescape=True)
        environment.filters.update(dict.fromkeys(FILTERS, lambda value, *_: value))
        environment.tests.update({"empty": lambda value: not value})
        template = DocxTemplate(path)
        template.render(case, jinja_env=environment)
        template.save(io.BytesIO())

    return work


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name}: {value:.3g}")
