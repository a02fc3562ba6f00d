"""Forms to be filled in by somebody else: their fields, who they are, and how they are made so."""

from sgdocs.forms.fields import Field, fields_of, path_of
from sgdocs.forms.identity import (
    IDENTITY_FIELD,
    IDENTITY_PROPERTY,
    FormIdentity,
    read_identity,
)
from sgdocs.forms.marks import MARK, read_marks
from sgdocs.forms.pdf import fillable_pdf
from sgdocs.forms.word import fillable_word

__all__ = [
    "IDENTITY_FIELD",
    "IDENTITY_PROPERTY",
    "MARK",
    "Field",
    "FormIdentity",
    "fields_of",
    "fillable_pdf",
    "fillable_word",
    "path_of",
    "read_identity",
    "read_marks",
]
