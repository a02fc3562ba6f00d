"""Pages to fill in, made of the schema: which questions, what was typed, what it means."""

from sgdocs.web.forms.asking import page_for, said
from sgdocs.web.forms.posting import Answered, Boxes, answered, moment_in
from sgdocs.web.forms.questions import Choice, Group, Many, Page, Question, Steps
from sgdocs.web.forms.showing import shown
from sgdocs.web.forms.summaries import Summed, summaries
from sgdocs.web.forms.topics import Topic, topics

__all__ = [
    "Answered",
    "Boxes",
    "Choice",
    "Group",
    "Many",
    "Page",
    "Question",
    "Steps",
    "Summed",
    "Topic",
    "answered",
    "moment_in",
    "page_for",
    "said",
    "shown",
    "summaries",
    "topics",
]
