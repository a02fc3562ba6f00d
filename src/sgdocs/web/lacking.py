"""What a paper lacks, in the words of the page where it is filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sgdocs.content import Content
from sgdocs.schema import load_schema
from sgdocs.web.forms import Steps, page_for, said

__all__ = ["Lack", "lack_in"]

_UNFILLED = " is not filled in"
_MISSING = re.compile(r"case((?:\.[a-z_]+|\[[0-9]+\])+) is not filled in")
_STEP = re.compile(r"[a-z_]+|[0-9]+")


@dataclass(frozen=True, slots=True)
class Lack:
    """What is missing, and the page of the case's details that asks for it."""

    words: str
    place: str
    """The page's address, beneath the details; empty where what is missing has none."""


def lack_in(reason: str, content: Content) -> Lack | None:
    """Find which answer a reason says is missing; nothing where it says something else."""
    found = _MISSING.match(reason)
    if not found:
        return Lack(reason, "") if _UNFILLED in reason else None
    steps = tuple(int(s) if s.isdigit() else s for s in _STEP.findall(found[1]))
    schema = load_schema(content, "case")
    length = next(n for n in (2, 1) if n == 1 or any(isinstance(s, int) for s in steps[:n]))
    page = page_for(schema, steps[:length])
    if page is None:
        return Lack(reason, "")
    labels = {q.steps: q.label for q in page.questions}
    words = ": ".join((page.title, *_label(steps[length:], labels)))
    return Lack(words, "/".join(map(str, steps[:length])))


def _label(steps: Steps, labels: Mapping[Steps, str]) -> tuple[str, ...]:
    """Name the question; nothing where the whole page is empty."""
    return (labels.get(steps) or said(str(steps[-1])),) if steps else ()
