"""YAML and JSON files read into plain data with places, changed in place, and written."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily
from sgdocs.reading.document import (
    Document,
    Kind,
    parse,
    read_file,
    read_words,
    require_mapping,
)
from sgdocs.reading.places import Place
from sgdocs.reading.problems import Problem, ReadingRefused
from sgdocs.reading.unseen import UNFIT, unseen
from sgdocs.reading.walking import Steps, unseen_in, walk

if TYPE_CHECKING:
    from sgdocs.reading.editing import insert_entry, remove_value, set_value
    from sgdocs.reading.writing import dump, dump_json

__all__ = [
    "UNFIT",
    "Document",
    "Kind",
    "Place",
    "Problem",
    "ReadingRefused",
    "Steps",
    "dump",
    "dump_json",
    "insert_entry",
    "parse",
    "read_file",
    "read_words",
    "remove_value",
    "require_mapping",
    "set_value",
    "unseen",
    "unseen_in",
    "walk",
]

__getattr__ = lazily(
    __name__,
    {
        "insert_entry": "editing",
        "remove_value": "editing",
        "set_value": "editing",
        "dump": "writing",
        "dump_json": "writing",
    },
)
