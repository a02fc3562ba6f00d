"""Word and Markdown templates checked against JSON Schemas, before anybody uses them."""

from sgdocs.checking.checker import check_paper, check_template, library, pages_of
from sgdocs.checking.coverage import unprinted
from sgdocs.checking.drift import broken, outdated, vanished
from sgdocs.checking.findings import Finding, in_order
from sgdocs.checking.language.world import World, jinja_world, own_world, paper_world, read_world
from sgdocs.checking.oracle.wholes import whole_schema
from sgdocs.checking.papers import PaperTypes, Use, uses_of
from sgdocs.checking.rules import RULES
from sgdocs.checking.standalone import Wish, check_drift, check_files

__all__ = [
    "RULES",
    "Finding",
    "PaperTypes",
    "Use",
    "Wish",
    "World",
    "broken",
    "check_drift",
    "check_files",
    "check_paper",
    "check_template",
    "in_order",
    "jinja_world",
    "library",
    "outdated",
    "own_world",
    "pages_of",
    "paper_world",
    "read_world",
    "unprinted",
    "uses_of",
    "vanished",
    "whole_schema",
]
