"""Check a document against a schema and say every fault in words, never the value."""

from typing import TYPE_CHECKING, Any

from sgdocs.findings import Finding, json_path, ordered
from sgdocs.reading import Document
from sgdocs.schema.loading import Schema

if TYPE_CHECKING:
    from sgdocs.schema.faults import Fault

__all__ = ["check", "faults_in"]


def check(document: Document, schema: Schema) -> tuple[Finding, ...]:
    """Give every place where the document does not have the schema's shape."""
    faults = faults_in(schema, document.data)
    misspelt = {(*f.steps[:-1], f.suggestion) for f in faults if f.unknown_key and f.suggestion}
    return ordered(_finding(document, f) for f in faults if f.shown not in misspelt)


def faults_in(schema: Schema, data: Any) -> "tuple[Fault, ...]":
    """Give every place where data does not have the schema's shape, in the order found."""
    if schema.gate.is_valid(data):
        return ()
    from sgdocs.schema.faults import explain  # noqa: PLC0415 - only for a fault

    return tuple(
        fault for error in schema.explainer.iter_errors(data) for fault in explain(schema, error)
    )


def _finding(document: Document, fault: "Fault") -> Finding:
    place = document.place(fault.steps, key=fault.unknown_key)
    return Finding(
        rule=fault.rule,
        message=fault.message,
        file=document.name,
        path=json_path(fault.shown),
        line=place.line,
        column=place.column,
        remedy=fault.remedy,
        suggestion=fault.suggestion,
    )
