"""Blank forms of every procedure, as they are handed out."""

from datetime import date
from functools import cache

from sgdocs.content import Content
from sgdocs.documents import Document
from sgdocs.forms import Field, fields_of
from sgdocs.pipeline.blankforms import Blank, blank_form

__all__ = ["DAY", "FORMS", "blank", "fields"]

DAY = date(2026, 3, 10)
FORMS = {
    "SCSI-1": "nel",
    "SCSI-5": "nel",
    "LLR-1": "nel",
    "TEES-FORM": "tees",
    "TEES-INFO-REQUEST": "tees",
    "DAR-SIF": "darlington",
    "DAR-APP4": "darlington",
    "DAR-APP6": "darlington",
    "DAR-IMR": "darlington",
    "BCP-APPB": "bcp",
    "NY-FORM2": "north-yorkshire",
}
"""Each form that somebody outside fills in, and a procedure that uses it."""


@cache
def blank(form: str) -> Document:
    """Make a form for no case."""
    return blank_form(Content(), Blank(FORMS[form], form, DAY))


def fields(form: str) -> tuple[Field, ...]:
    """Give its fields."""
    paper = blank(form).paper
    assert paper is not None
    return fields_of(paper.blocks)
