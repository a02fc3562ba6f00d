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

if TYPE_CHECKING:
    from sgdocs.reading.editing import insert_entry, remove_value, set_value
    from sgdocs.reading.writing import dump, dump_json

__all__ = [
    "Document",
    "Kind",
    "Place",
    "Problem",
    "ReadingRefused",
    "dump",
    "dump_json",
    "insert_entry",
    "parse",
    "read_file",
    "read_words",
    "remove_value",
    "require_mapping",
    "set_value",
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
