"""The procedure: what must be done, by whom, when, and on whose word, as data."""

from sgdocs.procedure.artefacts import Artefact
from sgdocs.procedure.loading import (
    ProcedureRefused,
    artefact_entries,
    check_procedure,
    condition_trees,
    load_procedure,
    procedure_data,
    procedure_names,
)
from sgdocs.procedure.model import Choice, Condition, Event, LookBack, Menu, Procedure, Step
from sgdocs.procedure.timing import Direction, Duty, Limit, Reading, Source, Timing, Unit
from sgdocs.procedure.versions import ProcedureBook

__all__ = [
    "Artefact",
    "Choice",
    "Condition",
    "Direction",
    "Duty",
    "Event",
    "Limit",
    "LookBack",
    "Menu",
    "Procedure",
    "ProcedureBook",
    "ProcedureRefused",
    "Reading",
    "Source",
    "Step",
    "Timing",
    "Unit",
    "artefact_entries",
    "check_procedure",
    "condition_trees",
    "load_procedure",
    "procedure_data",
    "procedure_names",
]
