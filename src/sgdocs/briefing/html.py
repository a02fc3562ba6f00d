"""The briefing as one web page that needs nothing else: no script, no file beside it."""

import re

from sgdocs.briefing.characters import refuse_unwritable
from sgdocs.briefing.model import Briefing
from sgdocs.briefing.ring import draw_ring
from sgdocs.briefing.wording import Labels, load_labels
from sgdocs.content import Content
from sgdocs.expressions import compile_template

__all__ = ["as_html"]

_TEMPLATE = "briefing.html"
_PICTURE = "[[ picture ]]"
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")


def as_html(briefing: Briefing, content: Content) -> str:
    """Write the briefing as a web page, with the same words in the same order."""
    refuse_unwritable(briefing)
    labels = load_labels(content)
    source = content.path("templates", _TEMPLATE).read_text(encoding="utf-8")
    # Divided before values are put in, so that no value can bring a second place for the picture.
    before, _, after = source.partition(_PICTURE)
    facts = _facts(briefing, labels)
    printed = (
        _EMPTY_LINES.sub("\n", compile_template(part, name=_TEMPLATE, escape="xml").render(facts))
        for part in (before, after)
    )
    return draw_ring(labels.picture).strip().join(printed)


def _facts(briefing: Briefing, labels: Labels) -> dict[str, object]:
    """Give what the page may print."""
    return {
        "title": briefing.title,
        "status": labels.status(briefing),
        "marking": labels.marking(briefing),
        "office": briefing.issue.office,
        "labels": {"questions": labels.questions, "links": labels.links},
        "segments": [
            {"heading": s.heading, "paragraphs": list(s.paragraphs)} for s in briefing.segments
        ],
        "questions": list(briefing.questions),
        "links": [
            {"words": words, "address": words if words.startswith("https://") else ""}
            for words in briefing.links
        ],
    }
