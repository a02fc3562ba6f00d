"""What papers may print: the case, what follows from it, and nothing a reader may not see."""

from sgdocs.paperfacts.answers import answer_states
from sgdocs.paperfacts.certifying import OUTCOMES, certified, duties, outcome_of
from sgdocs.paperfacts.gathering import Occasion, blank, blank_fields, fields, figures, gather
from sgdocs.paperfacts.vocabulary import vocabulary

__all__ = [
    "OUTCOMES",
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
