"""What papers may print: the case, what follows from it, and nothing a reader may not see."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily
from sgdocs.paperfacts.vocabulary import vocabulary

if TYPE_CHECKING:
    from sgdocs.paperfacts.answers import answer_states
    from sgdocs.paperfacts.casewide import CaseWide
    from sgdocs.paperfacts.certifying import OUTCOMES, certified, duties, outcome_of
    from sgdocs.paperfacts.gathering import Occasion, blank, blank_fields, fields, figures, gather

__all__ = [
    "OUTCOMES",
    "CaseWide",
    "Occasion",
    "answer_states",
    "blank",
    "blank_fields",
    "certified",
    "duties",
    "fields",
    "figures",
    "gather",
    "outcome_of",
    "vocabulary",
]

__getattr__ = lazily(
    __name__,
    {
        "CaseWide": "casewide",
        "OUTCOMES": "certifying",
        "Occasion": "gathering",
        "answer_states": "answers",
        "blank": "gathering",
        "blank_fields": "gathering",
        "certified": "certifying",
        "duties": "certifying",
        "fields": "gathering",
        "figures": "gathering",
        "gather": "gathering",
        "outcome_of": "certifying",
    },
)
