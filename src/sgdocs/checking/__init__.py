"""Word and Markdown templates checked against JSON Schemas, before anybody uses them."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.checking.checker import check_paper, check_template, library, pages_of
    from sgdocs.checking.coverage import unprinted
    from sgdocs.checking.drift import broken, outdated, vanished
    from sgdocs.checking.findings import Finding, in_order
    from sgdocs.checking.language.world import (
        World,
        jinja_world,
        own_world,
        paper_world,
        read_world,
    )
    from sgdocs.checking.oracle.wholes import whole_schema
    from sgdocs.checking.papers.shapes import PaperTypes
    from sgdocs.checking.papers.uses import Use, uses_of
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

# Anybody’s templates need nothing of our own papers, and few ask for more than the check itself.
__getattr__ = lazily(
    __name__,
    {
        "RULES": "rules",
        "PaperTypes": "papers.shapes",
        "Use": "papers.uses",
        "uses_of": "papers.uses",
        "whole_schema": "oracle.wholes",
        "unprinted": "coverage",
        **dict.fromkeys(("Finding", "in_order"), "findings"),
        **dict.fromkeys(("Wish", "check_drift", "check_files"), "standalone"),
        **dict.fromkeys(("broken", "outdated", "vanished"), "drift"),
        **dict.fromkeys(("check_paper", "check_template", "library", "pages_of"), "checker"),
        **dict.fromkeys(
            ("World", "jinja_world", "own_world", "paper_world", "read_world"), "language.world"
        ),
    },
)
