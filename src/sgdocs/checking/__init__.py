"""Word and Markdown templates checked against JSON Schemas, before anybody uses them."""

from sgdocs.checking.checker import check_template, library, pages_of
from sgdocs.checking.findings import Finding
from sgdocs.checking.language.world import World, jinja_world, own_world, read_world
from sgdocs.checking.rules import RULES
from sgdocs.checking.standalone import check_files

__all__ = [
    "RULES",
    "Finding",
    "World",
    "check_files",
    "check_template",
    "jinja_world",
    "library",
    "own_world",
    "pages_of",
    "read_world",
]
