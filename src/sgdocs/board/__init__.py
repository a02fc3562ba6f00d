"""The board: where every case stands on a day, from an index that can always be rebuilt."""

from sgdocs.board.entries import Answers, Colour, Entry, Summary, entry_on, mark_of, summarise
from sgdocs.board.index import Index, Stamp

__all__ = [
    "Answers",
    "Colour",
    "Entry",
    "Index",
    "Stamp",
    "Summary",
    "entry_on",
    "mark_of",
    "summarise",
]
