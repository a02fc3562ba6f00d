"""Word and Markdown templates checked against JSON Schemas, before anybody uses them."""

from sgdocs.checking.checker import check_template, library, pages_of
from sgdocs.checking.findings import Finding
from sgdocs.checking.language.world import World, jinja_world, own_world, read_world
from sgdocs.checking.rules import RULES
from sgdocs.checking.standalone import Wish, check_drift, check_files, check_papers

__all__ = [
    "RULES",
    "Finding",
    "Wish",
    "World",
    "check_drift",
    "check_files",
    "check_papers",
    "check_template",
    "jinja_world",
    "library",
    "own_world",
    "pages_of",
    "read_world",
]
