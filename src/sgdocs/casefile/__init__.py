"""The case file: read, checked, begun, upgraded."""

from sgdocs.casefile.checking import CaseRefused, Checked, check_rules, check_shape
from sgdocs.casefile.model import Case
from sgdocs.casefile.skeleton import Beginning, skeleton
from sgdocs.casefile.upgrading import upgrade

__all__ = [
    "Beginning",
    "Case",
    "CaseRefused",
    "Checked",
    "check_rules",
    "check_shape",
    "skeleton",
    "upgrade",
]
