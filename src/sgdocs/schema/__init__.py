"""The shape of every file, as its JSON Schema says it: the one truth on shape."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.schema.checking import check, faults_in
    from sgdocs.schema.loading import Schema, load_schema
    from sgdocs.schema.words import Field, field_at

__all__ = ["Field", "Schema", "check", "faults_in", "field_at", "load_schema"]

__getattr__ = lazily(
    __name__,
    {
        "Field": "words",
        "Schema": "loading",
        "check": "checking",
        "faults_in": "checking",
        "field_at": "words",
        "load_schema": "loading",
    },
)
