"""The case file: read, checked, begun, upgraded."""

from typing import TYPE_CHECKING

from sgdocs.casefile.checking import CaseRefused, Checked, check_rules, check_shape
from sgdocs.casefile.model import Case
from sgdocs.casefile.rules import Context
from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.casefile.beginning import Beginning, skeleton
    from sgdocs.casefile.upgrading import upgrade

__all__ = [
    "Beginning",
    "Case",
    "CaseRefused",
    "Checked",
    "Context",
    "check_rules",
    "check_shape",
    "skeleton",
    "upgrade",
]

__getattr__ = lazily(
    __name__, {"Beginning": "beginning", "skeleton": "beginning", "upgrade": "upgrading"}
)
