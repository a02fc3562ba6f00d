"""Records of a whole case that the office keeps for itself, each with facts of its own."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sgdocs.artefacts import Wanted, file_copy
from sgdocs.documents import Document, Maker, Wordings
from sgdocs.pipeline.ordering import order_for
from sgdocs.procedure import Artefact
from sgdocs.standing import Scheduled

__all__ = ["CERTIFICATE", "DISPOSAL_CERTIFICATE", "office_record"]

CERTIFICATE = Artefact(
    "TIMESCALE-CERTIFICATE", "Timescale certificate", "record", "unit", whole_case="when_asked"
)
DISPOSAL_CERTIFICATE = Artefact(
    "DISPOSAL-CERTIFICATE", "Disposal certificate", "record", "unit", whole_case="when_asked"
)


def office_record(found: Scheduled, artefact: Artefact, facts: Mapping[str, Any]) -> Document:
    """Make a record as Word and PDF."""
    to = file_copy(found)
    order = order_for(found, Wanted(artefact, None, (to,), "", found.as_of.day), to, found.rows)
    wordings = Wordings(found.content, found.case.procedure)
    maker = Maker(found.content, found.case.procedure, wordings)
    (made,) = maker.make(replace(order, facts={**order.facts, **facts}))
    return made
