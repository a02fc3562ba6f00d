"""Short ways for these tests to ask what an example case calls for on a day."""

import re
from collections.abc import Callable
from pathlib import Path

from sgdocs.artefacts import Asked, Wanted, select
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.pipeline.scheduling import schedule
from sgdocs.reading import parse
from sgdocs.standing import Scheduled

__all__ = ["EXAMPLES", "TODAY", "called_for", "made", "nothing_sent", "standing", "why_not"]

EXAMPLES = Path(__file__).parents[2] / "examples"
Edit = Callable[[str], str]
TODAY = Asked()
_WHEN_WRITTEN = parse_moment("2026-11-21")


def standing(example: str, day: str, edit: Edit = str, content: Content | None = None) -> Scheduled:
    """Date an example as on a day, its text changed first."""
    text = edit((EXAMPLES / example / "case.yaml").read_text(encoding="utf-8"))
    document = parse(text, name="case.yaml", kind="yaml")
    return schedule(document, content or Content(), parse_moment(day), _WHEN_WRITTEN)


def called_for(found: Scheduled, asked: Asked = TODAY) -> tuple[Wanted, ...]:
    """Give what is made, leaving out the papers of every pack."""
    return tuple(w for w in select(found, asked) if not w.reason and w.row is not None)


def made(example: str, day: str, edit: Edit = str) -> dict[str, set[str]]:
    """Give the papers of a day, with who gets each."""
    papers: dict[str, set[str]] = {}
    for one in called_for(standing(example, day, edit)):
        papers.setdefault(one.artefact.id, set()).update(to.key for to in one.to)
    return papers


def why_not(found: Scheduled, artefact: str, asked: Asked = TODAY) -> set[str]:
    """Give the reasons for which a paper is not made."""
    return {w.reason for w in select(found, asked) if w.artefact.id == artefact and w.reason}


def nothing_sent(text: str) -> str:
    """Leave out of a case what it says was sent."""
    return re.sub(r"^dispatches:\n(?:[ #].*\n|\n)+", "", text, flags=re.MULTILINE)
