"""How long it takes to check all that ships, against rendering 25 cases of each with docxtpl."""

import io
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import ChainableUndefined, Environment, TemplateError

from sgdocs.content import Content
from sgdocs.expressions import FILTERS
from sgdocs.pipeline.proving import prove

_CASES = 25
_SAMPLE = 10
"""So many templates are rendered; the rest are reckoned to take as long."""


def run() -> dict[str, float]:
    """Check everything once, and time what rendering would take at the least."""
    content = Content()
    checked, proof = _timed(lambda: prove(content))
    names = [n for n in content.names("templates", ".docx") if not n.startswith("letterhead/")]
    paths = [content.path("templates", name) for name in names]
    times = list(islice(_rendering(paths), _SAMPLE))
    whole = sum(times) / len(times) * len(paths) * _CASES
    return {
        f"{len(proof.files)} files checked, s (at most 2)": checked,
        f"docxtpl takes times as long for {_CASES} cases (at least 40)": whole / checked,
    }


def _rendering(paths: Iterable[Path]) -> Iterator[float]:
    """Time each template that plain docxtpl can render; it stumbles over braces within tags."""
    for path in paths:
        with suppress(TemplateError, TypeError):
            yield _timed(partial(_rendered, path))[0]


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    made = work()
    return time.perf_counter() - start, made


def _rendered(path: Path) -> bytes:
    """Render with nothing in it, which is the least a case can take."""
    environment = Environment(undefined=ChainableUndefined, autoescape=True)
    environment.filters.update(dict.fromkeys(FILTERS, lambda value, *_: value))
    template = DocxTemplate(path)
    template.render({}, jinja_env=environment)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name}: {value:.3g}")
